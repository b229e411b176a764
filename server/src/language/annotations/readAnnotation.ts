import { isDay } from '../lint/logDay.js';
import type { Span } from '../text/span.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import type { Annotation, Note, Tag } from './annotations.js';
import { noteColon } from './noteColon.js';

const START = /<!--\s*@(?<kind>note|tag)(?![A-Za-z-])/y;
const DATE = /\d{4}-\d{2}-\d{2}(?=[\s:：]|$)/y;
/** What stands between the names of a tag; a line break does too, so that no name runs over one. */
const NAME = /[^,，、\n\r]+/g;

/**
 * The annotation that a closed comment of a text is; `undefined` where it is none. What `annotation-malformed` complains
 * of is read as what it was meant to be, as far as that is certain: a remark is better shown than lost.
 */
export function readAnnotation(text: string, comment: Span): Annotation | undefined {
  START.lastIndex = comment.from;
  const match = START.exec(text);
  if (!match) return undefined;
  const from = START.lastIndex;
  const rest = { from, to: trimmedEnd(text, from, comment.to - '-->'.length) };
  return match.groups?.['kind'] === 'note' ? readNote(text, comment, rest) : readTag(text, comment, rest);
}

function readNote(text: string, span: Span, rest: Span): Note {
  const colon = noteColon(text, rest);
  const head = { from: trimmedStart(text, rest.from, rest.to), to: colon ?? rest.to };
  DATE.lastIndex = head.from;
  const date = DATE.exec(text)?.[0];
  const isDated = date !== undefined && isDay(date);
  const behindDate = trimmedStart(text, head.from + (isDated ? date.length : 0), head.to);
  // Without a colon nobody can tell an author from the text.
  const author = colon === undefined ? '' : text.slice(behindDate, trimmedEnd(text, behindDate, colon));
  const textFrom = colon === undefined ? behindDate : trimmedStart(text, colon + 1, rest.to);
  return {
    kind: 'note',
    date: isDated ? date : undefined,
    author: author === '' ? undefined : unescaped(author),
    text: unescaped(text.slice(textFrom, rest.to)),
    span,
    textSpan: { from: textFrom, to: rest.to },
  };
}

function readTag(text: string, span: Span, rest: Span): Tag {
  const colon = /^\s*[:：]/.exec(text.slice(rest.from, rest.to))?.[0].length ?? 0;
  const from = rest.from + colon;
  const names = [...text.slice(from, rest.to).matchAll(NAME)].flatMap(({ 0: piece, index }) => {
    const nameFrom = trimmedStart(text, from + index, from + index + piece.length);
    const nameTo = trimmedEnd(text, nameFrom, from + index + piece.length);
    if (nameFrom === nameTo) return [];
    return [{ name: unescaped(text.slice(nameFrom, nameTo)), span: { from: nameFrom, to: nameTo } }];
  });
  return { kind: 'tag', names, span };
}

/** What was written with `--&gt;` where `-->` would have ended the comment. */
const unescaped = (written: string): string => written.replaceAll('--&gt;', '-->');
