import * as vscode from 'vscode';
import { type BaseLanguageClient, FileChangeType } from 'vscode-languageclient';
import { pausing } from './pausing.js';

/** A pause in typing after which the server reads the configuration again, in milliseconds. */
const PAUSE = 200;

/** A configuration that is open in an editor: what the server changes in it has to fit what is not saved yet. */
export function openConfig(file: vscode.Uri): vscode.TextDocument | undefined {
  if (!isConfig(file)) return undefined;
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
}

/** Tells the server that a configuration has changed in an editor, as it is told of files on disk. */
export function tellOpenConfig(client: BaseLanguageClient): vscode.Disposable {
  const changed = new Map<string, vscode.Uri>();
  const afterTyping = pausing(() => {
    const uris = [...changed.values()].map((uri) => client.code2ProtocolConverter.asUri(uri));
    changed.clear();
    void client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: uris.map((uri) => ({ uri, type: FileChangeType.Changed })),
    });
  }, PAUSE);
  const tell = ({ uri }: vscode.TextDocument): void => {
    if (!isConfig(uri)) return;
    changed.set(uri.toString(), uri);
    afterTyping.start();
  };
  return vscode.Disposable.from(
    afterTyping,
    vscode.workspace.onDidChangeTextDocument(({ document }) => tell(document)),
    // Changes that were not saved are gone.
    vscode.workspace.onDidCloseTextDocument(tell),
  );
}

const isConfig = ({ path }: vscode.Uri): boolean => path.endsWith('/.chatlog.yaml');
