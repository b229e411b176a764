import * as vscode from 'vscode';
import type { Command } from './command.js';
import { selectRange } from './selectRange.js';

/** Selects the entry that the cursor is in. */
export const selectEntry: Command = {
  id: 'chatlog.selectEntry',
  run: (context) => selectRange(context, 'entry', vscode.l10n.t('There is no entry here.')),
};
