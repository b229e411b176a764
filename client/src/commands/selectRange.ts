import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import type { CommandContext } from './command.js';
import { positionParams } from './positionParams.js';

/** Selects the entry or the talk around the cursor; where there is none, says so. */
export async function selectRange(
  { client, logEditor }: CommandContext,
  what: 'entry' | 'talk',
  none: string,
): Promise<void> {
  const editor = logEditor();
  if (!editor) return;
  const running = await client();
  const found = await running.sendRequest<Range | null>('chatlog/rangeAt', {
    ...positionParams(running, editor),
    what,
  });
  const range = running.protocol2CodeConverter.asRange(found);
  if (range) editor.selection = new vscode.Selection(range.start, range.end);
  else void vscode.window.showInformationMessage(none);
}
