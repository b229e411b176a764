import * as vscode from 'vscode';
import type { Command } from './command.js';
import { runCodeAction } from './runCodeAction.js';

/** Lets the talk at the cursor, or the next one, start with the entry there. */
export const startTalkHere: Command = {
  id: 'chatlog.startTalkHere',
  run: (context) =>
    runCodeAction(context, {
      kind: 'refactor.rewrite.startTalk',
      none: vscode.l10n.t('No recorded talk can start here: put the cursor into an entry in it, or before it.'),
      at: context.logEditor()?.selection.active,
    }),
};
