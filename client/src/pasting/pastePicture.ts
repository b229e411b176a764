import * as vscode from 'vscode';
import type { CommandContext } from '../commands/command.js';
import { insertPictures } from './insertPictures.js';
import type { PasteProvider } from './pasteProvider.js';
import { PICTURE_KIND } from './pictureKind.js';
import { type PictureSource, picturesIn, pictureTypes } from './pictureSource.js';

/** A paste of pictures; they are saved only when it is chosen. */
interface PastedPictures extends vscode.DocumentPasteEdit {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly pictures: readonly PictureSource[];
}

/** Offers to save a picture that is pasted into a log, and to put it into the entry at the cursor. */
export const pastePicture: PasteProvider = {
  register: (context) =>
    vscode.languages.registerDocumentPasteEditProvider({ language: 'chatlog' }, provider(context), {
      pasteMimeTypes: pictureTypes,
      providedPasteEditKinds: [PICTURE_KIND],
    }),
};

const provider = ({ client }: CommandContext): vscode.DocumentPasteEditProvider<PastedPictures> => ({
  async provideDocumentPasteEdits(document, [range, more], transfer) {
    const pictures = range && !more ? await picturesIn(transfer) : [];
    if (!range || pictures.length === 0) return [];
    const edit = new vscode.DocumentPasteEdit('', vscode.l10n.t('Save the picture and insert it'), PICTURE_KIND);
    // Where text is copied with a picture of it, the text is meant.
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [Object.assign(edit, { document, position: range.end, pictures })];
  },
  async resolveDocumentPasteEdit(paste) {
    const edit = await insertPictures(await client(), paste.document, paste.position, paste.pictures);
    if (!edit) throw new vscode.CancellationError();
    paste.additionalEdit = edit;
    return paste;
  },
});
