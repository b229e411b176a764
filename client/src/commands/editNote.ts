import type { NoteComment } from '../annotations/noteComment.js';
import type { Command } from './command.js';

/** Lets the user change the text of a note. */
export const editNote: Command = {
  id: 'chatlog.editNote',
  async run({ annotating }, comment) {
    const { notes } = await annotating();
    notes.edit(comment as NoteComment);
  },
};
