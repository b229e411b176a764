import type { Range, VersionedTextDocumentIdentifier, WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  type AnnotationEdit,
  addNote,
  addTags,
  annotationsOf,
  type ChatDocument,
  deleteNotes,
  type Entry,
  editNote,
  message,
  type Note,
  type PlacedBlock,
  removeTags,
  replyTo,
  resolveThread,
  setTags,
  threadsOf,
} from '../language/index.js';
import { toOffset, toSpan } from './convert.js';
import { type Feature, Refusal } from './feature.js';
import { fileEditOf, workspaceEditOf } from './support/fileEdits.js';

/** Asks for the edit that changes the notes or tags of a log. */
export interface EditAnnotationParams {
  /** The version that all ranges are of. */
  readonly textDocument: VersionedTextDocumentIdentifier;
  readonly change: AnnotationChange;
}

/** One change. `note` is the range of a note's whole comment, `entry` a place anywhere in an entry. */
export type AnnotationChange =
  | ({
      readonly kind: 'addNote';
      readonly entry: Range;
      /** The words that the note is on; absent for the whole entry. */
      readonly quote?: Range;
    } & NoteToAdd)
  | ({ readonly kind: 'reply'; readonly note: Range } & NoteToAdd)
  | { readonly kind: 'editNote'; readonly note: Range; readonly text: string }
  | { readonly kind: 'deleteNote'; readonly note: Range }
  /** All notes of the thread of this one. */
  | { readonly kind: 'deleteThread'; readonly note: Range }
  | { readonly kind: 'resolve'; readonly note: Range; readonly resolved: boolean }
  | { readonly kind: 'addTags'; readonly entry: Range; readonly names: readonly string[] }
  | { readonly kind: 'removeTags'; readonly entry: Range; readonly names: readonly string[] }
  /** These and no others. */
  | { readonly kind: 'setTags'; readonly entry: Range; readonly names: readonly string[] };

/** A note as it is to be written. */
export interface NoteToAdd {
  readonly text: string;
  readonly author?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

/**
 * The edit that adds, changes or takes away a note or tags. It is refused where the log is not the one any more that the
 * ranges are of, and where the annotation can't stand in the log.
 */
export const editAnnotation: Feature<EditAnnotationParams, WorkspaceEdit | null> = {
  method: 'chatlog/editAnnotation',
  capabilities: {},
  nothing: null,
  answer(document, { textDocument, change }, { client }) {
    if (document.version !== textDocument.version) throw new Refusal(STALE);
    const edit = editFor(document, change);
    if ('problem' in edit) throw new Refusal(edit.problem);
    return workspaceEditOf([fileEditOf(document, edit.changes)], client);
  },
};

const STALE = message('The log has changed in the meantime: try again.');

function editFor(document: ChatDocument, change: AnnotationChange): AnnotationEdit {
  switch (change.kind) {
    case 'addNote': {
      const quote = change.quote && toSpan(document, change.quote);
      return addNote(document, entryAt(document, change.entry), newNote(change), quote);
    }
    case 'addTags':
      return addTags(document, entryAt(document, change.entry), change.names);
    case 'setTags':
      return setTags(document, entryAt(document, change.entry), change.names);
    case 'removeTags':
      return { changes: removeTags(entryAt(document, change.entry), change.names) };
    default: {
      const { entry, note } = noteAt(document, change.note);
      return editOfNote(document, entry, note, change);
    }
  }
}

function editOfNote(
  document: ChatDocument,
  entry: PlacedBlock<Entry>,
  note: Note,
  change: Extract<AnnotationChange, { readonly note: Range }>,
): AnnotationEdit {
  switch (change.kind) {
    case 'reply':
      return replyTo(document, entry, note, newNote(change));
    case 'editNote':
      return editNote(document, entry, note, change.text);
    case 'deleteNote':
      return deleteNotes(document, entry, [note]);
    case 'deleteThread':
      return deleteNotes(
        document,
        entry,
        threadsOf(entry.block).find(({ notes }) => notes.includes(note))?.notes ?? [],
      );
    case 'resolve':
      return resolveThread(document, entry, note, change.resolved);
  }
}

const newNote = ({
  text,
  author,
  date,
}: NoteToAdd): { text: string; author: string | undefined; date: string | undefined } => ({
  text,
  author,
  date,
});

function entryAt(document: ChatDocument, { start }: Range): PlacedBlock<Entry> {
  const at = document.blockAt(toOffset(document, start));
  if (at?.block.kind !== 'entry')
    throw new Refusal(message('Put the cursor into an entry: only entries have notes and tags.'));
  return { ...at, block: at.block };
}

function noteAt(document: ChatDocument, range: Range): { readonly entry: PlacedBlock<Entry>; readonly note: Note } {
  const span = toSpan(document, range);
  const at = document.blockAt(span.from);
  if (at?.block.kind !== 'entry') throw new Refusal(STALE);
  const note = annotationsOf(at.block).find((one) => at.from + one.span.from === span.from && one.kind === 'note');
  if (note?.kind !== 'note' || at.from + note.span.to !== span.to) throw new Refusal(STALE);
  return { entry: { ...at, block: at.block }, note };
}
