import * as vscode from 'vscode';
import { followDetection } from './detection.js';

/** A running language client, as far as the extension needs it. */
export interface RunningClient {
  stop(): Promise<void>;
}

/** Starts the language server of a platform and what talks to it. */
export type StartClient = (context: vscode.ExtensionContext) => Promise<RunningClient>;

/**
 * What both platforms share: plain text files are looked at, and the server starts with the first log that is open, so
 * that a window without logs pays for neither the client library nor a process.
 */
export function activateExtension(context: vscode.ExtensionContext, start: StartClient): Extension {
  const extension = new Extension(context, start);
  context.subscriptions.push(
    followDetection(),
    vscode.workspace.onDidOpenTextDocument((opened) => extension.serve(opened)),
  );
  for (const document of vscode.workspace.textDocuments) extension.serve(document);
  return extension;
}

/** The extension while it is active. */
export class Extension {
  #client: Promise<RunningClient> | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly start: StartClient,
  ) {}

  /** Starts the server where the document is the first log. */
  serve(document: vscode.TextDocument): void {
    if (document.languageId !== 'chatlog' || this.#client) return;
    this.#client = this.start(this.context);
    this.#client.catch((error: unknown) => {
      this.#client = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The Chat Log language server could not start: {0}', reason));
    });
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.stop();
  }
}
