import * as vscode from 'vscode';
import type { CommandContext } from './command.js';
import { goTo } from './goTo.js';
import { rangeAt } from './rangeAt.js';

/** Goes to a place of the talk around the cursor; where there is none, says so. */
export async function goInTalk(
  context: CommandContext,
  placeIn: (talk: vscode.Range) => vscode.Position,
): Promise<void> {
  const editor = context.logEditor();
  if (!editor) return;
  const talk = await rangeAt(context, editor, 'talk');
  if (talk) goTo(editor, placeIn(talk));
  else void vscode.window.showInformationMessage(vscode.l10n.t('There is no talk here.'));
}
