import type { Command } from './command.js';
import { tellWhyNot } from './tellWhyNot.js';

/** Opens a new note on the words that are selected, or on the entry at the cursor. */
export const addNote: Command = {
  id: 'chatlog.addNote',
  async run({ annotating, logEditor }) {
    const editor = logEditor();
    if (!editor) return;
    const { notes } = await annotating();
    await tellWhyNot(() => notes.begin(editor));
  },
};
