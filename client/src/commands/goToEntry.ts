import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import type { CommandContext } from './command.js';
import { goTo } from './goTo.js';
import { positionParams } from './positionParams.js';

/** Goes to the next or previous entry of whoever speaks at the cursor; where nobody does, says so. */
export async function goToEntry({ client, logEditor }: CommandContext, direction: 'next' | 'previous'): Promise<void> {
  const editor = logEditor();
  if (!editor) return;
  const running = await client();
  const params = { ...positionParams(running, editor), direction };
  const range = running.protocol2CodeConverter.asRange(
    await running.sendRequest<Range | null>('chatlog/entryOfSpeaker', params),
  );
  if (!range) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nobody speaks here. Put the cursor into an entry.'));
    return;
  }
  goTo(editor, range.start);
}
