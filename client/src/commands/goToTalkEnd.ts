import type { Command } from './command.js';
import { goInTalk } from './goInTalk.js';

/** Goes to the end of the talk at the cursor. */
export const goToTalkEnd: Command = {
  id: 'chatlog.goToTalkEnd',
  run: (context) => goInTalk(context, ({ end }) => end),
};
