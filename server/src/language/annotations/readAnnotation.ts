import type { Span } from '../text/span.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import type { Annotation, Note, Tag } from './annotations.js';
import { readNoteHead } from './noteHead.js';
import { readText, unescapeSigns } from './noteText.js';
import { QUOTED, readQuoted } from './quotedString.js';

const START = /<!--\s*@(?<kind>note|tag)(?![A-Za-z-])/y;
/** What stands between the names of a tag; a line break does too, so that no name runs over one. */
const SEPARATOR = ',，、\\n\\r';
const NAME = new RegExp(`[ \\t]{0,8}${QUOTED}[ \\t]{0,8}(?=[${SEPARATOR}]|$)|[^${SEPARATOR}]+`, 'g');

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
  const { date, author, quote, resolved, textFrom } = readNoteHead(text, rest);
  const textSpan = { from: textFrom, to: rest.to };
  return { kind: 'note', date, author, quote, resolved, text: readText(text.slice(textFrom, rest.to)), span, textSpan };
}

function readTag(text: string, span: Span, rest: Span): Tag {
  const colon = /^\s*[:：]/.exec(text.slice(rest.from, rest.to))?.[0].length ?? 0;
  const from = rest.from + colon;
  const names = [...text.slice(from, rest.to).matchAll(NAME)].flatMap(({ 0: piece, index }) => {
    const nameFrom = trimmedStart(text, from + index, from + index + piece.length);
    const nameTo = trimmedEnd(text, nameFrom, from + index + piece.length);
    const name = nameOf(text.slice(nameFrom, nameTo));
    return name === '' ? [] : [{ name, span: { from: nameFrom, to: nameTo } }];
  });
  return { kind: 'tag', names, span };
}

const IS_QUOTED = new RegExp(`^${QUOTED}$`);

const nameOf = (written: string): string => (IS_QUOTED.test(written) ? readQuoted(written) : unescapeSigns(written));
