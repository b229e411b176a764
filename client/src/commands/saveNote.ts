import type { NoteComment } from '../annotations/noteComment.js';
import type { Command } from './command.js';
import { tellWhyNot } from './tellWhyNot.js';

/** Writes the changed text of a note into the log. */
export const saveNote: Command = {
  id: 'chatlog.saveNote',
  async run({ annotating }, comment) {
    const { notes } = await annotating();
    await tellWhyNot(() => notes.save(comment as NoteComment));
  },
};
