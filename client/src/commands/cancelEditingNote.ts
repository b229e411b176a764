import type { NoteComment } from '../annotations/noteComment.js';
import type { Command } from './command.js';

/** Leaves a note that was being changed as it is. */
export const cancelEditingNote: Command = {
  id: 'chatlog.cancelEditingNote',
  async run({ annotating }, comment) {
    const { notes } = await annotating();
    notes.cancelEditing(comment as NoteComment);
  },
};
