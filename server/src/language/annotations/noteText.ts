import { readHeader, readNearMiss } from '../syntax/header.js';
import { isWhiteSpace, trimmedEnd } from '../text/whiteSpace.js';

/**
 * What can't stand in a comment as it is, and what could be taken for it: the end of a comment (`-->`, in HTML also
 * `--!>`), a lone carriage return, and what begins a tag of Jekyll's templates. An escape that is meant literally gets one
 * `amp;` more.
 */
const TO_ESCAPE = /(?<=--!?)(?:>|&(?:amp;)*gt;)|\r|\{(?=[{%])|&(?:amp;)*#(?:13|123);/g;
const ESCAPED = /(?<=--!?)&(?:amp;)*gt;|&(?:amp;)*#(?:13|123);/g;
const ESCAPES: Readonly<Record<string, string>> = { '>': '&gt;', '\r': '&#13;', '{': '&#123;' };
const MEANT: Readonly<Record<string, string>> = { '&gt;': '>', '&#13;': '\r', '&#123;': '{' };

const FENCE = /^\s*(?:```|~~~)/;
const BACKSLASH = 0x5c;

/** One line of a note, such as a name, with the signs that can't stand in a comment written otherwise. */
export function escapeSigns(text: string): string {
  return text.replace(TO_ESCAPE, (sign) => ESCAPES[sign] ?? `&amp;${sign.slice(1)}`);
}

/** What {@link escapeSigns} was given. */
export function unescapeSigns(written: string): string {
  return written.replace(ESCAPED, (sign) => MEANT[sign] ?? `&${sign.slice('&amp;'.length)}`);
}

/**
 * A note's text as it stands in its comment, with `lineBreak` for each `\n`; {@link readText} gives any text back. A
 * backslash goes before a line that would be read as a header or a fence, before white space at the start of the text,
 * and behind white space at its end.
 */
export function writeText(text: string, lineBreak: string): string {
  const [first = '', ...more] = escapeSigns(text).split('\n');
  const lines = [first, ...more.map((line) => (needsBackslash(line) ? `\\${line}` : line))];
  const written = lines.join(lineBreak);
  return (startsBlank(written) ? '\\' : '') + written + (endsBlank(written) ? '\\' : '');
}

/** A note's text from how it stands in its comment; its lines end with `\n`. */
export function readText(written: string): string {
  let { length: to } = written;
  if (to > 0 && written.charCodeAt(to - 1) === BACKSLASH && endsBlank(written)) to--;
  const from = written.charCodeAt(0) === BACKSLASH && startsBlank(written) ? 1 : 0;
  const [first = '', ...more] = written.slice(Math.min(from, to), to).split(/\r\n|\r|\n/);
  return unescapeSigns(
    [
      first,
      ...more.map((line) => (line.charCodeAt(0) === BACKSLASH && needsBackslash(line) ? line.slice(1) : line)),
    ].join('\n'),
  );
}

/** Whether the line, backslashes at its start aside, would end the note or begin code, also with `-->` behind it. */
function needsBackslash(line: string): boolean {
  let from = 0;
  while (line.charCodeAt(from) === BACKSLASH) from++;
  const bare = line.slice(from);
  const end = trimmedEnd(bare, 0, bare.length);
  return FENCE.test(bare) || isHeader(bare) || isHeader(`${bare.slice(0, end)}  -->`);
}

const isHeader = (line: string): boolean =>
  readHeader(line, 0, line.length) !== undefined || readNearMiss(line, 0, line.length) !== undefined;

function startsBlank(text: string): boolean {
  let from = 0;
  while (text.charCodeAt(from) === BACKSLASH) from++;
  return from < text.length && isWhiteSpace(text.charCodeAt(from));
}

function endsBlank(text: string): boolean {
  let to = text.length;
  while (to > 0 && text.charCodeAt(to - 1) === BACKSLASH) to--;
  return to > 0 && isWhiteSpace(text.charCodeAt(to - 1));
}
