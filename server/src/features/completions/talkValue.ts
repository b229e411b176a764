import {
  detectTalks,
  type Entry,
  formatClock,
  isBlank,
  labelOf,
  type PlacedBlock,
  peopleOf,
  quoted,
  textOf,
} from '../../language/index.js';
import { filterText } from '../support/filterText.js';
import { fitting } from '../support/fitting.js';
import { frontMatterPlaceAt } from '../support/frontMatterPlace.js';
import { speakersFor } from '../support/headerLine.js';
import { personProposal } from '../support/personProposal.js';
import { talkValues } from '../support/talkLines.js';
import type { CompletionRequest, CompletionSource, Proposal } from './completionSource.js';

const BEGUN = /^\s*(?:-\s+)?(?<field>title|speaker|start|end):(?<gap>[ \t]*)(?<quote>["']?)(?<typed>.*)$/;

/** Behind a key of a talk: what the talks of the log say, its speakers, and the times of the talk's speaker. */
export const talkValue: CompletionSource = {
  triggers: [':', ' '],
  async complete(request) {
    const { before, after, offset, document } = request;
    const { field, gap, quote = '', typed } = BEGUN.exec(before)?.groups ?? {};
    if (field === undefined || gap === undefined || typed === undefined) return undefined;
    const place = frontMatterPlaceAt(request);
    if (place?.section !== 'talks') return undefined;
    const from = offset - typed.length - quote.length;
    const rest = after.trimEnd();
    const to = isBlank(after, 0, after.length)
      ? offset + after.length
      : offset + (after.startsWith(quote) ? quote.length : 0);
    const propose = (text: string, words: readonly string[], more: Partial<Proposal>): Proposal => ({
      label: text,
      kind: 'value',
      span: { from, to },
      overwriteTo: offset + rest.length,
      insert: (gap === '' ? ' ' : '') + quoted(text),
      filter: filterText(quote, words),
      ...more,
    });
    const speaker = unquoted(place.item.get('speaker') ?? '');
    const shown = detectTalks(document)
      .filter((talk) => field === 'speaker' || speaker === '' || talk.speaker === speaker)
      .flatMap((talk) => talkValues(talk).flatMap(([key, value]) => (key === field ? [unquoted(value)] : [])));
    const known = [...new Set(shown)].map((text) => propose(text, [text], {}));
    const isNew = (text: string): boolean => !shown.includes(text);
    if (field === 'title') return { items: known };
    if (field === 'speaker') {
      const line = { above: document.blockCount - 1, behind: 0, isEntry: false };
      const { items, more } = await speakersFor(request, line, typed);
      const speakers = items
        .filter(({ name }) => isNew(name))
        .map((one) => propose(one.name, [], personProposal(one, quote, request.context.say)));
      return { items: [...known, ...speakers], more };
    }
    const entries = new Map(entriesOf(request, speaker).map((entry) => [formatClock(entry.block.seconds ?? 0), entry]));
    const { items, more } = fitting(entries, ([clock]) => [clock], typed);
    const times = items.map(([clock, { block }]) => {
      const said = labelOf(block).beginning;
      return propose(clock, [clock], { description: said === undefined ? undefined : request.context.say(said) });
    });
    return { items: [...known.filter(({ label }) => !entries.has(label)), ...times.sort(byShown(shown))], more };
  },
};

/** Times of the talks that the log shows stand first. */
const byShown =
  (shown: readonly string[]) =>
  (a: Proposal, b: Proposal): number =>
    Number(shown.includes(b.label)) - Number(shown.includes(a.label));

/** The entries of somebody, or all where nobody is named, as far as they have a time. */
function entriesOf({ document, context }: CompletionRequest, speaker: string): readonly PlacedBlock<Entry>[] {
  const people = peopleOf(document, context.lintOptions.speakers);
  const person = people.personOf(speaker);
  return [...document.entries()].filter(
    ({ block }) =>
      block.seconds !== undefined && (speaker === '' || people.personOf(textOf(block, block.speaker)) === person),
  );
}

/** What a value says, as far as that matters here. */
const unquoted = (value: string): string =>
  value.startsWith('"') ? value.replace(/^"|"$/g, '') : value.replace(/^'|'$/g, '').replaceAll("''", "'");
