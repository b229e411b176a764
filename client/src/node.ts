import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { RunningClient } from './extension.js';
import { clientOptions, connectClient } from './languageClient.js';

/** Starts the server as a process of its own. */
export async function startServer(context: vscode.ExtensionContext): Promise<RunningClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient('chatlog', 'Chat Log', { run: server, debug }, clientOptions(context));
  const connections = connectClient(client);
  context.subscriptions.push(connections);
  await client.start();
  return { client, annotating: connections.annotating, stop: () => client.stop() };
}
