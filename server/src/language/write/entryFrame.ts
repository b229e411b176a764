import { lineBreakOf } from '../lint/support/frontMatterPlaces.js';
import type { Block } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { readNearMiss } from '../syntax/header.js';
import { formatClock } from '../text/clock.js';
import { startOfLine } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { isBlank, trimmedEnd } from '../text/whiteSpace.js';
import { type Now, timeBetween, timesAround } from './entryTime.js';

/** An entry that is to be written: what stands around its name and its text. */
export interface EntryFrame {
  /** Where it goes: empty, at the end of an entry. */
  readonly span: Span;
  /** Up to the name, from the name to the text, and what stands behind that. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

const BLANK = '   ';
const BREAK = '  ';

/**
 * The frame of an entry behind the one that holds the offset, spaced as docs/format.md has it: with the time now where the
 * log is today's, else with the second after the entry above, so that times stay in order.
 */
export function entryFrame(document: ChatDocument, at: number, now: Now): EntryFrame {
  const above = blockBefore(document, at);
  const end = above ? endOf(document, above) : 0;
  const lineBreak = lineBreakOf(above?.block.text ?? '');
  const { earlier, later } = timesAround(document, above?.index ?? -1);
  const time = formatClock(timeBetween(document, earlier, later, now));
  const gap = above ? gapBehind(above.block, end - above.from, lineBreak) : '';
  return {
    span: { from: end, to: end },
    before: `${gap}> ${time}  `,
    between: `${BREAK}${lineBreak}${BLANK}${lineBreak}`,
    after: `${BREAK}${lineBreak}${BLANK}${lineBreak}`,
  };
}

/** Whether the offset stands at the end of what an entry says: only white space follows in it. */
export function endsText(document: ChatDocument, at: number): boolean {
  const placed = document.blockAt(at);
  if (placed?.block.kind !== 'entry') return false;
  const { text, body } = placed.block;
  const within = at - placed.from;
  return within > body.from && !isBlank(text, body.from, within) && isBlank(text, within, text.length);
}

/** The block that a new entry follows. Text before the first entry stays before it. */
function blockBefore(document: ChatDocument, at: number): PlacedBlock | undefined {
  const placed = document.blockAt(at);
  if (placed?.block.kind !== 'frontMatter' || placed.index + 1 >= document.blockCount) return placed;
  const next = document.block(placed.index + 1);
  return next.block.kind === 'preamble' ? next : placed;
}

/** Where a block ends; a comment that silences a rule on the next line stays above that line. */
function endOf(document: ChatDocument, { block, from, index }: PlacedBlock): number {
  const { text } = block;
  const end = from + text.length;
  if (index + 1 >= document.blockCount || block.kind === 'frontMatter') return end;
  const line = startOfLine(text, trimmedEnd(text, 0, text.length));
  return /^<!--\s*chatlog-disable-next-line\b/.test(text.slice(line, line + 80)) ? from + line : end;
}

/**
 * What has to be added behind `block.text[0, to)` so that an entry can follow: a line break, and below text a blank line,
 * unless that would make a header of a line that is text.
 */
function gapBehind({ kind, text }: Block, to: number, lineBreak: string): string {
  if (to === 0) return '';
  const broken = /[\n\r]/.test(text.charAt(to - 1));
  const lineEnd = broken ? to - (text.startsWith('\r\n', to - 2) ? 2 : 1) : to;
  const line = startOfLine(text, lineEnd);
  const isText = line > 0 && readNearMiss(text, line, lineEnd) !== undefined;
  const spaced = kind !== 'entry' || isText || isBlank(text, line, lineEnd);
  return (broken ? '' : lineBreak) + (spaced ? '' : BLANK + lineBreak);
}
