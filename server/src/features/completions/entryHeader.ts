import { formatClock, isBlank, message, timeBetween, timesAround } from '../../language/index.js';
import { HEADER_MARKS, headerLineAt, speakersFor } from '../support/headerLine.js';
import { personProposal } from '../support/personProposal.js';
import type { CompletionRequest, CompletionSource, Proposal } from './completionSource.js';

const BEGUN = new RegExp(`^(?<mark>[${HEADER_MARKS}])(?<typed>.{0,60})$`, 'u');
const TIMED = /^\s*\d{1,2}[:：]\d{2}[:：]\d{2}\s/;

/** At `>` at the start of a line: the header of an entry, its time alone or with whoever may speak. */
export const entryHeader: CompletionSource = {
  triggers: ['>', '＞', '》'],
  async complete(request) {
    const { before, after, offset, context } = request;
    const { mark, typed } = BEGUN.exec(before)?.groups ?? {};
    if (mark === undefined || typed === undefined || TIMED.test(typed)) return undefined;
    const line = headerLineAt(request);
    if (!line || !isBlank(after, 0, after.length)) return undefined;
    const { earlier } = timesAround(request.document, line.above);
    const { later } = timesAround(request.document, line.behind - 1);
    const time = timeBetween(request.document, earlier, later, context.now());
    const span = { from: offset - before.length, to: offset + after.length };
    const times = timesFor(time, earlier, later, request).map(({ seconds, description }): Proposal => {
      const header = `> ${formatClock(seconds)}`;
      const filter = `${mark} ${formatClock(seconds)}`;
      return { label: header, kind: 'entry', description, span, insert: `${header}  `, filter, again: true };
    });
    const name = /[\d:：]/.test(typed) ? '' : typed;
    const { items, more } = await speakersFor(request, line, name);
    const clock = formatClock(time);
    const speakers = items.map((speaker): Proposal => {
      const header = `> ${clock}  ${speaker.name}`;
      const person = personProposal(speaker, `${mark} ${clock}  `, context.say);
      return { ...person, label: header, span, insert: `${header}  ` };
    });
    return { items: [...times, ...speakers], more };
  },
};

/** The times that the entry may have, and where they are from. */
function timesFor(
  likeliest: number,
  earlier: number | undefined,
  later: number | undefined,
  { context: { say, now } }: CompletionRequest,
): readonly { readonly seconds: number; readonly description: string }[] {
  const { seconds: current } = now();
  const fits = current >= (earlier ?? 0) && current <= (later ?? Infinity);
  const times = new Map<number, string>([
    [likeliest, likeliest === current ? say(message('The time now')) : say(message('Behind the entry above'))],
  ]);
  if (earlier !== undefined && !times.has(earlier)) times.set(earlier, say(message('The time of the entry above')));
  if (fits && !times.has(current)) times.set(current, say(message('The time now')));
  return [...times].map(([seconds, description]) => ({ seconds, description }));
}
