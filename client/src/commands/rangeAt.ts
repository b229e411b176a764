import type * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import type { CommandContext } from './command.js';
import { positionParams } from './positionParams.js';

/** The entry or the talk around the cursor; `undefined` where there is none. */
export async function rangeAt(
  { client }: CommandContext,
  editor: vscode.TextEditor,
  what: 'entry' | 'talk',
): Promise<vscode.Range | undefined> {
  const running = await client();
  const params = { ...positionParams(running, editor), what };
  return running.protocol2CodeConverter.asRange(await running.sendRequest<Range | null>('chatlog/rangeAt', params));
}
