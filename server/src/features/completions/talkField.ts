import { detectTalks, lineBreakOf, message, recordedTalks } from '../../language/index.js';
import { frontMatterPlaceAt } from '../support/frontMatterPlace.js';
import { talkLines } from '../support/talkLines.js';
import type { CompletionRequest, CompletionSource, Proposal } from './completionSource.js';

const FIELDS = ['title', 'speaker', 'start', 'end'];
const BEGUN = /^(?<indent>[ \t]*)(?<dash>-[ \t]*)?(?<typed>[a-z]*)$/;

/** On a line under `talks`: the talks that the log shows and nobody recorded, and the keys that a talk lacks. */
export const talkField: CompletionSource = {
  triggers: ['-', ' '],
  complete(request) {
    const { before, after, offset } = request;
    const { indent, dash, typed } = BEGUN.exec(before)?.groups ?? {};
    if (indent === undefined || typed === undefined || after.trim() !== '') return undefined;
    const place = frontMatterPlaceAt(request);
    if (place?.section !== 'talks') return undefined;
    const lead = dash === '-' ? ' ' : '';
    const span = { from: offset - typed.length, to: offset + after.length };
    const talks = dash !== undefined && place.item.size === 0 ? wholeTalks(request, indent, lead, span) : [];
    const fields = FIELDS.filter((field) => !place.item.has(field)).map(
      (field): Proposal => ({
        label: field,
        kind: 'key',
        span,
        insert: `${lead}${field}: `,
        filter: field,
        again: true,
      }),
    );
    return { items: [...talks, ...fields] };
  },
};

function wholeTalks(
  { document, context }: CompletionRequest,
  indent: string,
  lead: string,
  span: Proposal['span'],
): readonly Proposal[] {
  const recorded = recordedTalks(document);
  const lineBreak = lineBreakOf(document.frontMatter?.text ?? '');
  return detectTalks(document)
    .filter(({ speaker, start }) => !recorded.some((talk) => talk.speaker === speaker && talk.start === start))
    .map((talk) => ({
      label: talk.title ?? talk.speaker,
      kind: 'value' as const,
      description: context.say(message('A talk of this log, by {0}', talk.speaker)),
      span,
      insert:
        lead +
        talkLines(talk, indent)
          .join(lineBreak)
          .slice(indent.length + 2),
      filter: `${talk.title ?? ''} ${talk.speaker}`.trim(),
    }));
}
