import { isDay } from '../lint/logDay.js';
import { endOfLine } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import type { Quote } from './annotations.js';
import { unescapeSigns } from './noteText.js';
import { QUOTED, readQuoted } from './quotedString.js';

/** What stands before the text of a note. */
export interface NoteHead {
  /** A day as `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly author: string | undefined;
  readonly quote: Quote | undefined;
  readonly resolved: boolean;
  /** Where the colon stands; `undefined` where there is none. */
  readonly colon: number | undefined;
  /** Where the text starts, behind white space. */
  readonly textFrom: number;
}

const DATE = /\d{4}-\d{2}-\d{2}(?=[\s:：]|$)/y;
const RESOLVED = '[resolved]';
const SPACE = '[ \\t]{0,8}';
/** An author in quotes, if the head can go on behind it. */
const AUTHOR = new RegExp(`${QUOTED}(?=${SPACE}(?:[:：]|\\[resolved\\]|on[ \\t]{1,8}"))`, 'y');
/** The end of a head, or what may begin it. An address in the text is not what a colon stands behind. */
const END = /[:：](?!\/\/)|(?<!\S)on[ \t]{1,8}(?=")/g;
const QUOTE = new RegExp(
  `on[ \\t]{1,8}(?<quote>${QUOTED})(?:${SPACE}#(?<ordinal>[1-9]\\d{0,5}))?${SPACE}(?<resolved>\\[resolved\\])?${SPACE}[:：]`,
  'y',
);

/**
 * Reads what stands behind `@note`, up to the text. All of the head stands on one line, so a colon further down belongs to
 * the text. Without a colon nobody can tell an author from the text.
 */
export function readNoteHead(text: string, rest: Span): NoteHead {
  const from = trimmedStart(text, rest.from, rest.to);
  const inside = text.slice(from, rest.to);
  const line = inside.slice(0, endOfLine(inside, 0));
  const written = matchAt(DATE, line, 0)?.[0];
  const date = written !== undefined && isDay(written) ? written : undefined;
  const authorFrom = trimmedStart(line, date?.length ?? 0, line.length);
  const quoted = matchAt(AUTHOR, line, authorFrom)?.[0];
  const end = endOfHead(line, authorFrom + (quoted?.length ?? 0));
  if (!end)
    return {
      date,
      author: undefined,
      quote: undefined,
      resolved: false,
      colon: undefined,
      textFrom: from + authorFrom,
    };
  let authorTo = trimmedEnd(line, authorFrom, end.from);
  const closed = isResolved(line, authorFrom, authorTo);
  if (closed) authorTo = trimmedEnd(line, authorFrom, authorTo - RESOLVED.length);
  const author = line.slice(authorFrom, authorTo);
  return {
    date,
    author: author === '' ? undefined : author === quoted ? readQuoted(author) : unescapeSigns(author),
    quote: end.quote,
    resolved: end.resolved || closed,
    colon: from + end.colon,
    textFrom: trimmedStart(text, from + end.colon + 1, rest.to),
  };
}

interface HeadEnd {
  /** Where the author ends, with white space behind it. */
  readonly from: number;
  readonly colon: number;
  readonly quote: Quote | undefined;
  readonly resolved: boolean;
}

function endOfHead(line: string, from: number): HeadEnd | undefined {
  END.lastIndex = from;
  for (let end = END.exec(line); end; end = END.exec(line)) {
    const at = end.index;
    if (end[0] === ':' || end[0] === '：') return { from: at, colon: at, quote: undefined, resolved: false };
    const match = matchAt(QUOTE, line, at);
    if (!match) continue;
    const { quote = '', ordinal, resolved } = match.groups ?? {};
    return {
      from: at,
      colon: at + match[0].length - 1,
      quote: { text: readQuoted(quote), ordinal: Number(ordinal ?? 1) },
      resolved: resolved !== undefined,
    };
  }
  return undefined;
}

function isResolved(line: string, from: number, to: number): boolean {
  const at = to - RESOLVED.length;
  return at >= from && line.startsWith(RESOLVED, at) && (at === from || trimmedEnd(line, from, at) < at);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
