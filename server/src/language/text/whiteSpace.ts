/**
 * What counts as white space in a log, as the inside of a character class: JavaScript's `\s` and the zero-width space
 * U+200B. It is spelt out because the engines of the parser and of the TextMate grammar disagree on `\s`.
 */
export const WHITE_SPACE = '\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';

/** Whether the UTF-16 code unit is white space in the sense of {@link WHITE_SPACE}. */
export function isWhiteSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Where the white space at the end of `text[from, to)` begins. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Where the white space at the start of `text[from, to)` ends. */
export function trimmedStart(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isWhiteSpace(text.charCodeAt(start))) start++;
  return start;
}

/** Whether `text[from, to)` holds nothing but white space. */
export function isBlank(text: string, from: number, to: number): boolean {
  return trimmedStart(text, from, to) === to;
}
