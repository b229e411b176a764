import type { Command } from './command.js';
import { goInTalk } from './goInTalk.js';

/** Goes to the first entry of the talk at the cursor. */
export const goToTalkStart: Command = {
  id: 'chatlog.goToTalkStart',
  run: (context) => goInTalk(context, ({ start }) => start),
};
