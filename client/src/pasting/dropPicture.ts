import * as vscode from 'vscode';
import { insertPictures } from './insertPictures.js';
import type { PasteProvider } from './pasteProvider.js';
import { PICTURE_KIND } from './pictureKind.js';
import { picturesIn, pictureTypes } from './pictureSource.js';

/**
 * Saves pictures that are dropped on a log, and puts them into the entry that they are dropped on. Whoever drops a picture
 * means that, so what there is to ask is asked at once.
 */
export const dropPicture: PasteProvider = {
  register: ({ client }) =>
    vscode.languages.registerDocumentDropEditProvider(
      { language: 'chatlog' },
      {
        async provideDocumentDropEdits(document, position, transfer) {
          const pictures = await picturesIn(transfer);
          if (pictures.length === 0) return [];
          const additionalEdit = await insertPictures(await client(), document, position, pictures);
          if (!additionalEdit) return [];
          const edit = new vscode.DocumentDropEdit('', vscode.l10n.t('Save the picture and insert it'), PICTURE_KIND);
          return [Object.assign(edit, { additionalEdit })];
        },
      },
      { dropMimeTypes: pictureTypes, providedDropEditKinds: [PICTURE_KIND] },
    ),
};
