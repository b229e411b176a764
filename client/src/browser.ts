import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { RunningClient } from './extension.js';
import { clientOptions, connectClient } from './languageClient.js';

/** Starts the server as a worker. */
export async function startServer(context: vscode.ExtensionContext): Promise<RunningClient> {
  const script = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(context.extensionUri, 'dist/languageServer.js'),
  );
  // By its text, not its address: VS Code refuses workers from an extension that stands on a remote machine.
  const address = URL.createObjectURL(new Blob([script.slice()], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const client = new LanguageClient('chatlog', 'Chat Log', worker, clientOptions(context));
  const connections = connectClient(client);
  context.subscriptions.push(connections);
  await client.start();
  return {
    client,
    annotating: connections.annotating,
    stop: async () => {
      await client.stop();
      worker.terminate();
    },
  };
}
