import assert from 'node:assert/strict';
import {
  type AnnotationEdit,
  addNote,
  addTags,
  annotationsOf,
  applyChanges,
  ChatDocument,
  deleteNotes,
  type Entry,
  editNote,
  type Note,
  removeTags,
  replyTo,
  resolveThread,
} from '../../server/src/language/index.js';
import { textPieces } from './noteTexts.js';
import type { Random } from './random.js';

/** The notes of an entry. */
export const notesOf = (entry: Entry): readonly Note[] => annotationsOf(entry).filter((one) => one.kind === 'note');

/** The log after some annotations were put in, changed and taken out by chance; no other entry is touched by any of it. */
export function annotateAtRandom(text: string, random: Random, times: number): string {
  let document = ChatDocument.parse('file:///log.txt', 1, text);
  for (let i = 0; i < times; i++) {
    const edit = randomEdit(document, random);
    if (!edit || 'problem' in edit.edit) continue;
    const removes = edit.edit.changes.every(({ insert }) => insert === '');
    const before = [...document.entries()].map(({ block }) => annotationsOf(block).length);
    document = ChatDocument.parse('file:///log.txt', 1, applyChanges(document.text, edit.edit.changes));
    const after = [...document.entries()].map(({ block }) => annotationsOf(block).length);
    // Without a comment that stood below it, a line may again be the header that it was.
    if (removes && after.length > before.length) continue;
    assert.equal(after.length, before.length);
    assert.ok(after.every((count, index) => count === before[index] || index === edit.entry));
  }
  return document.text;
}

function randomEdit(
  document: ChatDocument,
  random: Random,
): { readonly entry: number; readonly edit: AnnotationEdit } | undefined {
  const entries = [...document.entries()];
  if (entries.length === 0) return undefined;
  const index = random.below(entries.length);
  const entry = entries[index] as (typeof entries)[number];
  const note = random.pick(notesOf(entry.block));
  const content = { date: '2026-11-23', author: 'Cid', text: textPieces(random).join('') };
  const from = entry.from + random.below(entry.block.text.length + 1);
  const to = Math.min(entry.from + entry.block.text.length, from + random.below(8));
  const edits: (() => AnnotationEdit)[] = [
    () => addNote(document, entry, content),
    () => addNote(document, entry, content, { from, to }),
    () => addTags(document, entry, [`x${content.text.replace(/[\r\n]/g, '')}`, 'b']),
    () => ({ changes: removeTags(entry, ['b']) }),
    ...(note
      ? [
          () => replyTo(document, entry, note, content),
          () => editNote(document, entry, note, content.text),
          () => resolveThread(document, entry, note, random.below(2) === 0),
          () => deleteNotes(document, entry, [note]),
        ]
      : []),
  ];
  return { entry: index, edit: random.pick(edits)() };
}
