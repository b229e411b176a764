import * as vscode from 'vscode';
import type { CommandContext } from '../commands/command.js';
import { pausing } from '../pausing.js';
import { ServerTree } from './treeView.js';

/** A pause in typing after which the rows of the current log are asked for again, in milliseconds. */
const PAUSE = 500;
/** The same after a change of files. The server hears of it a quarter of a second later than we do. */
const FILES_PAUSE = 1000;

/** The views of the side bar: the current log, and the talks of the archive. */
export function showViews({ client }: Pick<CommandContext, 'client'>): vscode.Disposable {
  return vscode.Disposable.from(showLog(client), showArchive(client));
}

function showLog(client: CommandContext['client']): vscode.Disposable {
  let shown = logInSight();
  const tree = new ServerTree('chatlog.log', client, async () => {
    if (!shown) return [];
    const running = await client();
    const textDocument = running.code2ProtocolConverter.asTextDocumentIdentifier(shown);
    return running.sendRequest('chatlog/logTree', { textDocument });
  });
  const afterEdits = pausing(() => tree.refresh(), PAUSE);
  const look = (): void => {
    const log = logInSight();
    if (log === shown) return;
    shown = log;
    tree.refresh();
  };
  return vscode.Disposable.from(
    tree,
    afterEdits,
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeVisibleTextEditors(look),
    // A plain text becomes a log while its editor stays as it is.
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === shown) afterEdits.start();
    }),
  );
}

function showArchive(client: CommandContext['client']): vscode.Disposable {
  let watching: vscode.Disposable | undefined;
  const tree = new ServerTree('chatlog.archive', client, async () => {
    // Until the view is first seen, nothing there can change.
    watching ??= watchLogs(afterChanges.start);
    return (await client()).sendRequest('chatlog/archiveTree', {});
  });
  const afterChanges = pausing(() => tree.refresh(), FILES_PAUSE);
  return vscode.Disposable.from(tree, afterChanges, { dispose: () => watching?.dispose() });
}

/** Tells when a file that may be a log is made, changed or deleted. */
function watchLogs(changed: () => void): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher('**/*.txt');
  return vscode.Disposable.from(
    files,
    files.onDidCreate(changed),
    files.onDidChange(changed),
    files.onDidDelete(changed),
  );
}

/** The log that the user is in; while they are elsewhere, in the settings or a terminal, one that they can still see. */
function logInSight(): vscode.TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = activeTextEditor ? [activeTextEditor, ...visibleTextEditors] : visibleTextEditors;
  return editors.map(({ document }) => document).find(({ languageId }) => languageId === 'chatlog');
}
