import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type Annotating, annotateLogs } from './annotations/annotate.js';
import { findFilesForServer } from './files.js';
import { tellLineLeft } from './lineLeft.js';
import { colourSpeakers } from './speakerColours.js';
import { surroundings, tellSurroundings } from './surroundings.js';

/** What the language client is told on every platform. */
export const clientOptions = ({
  extensionUri,
  globalStorageUri,
  storageUri,
}: vscode.ExtensionContext): LanguageClientOptions => ({
  documentSelector: [{ language: 'chatlog' }],
  initializationOptions: {
    rulePages: `${vscode.Uri.joinPath(extensionUri, 'docs/rules')}/`,
    // VS Code finds breadcrumbs and the cursor's row by ranges, so it gets all entries as a group too.
    entrySymbols: true,
    tellsLineLeft: true,
    readsFiles: true,
    findsFiles: true,
    showsEntries: true,
    recordsTalks: true,
    suggestsAgain: true,
    surroundings: surroundings(),
    // Hovers may show files that lie in an extension's own storage. In a browser there are none.
    ...(globalStorageUri.scheme === 'file' && {
      pictureFolder: vscode.Uri.joinPath(globalStorageUri, 'pictures').fsPath,
    }),
    ...(storageUri?.scheme === 'file' && { archiveFolder: vscode.Uri.joinPath(storageUri, 'archive').fsPath }),
  },
});

/** What the extension does for the server beyond LSP, and what it tells it. */
export function connectClient(client: BaseLanguageClient): vscode.Disposable & { readonly annotating: Annotating } {
  const annotating = annotateLogs(client);
  const connections = vscode.Disposable.from(
    findFilesForServer(client),
    tellLineLeft(client),
    tellSurroundings(client),
    colourSpeakers(client),
    annotating,
  );
  return { annotating, dispose: () => connections.dispose() };
}
