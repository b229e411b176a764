import * as vscode from 'vscode';

/** The kind of pastes and drops that save a picture, by which users can prefer them. */
export const PICTURE_KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('chatlog', 'picture');
