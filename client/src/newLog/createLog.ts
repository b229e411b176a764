import * as vscode from 'vscode';
import { insertAsWritten } from '../insertAsWritten.js';
import type { LogWanted } from './askForLog.js';

/**
 * Makes a log at a URI where there is no file yet, or, without one, where VS Code asks for it when it is saved. An empty
 * file, if one is given, becomes the log. Opens it, with the cursor behind the front matter.
 */
export async function createLog(
  { name, text }: LogWanted,
  uri: vscode.Uri | undefined,
  empty: vscode.Uri | undefined,
): Promise<void> {
  const target = uri ?? vscode.Uri.from({ scheme: 'untitled', path: name });
  if (uri && uri.toString() !== empty?.toString() && !(await makeFile(uri, text, empty))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('“{0}” could not be made. Is the folder read-only?', name));
    return;
  }
  let document = await vscode.workspace.openTextDocument(target);
  if (document.languageId !== 'chatlog') document = await vscode.languages.setTextDocumentLanguage(document, 'chatlog');
  // The cursor comes with the text: whoever types on at once types behind it.
  const { end } = document.lineAt(document.lineCount - 1).range;
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
  if (document.getText().trim() !== '') return;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await insertAsWritten(editor, new vscode.SnippetString().appendText(text), all);
}

/** Makes the file, or gives the empty one its name; never over another. */
async function makeFile(uri: vscode.Uri, text: string, empty: vscode.Uri | undefined): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  if (empty) edit.renameFile(empty, uri);
  else edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  return vscode.workspace.applyEdit(edit);
}
