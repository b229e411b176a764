import * as vscode from 'vscode';
import type { Command } from './command.js';
import { runCodeAction } from './runCodeAction.js';

/** Writes what is selected into the front matter as a talk. */
export const markTalk: Command = {
  id: 'chatlog.markTalk',
  run: (context) =>
    runCodeAction(context, {
      kind: 'refactor.rewrite.markTalk',
      none: vscode.l10n.t('Select the entries of the talk first: from the presenter’s first to the last.'),
    }),
};
