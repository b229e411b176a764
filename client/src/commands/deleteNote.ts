import type { NoteComment } from '../annotations/noteComment.js';
import type { Command } from './command.js';
import { tellWhyNot } from './tellWhyNot.js';

/** Takes a note out of the log. */
export const deleteNote: Command = {
  id: 'chatlog.deleteNote',
  async run({ annotating }, comment) {
    const { notes } = await annotating();
    await tellWhyNot(() => notes.delete(comment as NoteComment));
  },
};
