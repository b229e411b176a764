import type { Command } from './command.js';
import { withThread } from './withThread.js';

/** Opens a resolved thread again: the one whose button was pressed, or that at the cursor. */
export const reopenNotes: Command = {
  id: 'chatlog.reopenNotes',
  run: (context, pressed) => withThread(context, pressed, (notes, thread) => notes.resolve(thread, false)),
};
