import type { Note } from './annotations.js';
import { escapeSigns, writeText } from './noteText.js';
import { writeQuoted } from './quotedString.js';
import { readAnnotation } from './readAnnotation.js';

/** What a note says and about what. */
export type NoteContent = Pick<Note, 'date' | 'author' | 'quote' | 'resolved' | 'text'>;

/** The comment that is read as this note, `lineBreak` between its lines. */
export function writeNote(note: NoteContent, lineBreak: string): string {
  const { author } = note;
  if (author === undefined || author === '') return noteWith('', note, lineBreak);
  const plain = noteWith(author, { ...note, text: '' }, lineBreak);
  const read = readNote(plain);
  const isPlain = read?.author === author && read.date === note.date && read.resolved === note.resolved;
  const sameQuote = read?.quote?.text === note.quote?.text && escapeSigns(author) === author;
  return noteWith(isPlain && sameQuote ? author : writeQuoted(author), note, lineBreak);
}

function noteWith(author: string, { date, quote, resolved, text }: NoteContent, lineBreak: string): string {
  const on = quote && `on ${writeQuoted(quote.text)}${quote.ordinal > 1 ? ` #${quote.ordinal}` : ''}`;
  const head = ['@note', date, author, on, resolved && '[resolved]'].filter(Boolean).join(' ');
  return `<!-- ${[`${head}:`, writeText(text, lineBreak)].filter(Boolean).join(' ')} -->`;
}

function readNote(comment: string): Note | undefined {
  const read = readAnnotation(comment, { from: 0, to: comment.length });
  return read?.kind === 'note' ? read : undefined;
}

/** The comment that is read as these tags. */
export function writeTag(names: readonly string[]): string {
  return `<!-- @tag ${names.map(writeTagName).join(', ')} -->`;
}

/** The name as it stands in a tag: in quotes where it could not be told from what is around it. */
export function writeTagName(name: string): string {
  const comment = `<!-- @tag ${name} -->`;
  const read = readAnnotation(comment, { from: 0, to: comment.length });
  const [only, more] = read?.kind === 'tag' ? read.names : [];
  const isPlain = only?.name === name && !more && !name.startsWith('"');
  return isPlain && escapeSigns(name) === name ? name : writeQuoted(name);
}
