/** A stretch of text, `to` not included. Offsets count UTF-16 code units, as JavaScript and LSP do. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One replacement, in offsets of the text before it. */
export interface TextChange extends Span {
  readonly insert: string;
}

/** A place in a text: both count from zero, the column in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** The same stretch, `distance` code units further on. */
export function shiftSpan(span: Span, distance: number): Span {
  return { from: span.from + distance, to: span.to + distance };
}

/** Whether two stretches share a place; one that is empty touches what it stands in or beside. */
export function spansTouch(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The text after several changes, all in offsets of the text before them. Throws `RangeError` where two overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  const ordered = [...changes].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = 0;
  for (const change of ordered) {
    if (change.from < at) throw new RangeError(`Changes overlap at ${change.from}: the one before ends at ${at}.`);
    result += text.slice(at, change.from) + change.insert;
    at = change.to;
  }
  return result + text.slice(at);
}
