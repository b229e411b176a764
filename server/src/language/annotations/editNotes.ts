import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { message } from '../text/message.js';
import { type Span, shiftSpan, type TextChange } from '../text/span.js';
import { type Annotation, annotationsOf, type Note } from './annotations.js';
import { type AnnotationEdit, lineBreakIn, placeAnnotation } from './place.js';
import { quoteAt } from './quotes.js';
import { piecesWithout } from './strip.js';
import { isSameThread } from './threads.js';
import { type NoteContent, writeNote } from './writeAnnotation.js';

/** A note as it is to be added. */
export type NewNote = Pick<NoteContent, 'date' | 'author' | 'text'>;

/**
 * Adds a note to an entry: on the words of a selection, in offsets of the log, or on the whole entry. Where these words
 * have notes already, or the entry, it becomes the last of their thread.
 */
export function addNote(
  document: ChatDocument,
  entry: PlacedBlock<Entry>,
  note: NewNote,
  selection?: Span | undefined,
): AnnotationEdit {
  const quote = selection && quoteAt(entry.block, shiftSpan(selection, -entry.from));
  if (selection && !quote) return { problem: message('Select words of the entry: a note can only be on these.') };
  return addQuotedNote(document, entry, { ...note, quote, resolved: false });
}

/** Adds a note to the thread of another; a thread that is resolved is open again. */
export function replyTo(document: ChatDocument, entry: PlacedBlock<Entry>, note: Note, reply: NewNote): AnnotationEdit {
  return addQuotedNote(document, entry, { ...reply, quote: note.quote, resolved: false });
}

/** Gives a note another text; author, date and quote stay. */
export function editNote(document: ChatDocument, entry: PlacedBlock<Entry>, note: Note, text: string): AnnotationEdit {
  return { changes: [rewritten(document, entry, note, { text })] };
}

/** Takes notes of an entry away. A thread that was resolved and has other notes stays so. */
export function deleteNotes(document: ChatDocument, entry: PlacedBlock<Entry>, notes: readonly Note[]): AnnotationEdit {
  const changes: TextChange[] = piecesWithout(entry.block, notes).map((piece) => ({
    ...shiftSpan(piece, entry.from),
    insert: '',
  }));
  for (const note of notes) {
    const thread = threadAround(entry.block, note);
    const left = thread.filter((other) => !notes.includes(other));
    const last = left.at(-1);
    if (note === thread.at(-1) && last && last.resolved !== note.resolved) {
      changes.push(rewritten(document, entry, last, { resolved: note.resolved }));
    }
  }
  return { changes };
}

/** Resolves the thread of a note, or opens it again: its last note says so. */
export function resolveThread(
  document: ChatDocument,
  entry: PlacedBlock<Entry>,
  note: Note,
  resolved: boolean,
): AnnotationEdit {
  const last = threadAround(entry.block, note).at(-1);
  return { changes: last && last.resolved !== resolved ? [rewritten(document, entry, last, { resolved })] : [] };
}

/** Adds a note with its quote as it is. */
export const addQuotedNote = (document: ChatDocument, entry: PlacedBlock<Entry>, note: NoteContent): AnnotationEdit =>
  placeAnnotation(document, entry, (lineBreak) => writeNote(note, lineBreak));

function rewritten(
  document: ChatDocument,
  entry: PlacedBlock<Entry>,
  note: Note,
  change: Partial<NoteContent>,
): TextChange {
  const insert = writeNote({ ...note, ...change }, lineBreakIn(document, entry));
  return { ...shiftSpan(note.span, entry.from), insert };
}

const threadAround = (entry: Entry, note: Note): readonly Note[] =>
  annotationsOf(entry).filter((other: Annotation): other is Note => other.kind === 'note' && isSameThread(other, note));
