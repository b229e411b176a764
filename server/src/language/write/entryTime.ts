import { logDay } from '../lint/logDay.js';
import type { ChatDocument } from '../syntax/document.js';
import { formatClock } from '../text/clock.js';
import { endOfLine } from '../text/lines.js';
import { type Span, shiftSpan, type TextChange } from '../text/span.js';

/** A moment on the user's clock. */
export interface Now {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Seconds since midnight. */
  readonly seconds: number;
}

const LAST_SECOND = 24 * 3600 - 1;

/**
 * A time for an entry between two others: now, where the log is today's and that keeps the order, else the second after
 * the one above. Without one above it is now too, since nothing else tells, but not later than the one below.
 */
export function timeBetween(
  document: ChatDocument,
  earlier: number | undefined,
  later: number | undefined,
  now: Now,
): number {
  const fits = now.seconds >= (earlier ?? 0) && now.seconds <= (later ?? LAST_SECOND);
  if (earlier === undefined) return fits ? now.seconds : (later ?? now.seconds);
  if (fits && logDay(document) === now.day) return now.seconds;
  return Math.max(earlier, Math.min(earlier + 1, later ?? LAST_SECOND, LAST_SECOND));
}

/** The nearest known times up to the block with an index, it included, and behind it. */
export function timesAround(
  document: ChatDocument,
  index: number,
): { readonly earlier: number | undefined; readonly later: number | undefined } {
  let earlier: number | undefined;
  for (let i = index; i >= 0 && earlier === undefined; i--) earlier = secondsOf(document, i);
  let later: number | undefined;
  for (const { block } of document.blocks(index + 1)) {
    later = block.kind === 'entry' ? block.seconds : undefined;
    if (later !== undefined) break;
  }
  return { earlier, later };
}

function secondsOf(document: ChatDocument, index: number): number | undefined {
  const { block } = document.block(index);
  return block.kind === 'entry' ? block.seconds : undefined;
}

/** The change that writes a time: in a header in place of its own, elsewhere in place of what is selected. */
export function insertTime(document: ChatDocument, selection: Span, now: Now): TextChange {
  const placed = document.blockAt(selection.to);
  const entry = placed?.block.kind === 'entry' ? placed.block : undefined;
  if (!placed || !entry) return { ...selection, insert: formatClock(now.seconds) };
  const inHeader = selection.to - placed.from <= endOfLine(entry.text, 0);
  const { earlier } = timesAround(document, inHeader ? placed.index - 1 : placed.index);
  const { later } = timesAround(document, placed.index);
  const insert = formatClock(timeBetween(document, earlier, later, now));
  return inHeader ? { ...shiftSpan(entry.time, placed.from), insert } : { ...selection, insert };
}
