import * as vscode from 'vscode';
import type { CommandContext } from './command.js';
import { rangeAt } from './rangeAt.js';

/** Selects the entry or the talk around the cursor; where there is none, says so. */
export async function selectRange(context: CommandContext, what: 'entry' | 'talk', none: string): Promise<void> {
  const editor = context.logEditor();
  if (!editor) return;
  const range = await rangeAt(context, editor, what);
  if (range) editor.selection = new vscode.Selection(range.start, range.end);
  else void vscode.window.showInformationMessage(none);
}
