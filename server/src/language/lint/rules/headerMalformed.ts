import type { Block, Entry } from '../../syntax/block.js';
import { perChunk } from '../../syntax/chunk.js';
import { type NearMiss, readNearMiss } from '../../syntax/header.js';
import { formatClock } from '../../text/clock.js';
import { endOfLine } from '../../text/lines.js';
import { message } from '../../text/message.js';
import { trimmedEnd, trimmedStart } from '../../text/whiteSpace.js';
import type { DocumentRule, Examples, Finding, LogFacts } from '../rule.js';
import { withinMinute } from '../support/entryTimes.js';

export const headerMalformed: DocumentRule = {
  id: 'header-malformed',
  title: 'A header is written as `> HH:MM:SS  NAME`.',
  why:
    'The header tells where an entry begins, when it was said and by whom. The published page and every tool that reads ' +
    'the archive know one form only: a `>`, a space, the time with two digits each, two spaces, the name.',
  severity: 'error',
  scope: 'document',
  *check(document, { facts }) {
    let first = 0;
    for (const { chunk, from } of document.chunks()) {
      for (const { index, from: within } of malformedIn(chunk)) {
        const { block } = document.block(first + index);
        const before = first + index > 0 ? document.block(first + index - 1).block : undefined;
        if (block.kind === 'entry') yield* findingOf({ block, from: from + within }, before, facts);
      }
      first += chunk.blocks.length;
    }
  },
};

export const examples: Examples = {
  invalid: [
    { text: '<[>09:00:00  Ann]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '<[＞ 09:00:00  Ann]>  \nhi\n', fixed: '> 09:00:00  Ann  \nhi\n' },
    {
      text: '> 08:59:00  Bob\nhi\n\n<[09:00:00  Ann]>  \n\nhi\n',
      fixed: '> 08:59:00  Bob\nhi\n\n> 09:00:00  Ann  \n\nhi\n',
    },
    { text: '<[> 09:00:00 Ann]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '<[> 09:00:00\tAnn]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '<[> 09:00:00　林一诺]>\nhi\n', fixed: '> 09:00:00  林一诺\nhi\n' },
    { text: '<[> 9:00:00  Ann]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '<[> 09：00：00  Ann]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '<[> 09.00.00  Ann]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '<[> ０９:００:００  Ann]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '<[> 09:00  Ann]>\n\nhi\n', fixed: '> 09:00:00  Ann\n\nhi\n' },
    {
      text: '> 09:00:41  Bob\nhi\n\n<[> 09:00  Ann]>\n\nhi\n',
      fixed: '> 09:00:41  Bob\nhi\n\n> 09:00:41  Ann\n\nhi\n',
    },
    { text: '<[》09:00:00  Ann]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
    { text: '<[＞ 09:00:00  下午茶]>\nhi\n', fixed: '> 09:00:00  下午茶\nhi\n' },
    { text: '<[> 下午 3:05:09  林一诺]>\nhi\n', fixed: '> 15:05:09  林一诺\nhi\n' },
    { text: '<[> 12:05:09 AM  Ann]>\nhi\n', fixed: '> 00:05:09  Ann\nhi\n' },
    { text: '<[> 2026-11-20 09:00:00  Ann]>\nhi\n', fixed: '> 09:00:00  Ann\nhi\n' },
  ],
  valid: [
    { text: '> 09:00:00  Ann\n12:30:00 见\n' },
    { text: '> 09:00:00  Ann\n\n12:30  见\n\n> 09:00:01  Bob\nok\n' },
    { text: '> 09:00:00  Ann\n\n> 2.85 万\n' },
    { text: '>  09:00:00   青杉支付  周牧  \nhi\n' },
  ],
};

/** The entries of a chunk whose header is a near miss: their indexes, and where they start in the chunk. */
const malformedIn = perChunk((chunk) => {
  const found: { readonly index: number; readonly from: number }[] = [];
  let from = 0;
  chunk.blocks.forEach((block, index) => {
    if (block.kind === 'entry' && !block.wellFormed) found.push({ index, from });
    from += block.text.length;
  });
  return found;
});

function* findingOf(
  { block: { text }, from }: { readonly block: Entry; readonly from: number },
  before: Block | undefined,
  { day }: LogFacts,
): Iterable<Finding> {
  const lineEnd = endOfLine(text, 0);
  const miss = readNearMiss(text, 0, lineEnd);
  if (!miss) return;
  const span = { from: from + trimmedStart(text, 0, lineEnd), to: from + trimmedEnd(text, 0, lineEnd) };
  const meant = miss.guessed ? withSeconds(miss, before) : miss.meant;
  yield {
    ...span,
    message: miss.guessed
      ? message('This header has no seconds; with those it would be “{0}”.', meant)
      : message('This header is not written as “> HH:MM:SS  NAME”; what is meant is “{0}”.', meant),
    fixes: [
      {
        title: message('Write it “{0}”', meant),
        safe: !miss.guessed && (miss.date === undefined || miss.date === day),
        changes: [{ from, to: span.to, insert: meant }],
      },
    ],
  };
}

/** The header with seconds that keep the order of the log: those of the entry before it, in the same minute. */
function withSeconds({ header, meant }: NearMiss, before: Block | undefined): string {
  if (header.seconds === undefined || before?.kind !== 'entry' || before.seconds === undefined) return meant;
  return meant.replace(/\d\d:\d\d:\d\d/, formatClock(withinMinute(header.seconds, before.seconds)));
}
