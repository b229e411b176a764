import * as vscode from 'vscode';
import type { Command } from './command.js';
import { runCodeAction } from './runCodeAction.js';

/** Makes `lines`, `author` and `talks` in the front matter say what the log holds. */
export const updateFrontMatter: Command = {
  id: 'chatlog.updateFrontMatter',
  run: (context) =>
    runCodeAction(context, {
      kind: 'source.updateFrontMatter.chatlog',
      none: vscode.l10n.t('There is nothing to update in the front matter, or there is none that can be read.'),
    }),
};
