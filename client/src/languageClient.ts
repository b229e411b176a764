import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { readFilesForServer } from './files.js';
import { tellLineLeft } from './lineLeft.js';

/** What the language client is told on every platform. */
export const clientOptions = ({ extensionUri }: vscode.ExtensionContext): LanguageClientOptions => ({
  documentSelector: [{ language: 'chatlog' }],
  initializationOptions: {
    rulePages: `${vscode.Uri.joinPath(extensionUri, 'docs/rules')}/`,
    // VS Code finds a breadcrumb by ranges, and hides the symbols added for that from its outline (see package.json).
    entrySymbols: true,
    tellsLineLeft: true,
    readsFiles: true,
  },
});

/** What the extension does for the server beyond LSP, and what it tells it. */
export function connectClient(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(readFilesForServer(client), tellLineLeft(client));
}
