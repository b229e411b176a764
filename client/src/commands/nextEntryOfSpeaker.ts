import type { Command } from './command.js';
import { goToEntry } from './goToEntry.js';

/** Goes to the next entry of whoever speaks at the cursor. */
export const nextEntryOfSpeaker: Command = {
  id: 'chatlog.nextEntryOfSpeaker',
  run: (context) => goToEntry(context, 'next'),
};
