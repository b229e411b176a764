import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { RunningClient } from './extension.js';
import { clientOptions, connectClient } from './languageClient.js';

/** Without it, V8 keeps room for 32 MB of what is soon thrown away, or for more, and is no faster. */
const SMALL_HEAP = '--max-semi-space-size=4';

/** Starts the server as a process of its own. */
export async function startServer(context: vscode.ExtensionContext): Promise<RunningClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const run = { ...server, options: { execArgv: [SMALL_HEAP] } };
  const debug = { ...server, options: { execArgv: [SMALL_HEAP, '--nolazy', '--inspect=6009'] } };
  const client = new LanguageClient('chatlog', 'Chat Log', { run, debug }, clientOptions(context));
  const connections = connectClient(client);
  context.subscriptions.push(connections);
  await client.start();
  return { client, annotating: connections.annotating, stop: () => client.stop() };
}
