import { joinBlocks } from '../../edit/sortEntries.js';
import type { ChatDocument, PlacedBlock } from '../../syntax/document.js';
import { formatClock } from '../../text/clock.js';
import { message } from '../../text/message.js';
import { type Span, shiftSpan } from '../../text/span.js';
import type { DocumentRule, Examples, Finding, Fix } from '../rule.js';
import { allTimes, DAY, midnightIn } from '../support/entryTimes.js';

export const timeOrder: DocumentRule = {
  id: 'time-order',
  title: 'Entries stand in the order of their times.',
  why:
    'A log is read from top to bottom as the conversation went. A time that goes back is a slip of the pen, an entry in ' +
    'the wrong place, or a log that ran past midnight. Equal times are fine: several messages share a second. One bad ' +
    'time is one finding: what is blamed are the entries outside the longest run that never goes back.',
  severity: 'error',
  scope: 'document',
  *check(document) {
    const { seconds, blocks, ascending } = allTimes(document);
    if (ascending) return;
    const midnight = midnightIn(seconds);
    const times = midnight === undefined ? seconds : seconds.map((time, i) => (i < midnight ? time : time + DAY));
    const kept = longestRun(times);
    const inRun = new Uint8Array(times.length);
    for (const index of kept) inRun[index] = 1;
    const entryAt = (index: number): PlacedBlock => document.block(blocks[index] as number);
    const place = (index: number): Span => timeSpan(entryAt(index));
    if (midnight !== undefined) yield pastMidnight(midnight, seconds, place);
    let before: number | undefined;
    let next = 0;
    for (let i = 0; i < times.length; i++) {
      if (inRun[i]) {
        before = i;
        next++;
      } else if (i !== midnight) {
        const after = firstLater(kept, times, times[i] as number);
        const target = after === undefined ? document.length : entryAt(after).from;
        yield { ...outOfOrder(i, before, kept[next], times, place), fixes: [moveEntry(document, entryAt(i), target)] };
      }
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '> 09:00:00  Ann\nfirst\n> 09:05:00  Bob\nsecond\n> <[08:58:00]>  Cid\nthird\n> 09:06:00  Ann\nfourth\n',
      fixed: '> 08:58:00  Cid\nthird\n> 09:00:00  Ann\nfirst\n> 09:05:00  Bob\nsecond\n> 09:06:00  Ann\nfourth\n',
    },
    {
      text: '> 09:00:00  Ann\nfirst\n> <[19:05:00]>  Bob\nsecond\n> 09:06:00  Cid\nthird\n> 09:07:00  Ann\nfourth',
      fixed: '> 09:00:00  Ann\nfirst\n> 09:06:00  Cid\nthird\n> 09:07:00  Ann\nfourth\n> 19:05:00  Bob\nsecond\n',
    },
    { text: '> 23:58:10  Ann\nstill up?\n> <[00:01:30]>  Bob\nyes\n> 00:02:00  Ann\ngood night\n' },
  ],
  valid: [{ text: '> 09:00:00  Ann\nfirst\n> 09:00:00  Bob\nin the same second\n> 09:00:01  Ann\nlater\n' }],
};

/** Takes the entry from where it stands, and puts it where its time belongs. */
function moveEntry(document: ChatDocument, { block, from }: PlacedBlock, target: number): Fix {
  const before = target === document.length ? document.block(document.blockCount - 1).block : undefined;
  const text = before ? joinBlocks([before, block]).slice(before.text.length) : joinBlocks([block]);
  return {
    title: message('Move this entry to where its time belongs'),
    safe: false,
    changes: [
      { from, to: from + block.text.length, insert: '' },
      { from: target, to: target, insert: text },
    ].sort((a, b) => a.from - b.from),
  };
}

/** The first index of a run that never goes back whose time is later. */
function firstLater(run: readonly number[], times: readonly number[], time: number): number | undefined {
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[run[middle] as number] as number) > time) high = middle;
    else low = middle + 1;
  }
  return run[low];
}

function timeSpan({ block, from }: PlacedBlock): Span {
  return block.kind === 'entry' ? shiftSpan(block.time, from) : { from, to: from };
}

/**
 * The indexes of a longest run of times that never goes back. Of several as long, the one that keeps the earlier
 * entries: the reader meets the later one as the odd one out. Patience sorting from the end, O(n log n).
 */
function longestRun(times: readonly number[]): readonly number[] {
  // heads[n]: the index where the best run of length n + 1 begins; the latest time wins.
  const heads: number[] = [];
  const nextInRun = new Int32Array(times.length).fill(-1);
  for (let i = times.length - 1; i >= 0; i--) {
    const time = times[i] as number;
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[heads[middle] as number] as number) >= time) low = middle + 1;
      else high = middle;
    }
    nextInRun[i] = low > 0 ? (heads[low - 1] as number) : -1;
    heads[low] = i;
  }
  const run: number[] = [];
  for (let i = heads.at(-1) ?? -1; i >= 0; i = nextInRun[i] as number) run.push(i);
  return run;
}

function pastMidnight(at: number, times: readonly number[], place: (index: number) => Span): Finding {
  return {
    ...place(at),
    message: message('This log runs past midnight: from here on the entries belong to the next day.'),
    related: [
      {
        ...place(at - 1),
        message: message('The last entry of its own day, at {0}.', formatClock(times[at - 1] as number)),
      },
    ],
  };
}

function outOfOrder(
  at: number,
  before: number | undefined,
  after: number | undefined,
  times: readonly number[],
  place: (index: number) => Span,
): Finding {
  const own = formatClock((times[at] as number) % DAY);
  if (before !== undefined && (times[before] as number) > (times[at] as number)) {
    const other = formatClock((times[before] as number) % DAY);
    return {
      ...place(at),
      message: message('{0} is earlier than {1}, which stands before it.', own, other),
      related: [{ ...place(before), message: message('This entry, at {0}, stands before it.', other) }],
    };
  }
  const next = after ?? at;
  const other = formatClock((times[next] as number) % DAY);
  return {
    ...place(at),
    message: message('{0} is later than {1}, which stands after it.', own, other),
    related: [{ ...place(next), message: message('This entry, at {0}, stands after it.', other) }],
  };
}
