import * as vscode from 'vscode';
import { insertPictures } from '../pasting/insertPictures.js';
import { pictureEndings, pictureFile } from '../pasting/pictureSource.js';
import type { Command } from './command.js';

/** Puts pictures that the user chooses into the entry at the cursor; those that lie elsewhere are saved in the folder for them. */
export const insertPicture: Command = {
  id: 'chatlog.insertPicture',
  async run({ client, logEditor }) {
    const editor = logEditor();
    if (!editor) return;
    const { document, selection } = editor;
    const chosen = await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Insert Picture'),
      canSelectMany: true,
      filters: { [vscode.l10n.t('Pictures')]: [...pictureEndings] },
    });
    const pictures = (chosen ?? []).flatMap((file) => pictureFile(file) ?? []);
    if (pictures.length === 0) return;
    const edit = await insertPictures(await client(), document, selection.active, pictures);
    if (edit && !(await vscode.workspace.applyEdit(edit))) {
      void vscode.window.showErrorMessage(vscode.l10n.t('The picture could not be saved.'));
    }
  },
};
