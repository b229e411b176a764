import { type Entry, perBlock } from '../syntax/block.js';
import { endOfLine, nextLine, startOfLine } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { isBlank } from '../text/whiteSpace.js';
import { annotationsOf } from './annotations.js';

/** Lines of an entry that hold nothing but annotations, one below the other. Spans count from the entry's start. */
export interface AnnotationLines {
  /** All of them, with the last line break. */
  readonly span: Span;
  /** Each with its line break; a comment of several lines is one, and so are several that share a line. */
  readonly lines: readonly Span[];
  /** Whether a blank line stands above, so that the page shows nothing of what the annotations hold. */
  readonly isApart: boolean;
  /** What there would not be without the annotations: the lines, and the line break or blank line put there for them. */
  readonly whole: Span;
}

/**
 * A blank line that stands above annotations for their sake alone, and goes with them. A line that is blank otherwise
 * belongs to the entry.
 */
export const OWN_BLANK_LINE = '\t';

/** The lines of an entry that hold nothing but annotations. */
export const annotationLinesOf = perBlock((entry: Entry): readonly AnnotationLines[] =>
  annotationsOf(entry).length === 0 ? [] : findLines(entry.text, annotationsOf(entry)),
);

function findLines(text: string, annotations: readonly { readonly span: Span }[]): AnnotationLines[] {
  const runs: Span[][] = [];
  for (let at = 0; at < annotations.length; ) {
    const first = (annotations[at] as { readonly span: Span }).span;
    const from = startOfLine(text, first.from);
    let alone = isBlank(text, from, first.from);
    let { to } = first;
    let end = endOfLine(text, to);
    at++;
    for (let next = annotations[at]?.span; next && next.from <= end; next = annotations[at]?.span) {
      alone &&= isBlank(text, to, next.from);
      ({ to } = next);
      // Thousands of comments may share a line.
      if (to > end) end = endOfLine(text, to);
      at++;
    }
    if (!alone || !isBlank(text, to, end)) continue;
    const line = { from, to: nextLine(text, end) };
    const run = runs.at(-1);
    if (run?.at(-1)?.to === from) run.push(line);
    else runs.push([line]);
  }
  return runs.map((lines) => runOf(text, lines));
}

function runOf(text: string, lines: readonly Span[]): AnnotationLines {
  const span = { from: lines[0]?.from ?? 0, to: lines.at(-1)?.to ?? 0 };
  const aboveEnd = endOfLineAbove(text, span.from);
  const aboveFrom = startOfLine(text, aboveEnd);
  const above = text.slice(aboveFrom, aboveEnd);
  const from = above === OWN_BLANK_LINE ? aboveFrom : span.from;
  return {
    span,
    lines,
    isApart: isBlank(above, 0, above.length),
    whole: { from: endsLine(text, span.to) ? from : endOfLineAbove(text, from), to: span.to },
  };
}

/** Where the line above one that starts at `from` ends, its line break not included. */
export function endOfLineAbove(text: string, from: number): number {
  return text.charAt(from - 1) === '\n' && text.charAt(from - 2) === '\r' ? from - 2 : Math.max(0, from - 1);
}

/** Whether a line break stands right before the place. */
export function endsLine(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return before === '\n' || before === '\r';
}
