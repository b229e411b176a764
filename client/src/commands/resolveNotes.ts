import type { Command } from './command.js';
import { withThread } from './withThread.js';

/** Resolves the thread whose button was pressed, or that at the cursor. */
export const resolveNotes: Command = {
  id: 'chatlog.resolveNotes',
  run: (context, pressed) => withThread(context, pressed, (notes, thread) => notes.resolve(thread, true)),
};
