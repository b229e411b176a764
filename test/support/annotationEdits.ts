import assert from 'node:assert/strict';
import {
  type AnnotationEdit,
  applyChanges,
  ChatDocument,
  type Entry,
  inEnglish,
  type Note,
  type PlacedBlock,
  strip,
} from '../../server/src/language/index.js';
import { notesOf } from './annotateAtRandom.js';
import { readMarkers } from './markers.js';

export const parseLog = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);

/** The log without its annotations. */
export const stripped = (text: string): string => applyChanges(text, strip(parseLog(text)));

/** An edit of an entry, whose notes are at hand. */
export type Edit = (document: ChatDocument, entry: PlacedBlock<Entry>, notes: readonly Note[]) => AnnotationEdit;

/** Checks what an edit of the entry that holds `<|>`, or of the first, makes of a log: a text, or why it can't be done. */
export function checkEdit(marked: string, edit: Edit, expected: string): void {
  const { text, cursors } = readMarkers(marked);
  const document = parseLog(text);
  const entry = entryAt(document, cursors[0] ?? 0);
  assert.equal(afterEdit(text, edit(document, entry, notesOf(entry.block))), expected);
}

/** The text after an edit, or why it can't be done. */
export function afterEdit(text: string, edit: AnnotationEdit): string {
  return 'problem' in edit ? inEnglish(edit.problem) : applyChanges(text, edit.changes);
}

/** The entry at an offset, or else the first. */
export function entryAt(document: ChatDocument, offset: number): PlacedBlock<Entry> {
  const entries = [...document.entries()];
  const entry = entries.findLast(({ from }) => from <= offset) ?? entries[0];
  assert.ok(entry);
  return entry;
}
