import * as vscode from 'vscode';
import type { Command } from './command.js';
import { runCodeAction } from './runCodeAction.js';

/** Lets the talk at the cursor, or the last one before it, end with the entry there. */
export const endTalkHere: Command = {
  id: 'chatlog.endTalkHere',
  run: (context) =>
    runCodeAction(context, {
      kind: 'refactor.rewrite.endTalk',
      none: vscode.l10n.t('No recorded talk can end here: put the cursor into an entry in it, or after it.'),
      at: context.logEditor()?.selection.active,
    }),
};
