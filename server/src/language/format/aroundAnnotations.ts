import { annotationLinesOf, endsLine } from '../annotations/standing.js';
import type { Entry } from '../syntax/block.js';
import type { Span, TextChange } from '../text/span.js';

/** An entry without the lines that are annotations, and the way back. */
export interface Bare {
  readonly entry: Entry;
  /** Changes of the entry without these lines, as changes of the whole one; what is put in stands above annotations. */
  readonly restore: (changes: readonly TextChange[]) => TextChange[];
}

/**
 * An entry as it would be without the lines that are annotations, so that it is formatted as if they were not there:
 * whether they are taken out before or after makes no difference.
 */
export function withoutAnnotations(entry: Entry): Bare {
  const gone = annotationLinesOf(entry).map(({ whole }) => whole);
  if (gone.length === 0) return { entry, restore: (changes) => [...changes] };
  const left = stretchesBetween(gone, entry.text.length);
  const text = left.map(({ from, to }) => entry.text.slice(from, to)).join('');
  const body = { from: Math.min(entry.body.from, text.length), to: text.length };
  return { entry: { ...entry, text, body, results: undefined }, restore: (changes) => restored(text, changes, left) };
}

function stretchesBetween(gone: readonly Span[], length: number): readonly Span[] {
  const left: Span[] = [];
  let from = 0;
  for (const piece of gone) {
    left.push({ from, to: piece.from });
    from = piece.to;
  }
  return [...left, { from, to: length }];
}

/** The changes are in order, as are the stretches of the whole that are left. */
function restored(text: string, changes: readonly TextChange[], left: readonly Span[]): TextChange[] {
  const result: TextChange[] = [];
  let at = 0;
  let start = 0;
  for (const { from, to, insert } of changes) {
    let stretch = left[at] as Span;
    // What is put in at the start of a line belongs to that line, unless it is lines itself.
    const isOfNext = to > from || (endsLine(text, from) && !endsLine(insert, insert.length));
    const isBehind = (): boolean => {
      const end = start + stretch.to - stretch.from;
      return from > end || (from === end && isOfNext);
    };
    while (at < left.length - 1 && isBehind()) {
      start += stretch.to - stretch.from;
      stretch = left[++at] as Span;
    }
    let more = insert;
    let begin = from;
    for (let i = at, stretchStart = start; i < left.length; i++) {
      const { from: wholeFrom, to: wholeTo } = left[i] as Span;
      const end = Math.min(to, stretchStart + wholeTo - wholeFrom);
      const offset = wholeFrom - stretchStart;
      if (end > begin || more !== '') result.push({ from: begin + offset, to: end + offset, insert: more });
      more = '';
      begin = end;
      if (end === to) break;
      stretchStart += wholeTo - wholeFrom;
    }
  }
  return result;
}
