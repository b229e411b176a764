import * as vscode from 'vscode';
import type { Command } from './command.js';

/** Deletes the copies of pictures that hovers have shown. */
export const clearPictureCache: Command = {
  id: 'chatlog.clearPictureCache',
  async run({ client }) {
    await (await client()).sendRequest('chatlog/clearPictures');
    void vscode.window.showInformationMessage(vscode.l10n.t('The copies of pictures are deleted.'));
  },
};
