import { findEmoji } from '../emoji/emoji.js';
import type { Span } from '../text/span.js';
import { WHITE_SPACE } from '../text/whiteSpace.js';
import { type Entry, perBlock } from './block.js';

/** Something inside a body. Its span, and those in it, count from the entry's start. */
export type Mark =
  | { readonly kind: 'comment'; readonly span: Span; readonly closed: boolean }
  | { readonly kind: 'image'; readonly span: Span; readonly alt: Span; readonly target: Span }
  | { readonly kind: 'link'; readonly span: Span; readonly title: Span; readonly target: Span }
  | { readonly kind: 'url'; readonly span: Span }
  | { readonly kind: 'emoji'; readonly span: Span; readonly code: string }
  | { readonly kind: 'mention'; readonly span: Span; readonly name: Span }
  | { readonly kind: 'entity'; readonly span: Span };

// The TextMate grammar says the same; the agreement test compares the two over the whole corpus.
const START = /<!--|!\[|\[|https?:\/\/|@|&/g;
const IMAGE = /!\[([^[\]\n\r]*)\]\(([^()\s]*)\)/y;
const LINK = /\[([^[\]\n\r]*)\]\(([^()\s]+)\)/y;
const URL_CHARACTERS = /https?:\/\/[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+/y;
const URL_END = /[.,;:!?'")*]/;
const BRACKETED = /\[([^[\]\n\r]{1,24})\]/y;
// A name may hold an `@`, and punctuation that more of the name follows; brackets only in pairs. `??` at its start is an
// emoji that was lost.
const PLAIN = `[^${WHITE_SPACE}@?[\\]<>()（），。！？；：、“”…《》,.:!'"*]`;
const NAME = new RegExp(
  `(?:\\?\\?)*${PLAIN}+(?:(?:[.:!'"*@](?=${PLAIN})|[（(](?:${PLAIN}|[.:!'"*])*[）)])${PLAIN}*)*`,
  'y',
);
const BEFORE_ADDRESS = /[A-Za-z0-9._%+-]/;
const ENTITY = /&(?:amp;)*(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** What stands in the entry's body, in order and without overlap: found when first asked for, kept as long as the entry lives. */
export const marksOf = perBlock((entry: Entry): readonly Mark[] => readMarks(entry.text, entry.body));

/** What stands in a text that is all body, in order and without overlap. */
export function marksIn(text: string): readonly Mark[] {
  return readMarks(text, { from: 0, to: text.length });
}

/** The text of a stretch of an entry. */
export function textOf(entry: { readonly text: string }, span: Span): string {
  return entry.text.slice(span.from, span.to);
}

/** The name that a mention would be read as, were `name` to stand behind an `@`; `undefined` where none would. */
export function mentionIn(name: string): string | undefined {
  return matchAt(NAME, name, 0)?.[0];
}

function readMarks(text: string, { from, to }: Span): Mark[] {
  const marks: Mark[] = [];
  START.lastIndex = from;
  for (let start = START.exec(text); start && start.index < to; start = START.exec(text)) {
    const mark = readMark(text, start.index, start[0], to);
    if (mark) marks.push(mark);
    START.lastIndex = mark ? mark.span.to : start.index + 1;
  }
  return marks;
}

function readMark(text: string, at: number, start: string, to: number): Mark | undefined {
  switch (start) {
    case '<!--': {
      const end = text.indexOf('-->', at + 4);
      const closed = end >= 0;
      return { kind: 'comment', span: { from: at, to: closed ? end + 3 : to }, closed };
    }
    case '![':
      return readImage(text, at);
    case '[':
      return readLink(text, at) ?? readEmoji(text, at);
    case '@':
      return readMention(text, at);
    case '&':
      return readEntity(text, at);
    default:
      return readUrl(text, at);
  }
}

function readImage(text: string, at: number): Mark | undefined {
  const match = matchAt(IMAGE, text, at);
  if (!match) return undefined;
  const [words, target] = partsOf(match, at + '!['.length);
  return { kind: 'image', span: spanOf(match), alt: words, target };
}

function readLink(text: string, at: number): Mark | undefined {
  const match = matchAt(LINK, text, at);
  if (!match) return undefined;
  const [words, target] = partsOf(match, at + '['.length);
  return { kind: 'link', span: spanOf(match), title: words, target };
}

/** Where the words in square brackets, which begin at `from`, and the target in round ones stand. */
function partsOf([, words = '', target = '']: RegExpExecArray, from: number): readonly [words: Span, target: Span] {
  const to = from + words.length;
  const targetFrom = to + ']('.length;
  return [
    { from, to },
    { from: targetFrom, to: targetFrom + target.length },
  ];
}

function readEmoji(text: string, at: number): Mark | undefined {
  const match = matchAt(BRACKETED, text, at);
  const code = match?.[1];
  return match && code !== undefined && findEmoji(code)
    ? { kind: 'emoji', span: { from: at, to: at + match[0].length }, code }
    : undefined;
}

function readUrl(text: string, at: number): Mark | undefined {
  const match = matchAt(URL_CHARACTERS, text, at);
  if (!match) return undefined;
  let end = at + match[0].length;
  while (URL_END.test(text.charAt(end - 1))) end--;
  return end > text.indexOf('//', at) + 2 ? { kind: 'url', span: { from: at, to: end } } : undefined;
}

/** An `@` behind a word is a mention only where no mail address can follow: its name begins outside ASCII. */
function readMention(text: string, at: number): Mark | undefined {
  if (text.charCodeAt(at + 1) < 0x80 && at > 0 && BEFORE_ADDRESS.test(text.charAt(at - 1))) return undefined;
  const match = matchAt(NAME, text, at + 1);
  if (!match) return undefined;
  const to = at + 1 + match[0].length;
  return { kind: 'mention', span: { from: at, to }, name: { from: at + 1, to } };
}

function readEntity(text: string, at: number): Mark | undefined {
  const match = matchAt(ENTITY, text, at);
  return match ? { kind: 'entity', span: { from: at, to: at + match[0].length } } : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const spanOf = ({ 0: found, index }: RegExpExecArray): Span => ({ from: index, to: index + found.length });
