import type { Entry } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { type Span, shiftSpan, type TextChange } from '../text/span.js';
import { annotatedEntries } from './annotatedEntries.js';
import { type Annotation, annotationsOf } from './annotations.js';
import { annotationLinesOf, endOfLineAbove, endsLine } from './standing.js';

/** The changes that take every annotation out of a log: what is left is what it was before they were put in, byte for byte. */
export function strip(document: ChatDocument): readonly TextChange[] {
  const changes: TextChange[] = [];
  for (const { block, from } of annotatedEntries(document)) {
    for (const piece of piecesWithout(block, annotationsOf(block))) {
      changes.push({ ...shiftSpan(piece, from), insert: '' });
    }
  }
  return changes;
}

/** What goes from an entry when some of its annotations do, in order; spans count from the entry's start. */
export function piecesWithout(entry: Entry, gone: readonly Annotation[]): readonly Span[] {
  const going = new Set(gone);
  const annotations = annotationsOf(entry);
  const pieces: Span[] = [];
  let at = 0;
  /** The annotations up to an offset, from where the last ones ended. */
  const upTo = (to: number): readonly Annotation[] => {
    const from = at;
    while ((annotations[at]?.span.from ?? to) < to) at++;
    return annotations.slice(from, at);
  };
  const spansOf = (some: readonly Annotation[]): readonly Span[] =>
    some.filter((one) => going.has(one)).map(({ span }) => span);

  for (const run of annotationLinesOf(entry)) {
    pieces.push(...spansOf(upTo(run.span.from)));
    const lines = run.lines.map((line) => ({ line, held: upTo(line.to) }));
    const isGone = ({ held }: { readonly held: readonly Annotation[] }): boolean => held.every((one) => going.has(one));
    if (lines.every(isGone)) pieces.push(run.whole);
    else
      for (const each of lines) pieces.push(...(isGone(each) ? [lineOf(entry.text, each.line)] : spansOf(each.held)));
  }
  return [...pieces, ...spansOf(upTo(entry.text.length))];
}

/** A line with a line break: its own, or else that of the line above. */
const lineOf = (text: string, line: Span): Span =>
  endsLine(text, line.to) ? line : { from: endOfLineAbove(text, line.from), to: line.to };
