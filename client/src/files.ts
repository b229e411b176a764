import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Reads files for the server: VS Code sees those of remote machines and of virtual workspaces too. */
export function readFilesForServer(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest('chatlog/readFile', async ({ uri }: { readonly uri: string }): Promise<string | null> => {
    try {
      const bytes = await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri));
      return new TextDecoder().decode(bytes);
    } catch {
      return null;
    }
  });
}
