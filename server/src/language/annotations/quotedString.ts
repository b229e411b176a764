/** A text between straight quotes on one line, as JSON writes it: the source of a regular expression. */
export const QUOTED = '"(?:[^"\\\\\\n\\r]|\\\\[^\\n\\r])*"';

const SIGNS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

/** What stands between the quotes; a backslash before a sign for which JSON has none is itself. */
export function readQuoted(written: string): string {
  return written
    .slice(1, -1)
    .replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/gs, (whole, code: string | undefined, sign = '') =>
      code === undefined ? (SIGNS[sign] ?? whole) : String.fromCharCode(Number.parseInt(code, 16)),
    );
}

/** The text in quotes, as JSON writes it, so that it can stand in a comment of a page. */
export function writeQuoted(text: string): string {
  return JSON.stringify(text)
    .replace(/(?<=--!?)>/g, '\\u003e')
    .replace(/\{(?=[{%])/g, '\\u007b');
}
