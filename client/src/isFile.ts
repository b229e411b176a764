import * as vscode from 'vscode';

/** Whether there is a file at a URI. */
export async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
