import { join } from 'node:path';
import * as vscode from 'vscode';

/** How long an event of the editor is waited for, in milliseconds: the machine may be slow, but not this slow. */
const PATIENCE = 30_000;

/** The workspace the tests run in: a copy of `test/e2e/workspace`, so that they may write. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests want to run in a folder.');
  return vscode.Uri.joinPath(folder.uri, ...name.split('/'));
}

/** A file of the project itself. */
export function projectFile(name: string): vscode.Uri {
  return vscode.Uri.file(join(__dirname, '../../..', name));
}

/** Opens a file in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Waits until `look` finds something, looking again after each event; rejects with `what` when patience ends. */
export async function eventually<Result>(
  what: string,
  event: vscode.Event<unknown>,
  look: () => Result | undefined | PromiseLike<Result | undefined>,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      subscription.dispose();
      settle();
    };
    const again = async (): Promise<void> => {
      const found = await look();
      if (found !== undefined) finish(() => resolve(found));
    };
    const timer = setTimeout(() => finish(() => reject(new Error(`Waited in vain for ${what}.`))), PATIENCE);
    const subscription = event(() => again().catch(reject));
    again().catch(reject);
  });
}

/** The problems of a document, once there are any that satisfy the condition. */
export function problems(
  uri: vscode.Uri,
  what: string,
  enough: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return eventually(what, vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(uri);
    return enough(found) ? found : undefined;
  });
}

/** The rule that a problem comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
