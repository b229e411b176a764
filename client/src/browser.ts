import * as vscode from 'vscode';
import { activateExtension, type Extension, type RunningClient } from './extension.js';

let extension: Extension | undefined;

export function activate(context: vscode.ExtensionContext): void {
  extension = activateExtension(context, startServerWorker);
}

export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}

/** Starts the server as a worker. The client library is loaded only here, when there is a log to serve. */
async function startServerWorker(context: vscode.ExtensionContext): Promise<RunningClient> {
  const { LanguageClient } = await import('vscode-languageclient/browser');
  const { clientOptions, connectClient } = await import('./languageClient.js');
  const script = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(context.extensionUri, 'dist/browser/server.js'),
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
