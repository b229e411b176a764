import type * as vscode from 'vscode';
import { activateExtension, type Extension, type RunningClient } from './extension.js';

let extension: Extension | undefined;

export function activate(context: vscode.ExtensionContext): void {
  extension = activateExtension(context, startServerProcess);
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}

/** Starts the server as a process of its own. The client library is loaded only here, when there is a log to serve. */
async function startServerProcess(context: vscode.ExtensionContext): Promise<RunningClient> {
  const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
  const { clientOptions, connectClient } = await import('./languageClient.js');
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient('chatlog', 'Chat Log', { run: server, debug }, clientOptions(context));
  const connections = connectClient(client);
  context.subscriptions.push(connections);
  await client.start();
  return { client, annotating: connections.annotating, stop: () => client.stop() };
}
