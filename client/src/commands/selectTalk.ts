import * as vscode from 'vscode';
import type { Command } from './command.js';
import { selectRange } from './selectRange.js';

/** Selects the talk that the cursor is in. */
export const selectTalk: Command = {
  id: 'chatlog.selectTalk',
  run: (context) => selectRange(context, 'talk', vscode.l10n.t('There is no talk here.')),
};
