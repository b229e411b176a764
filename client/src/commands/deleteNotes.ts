import type { Command } from './command.js';
import { withThread } from './withThread.js';

/** Takes all notes of a thread out of the log: of the one whose button was pressed, or of that at the cursor. */
export const deleteNotes: Command = {
  id: 'chatlog.deleteNotes',
  run: (context, pressed) => withThread(context, pressed, (notes, thread) => notes.deleteThread(thread)),
};
