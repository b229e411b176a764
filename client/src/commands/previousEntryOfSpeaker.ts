import type { Command } from './command.js';
import { goToEntry } from './goToEntry.js';

/** Goes to the previous entry of whoever speaks at the cursor. */
export const previousEntryOfSpeaker: Command = {
  id: 'chatlog.previousEntryOfSpeaker',
  run: (context) => goToEntry(context, 'previous'),
};
