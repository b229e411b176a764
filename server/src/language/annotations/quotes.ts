import { type Entry, perBlock } from '../syntax/block.js';
import { endOfLine, nextLine } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import { annotationsOf, type Quote } from './annotations.js';

/**
 * The words of an entry as quotes see them: without annotations, blank lines, and white space around line breaks, so that
 * formatting the log loses no quote.
 */
interface Words {
  readonly text: string;
  /** Where each stretch of the words stands: `at` in the words, `from` in the entry. */
  readonly pieces: readonly { readonly at: number; readonly from: number; readonly length: number }[];
}

/** Where the words of a quote stand, from the entry's start; `undefined` where they are gone. */
export function findQuote(entry: Entry, { text, ordinal }: Quote): Span | undefined {
  const words = wordsOf(entry);
  let at = -1;
  for (let i = 0; i < ordinal && (i === 0 || at >= 0); i++) at = words.text.indexOf(text, at + 1);
  return at < 0 || text === '' ? undefined : spanOf(words, at, at + text.length);
}

/** The words that a selection of an entry holds, as a quote; `undefined` where it holds none. */
export function quoteAt(entry: Entry, selection: Span): Quote | undefined {
  const words = wordsOf(entry);
  let from = words.text.length;
  let to = 0;
  for (const piece of words.pieces) {
    const start = Math.max(selection.from, piece.from);
    const end = Math.min(selection.to, piece.from + piece.length);
    if (start >= end) continue;
    from = Math.min(from, piece.at + start - piece.from);
    to = piece.at + end - piece.from;
  }
  from = trimmedStart(words.text, from, to);
  to = trimmedEnd(words.text, from, to);
  if (from >= to) return undefined;
  const text = words.text.slice(from, to);
  let ordinal = 1;
  for (let at = words.text.indexOf(text); at < from; at = words.text.indexOf(text, at + 1)) ordinal++;
  return { text, ordinal };
}

/** Where the words of an entry stand, from its start, the annotations around them left out; `undefined` where it has none. */
export function wordsSpanOf(entry: Entry): Span | undefined {
  const words = wordsOf(entry);
  return spanOf(words, 0, words.text.length);
}

/** The words of an entry, in which quotes are looked for; line breaks are `\n`. */
export function quotableText(entry: Entry): string {
  return wordsOf(entry).text;
}

const wordsOf = perBlock(findWords);

function findWords(entry: Entry): Words {
  const { text, body } = entry;
  const pieces: { at: number; from: number; length: number }[] = [];
  const annotations = annotationsOf(entry);
  let words = '';
  let next = 0;
  for (let line = body.from; line < text.length; ) {
    let end = endOfLine(text, line);
    const found: Span[] = [];
    let from = line;
    // An annotation may end on a later line; what stands behind it there still belongs to this one.
    for (let span = annotations[next]?.span; span && span.from <= end; span = annotations[next]?.span) {
      found.push({ from, to: span.from });
      from = span.to;
      end = endOfLine(text, from);
      next++;
    }
    found.push({ from, to: end });
    const trimmed = trimAround(text, found);
    if (trimmed.length > 0 && words !== '') words += '\n';
    for (const piece of trimmed) {
      pieces.push({ at: words.length, from: piece.from, length: piece.to - piece.from });
      words += text.slice(piece.from, piece.to);
    }
    line = nextLine(text, end);
  }
  return { text: words, pieces };
}

/** The stretches of one line without white space at the line's start and end, those that are empty left out. */
function trimAround(text: string, stretches: readonly Span[]): readonly Span[] {
  const isBlank = ({ from, to }: Span): boolean => trimmedStart(text, from, to) === to;
  const first = stretches.findIndex((stretch) => !isBlank(stretch));
  const last = stretches.findLastIndex((stretch) => !isBlank(stretch));
  return stretches.slice(Math.max(0, first), last + 1).flatMap(({ from, to }, index) => {
    const start = index === 0 ? trimmedStart(text, from, to) : from;
    const end = index === last - first ? trimmedEnd(text, start, to) : to;
    return start < end ? [{ from: start, to: end }] : [];
  });
}

function spanOf({ pieces }: Words, from: number, to: number): Span | undefined {
  const first = pieces.findLast(({ at }) => at <= from);
  const last = pieces.findLast(({ at }) => at < to);
  if (!first || !last) return undefined;
  return { from: first.from + from - first.at, to: last.from + to - last.at };
}
