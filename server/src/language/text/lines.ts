const LF = 10;
const CR = 13;

/** Whether a UTF-16 code unit ends a line, or is the first of two that do. */
export const isLineBreak = (code: number): boolean => code === LF || code === CR;

/**
 * Where the line that holds `from` ends, its line break not included. Breaks are `\n`, `\r\n` and a lone `\r`, as LSP
 * counts them.
 */
export function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (isLineBreak(text.charCodeAt(i))) return i;
  }
  return text.length;
}

/** Where the next line starts, given the end of this one; the text's length at the last line. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

/** Where the line that holds `at`, or ends there, starts. */
export function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0) {
    const code = text.charCodeAt(start - 1);
    if (code === LF || code === CR) break;
    start--;
  }
  return start;
}

/** Where each line of the text starts; the first is 0. A break at the very end begins one more, empty line. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF) starts.push(i + 1);
    else if (code === CR && text.charCodeAt(i + 1) !== LF) starts.push(i + 1);
  }
  return starts;
}
