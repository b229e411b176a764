import type * as vscode from 'vscode';
import type { CommandContext } from '../commands/command.js';

/** What something that is pasted or dropped can become. */
export interface PasteProvider {
  /** Offers it in logs, from now on. */
  register(context: CommandContext): vscode.Disposable;
}
