import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { openConfig, tellOpenConfig } from './openConfig.js';

/** Reads and finds files for the server: VS Code sees those of remote machines and of virtual workspaces too. */
export function findFilesForServer(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(readFiles(client), findFiles(client), tellOpenConfig(client));
}

function readFiles(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest('chatlog/readFile', async ({ uri }: { readonly uri: string }): Promise<string | null> => {
    const file = client.protocol2CodeConverter.asUri(uri);
    try {
      return openConfig(file)?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return null;
    }
  });
}

/** Answers with the URIs of all text files of the workspace; which of them are logs the server sees. */
function findFiles(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest('chatlog/findFiles', async (): Promise<readonly string[]> => {
    // Besides these, what the user has excluded from the explorer is left out.
    const found = await vscode.workspace.findFiles('**/*.txt', '{**/node_modules/**,**/.*/**}');
    return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
  });
}
