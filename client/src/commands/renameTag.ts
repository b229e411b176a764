import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { chooseTag } from './chooseTag.js';
import type { Command } from './command.js';
import { tellWhyNot } from './tellWhyNot.js';

/** Gives a tag another name in all logs: that of the entry at the cursor, or one that the user chooses. */
export const renameTag: Command = {
  id: 'chatlog.renameTag',
  async run(context) {
    const editor = context.logEditor();
    const name = editor && (await chooseTag(context, editor));
    if (name === undefined) return;
    const newName = await vscode.window.showInputBox({
      title: vscode.l10n.t('Rename the tag “{0}” in all logs', name),
      value: name,
      validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A tag needs a name.') : undefined),
    });
    if (newName === undefined || newName.trim() === name) return;
    const client = await context.client();
    await tellWhyNot(async () => {
      const params = { name, newName: newName.trim() };
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(
        await client.sendRequest<WorkspaceEdit | null>('chatlog/renameTag', params),
      );
      // Logs that are not open are saved then, as the user has it for other changes of several files.
      const isDone = edit && (await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
      if (!isDone) throw new Error(vscode.l10n.t('The logs have changed in the meantime: try again.'));
    });
  },
};
