import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Annotating } from './annotations/annotate.js';
import type { CommandContext } from './commands/command.js';
import { commands } from './commands/index.js';
import { followDetection } from './detection.js';
import { offerToBeginLog } from './newLog/offerToBeginLog.js';
import { pasteProviders } from './pasting/index.js';
import { showViews } from './views/views.js';

/** A language client that runs, with its server. */
export interface RunningClient {
  readonly client: BaseLanguageClient;
  /** The notes and tags of open logs. */
  readonly annotating: Annotating;
  stop(): Promise<void>;
}

/** Starts the language server of a platform and what talks to it. */
export type StartClient = (context: vscode.ExtensionContext) => Promise<RunningClient>;

/**
 * What both platforms share: plain text files are looked at, and the server starts with the first log that is open, or the
 * first command or view that needs it, so that a window without logs pays for neither the client library nor a process.
 */
export function activateExtension(context: vscode.ExtensionContext, start: StartClient): Extension {
  const extension = new Extension(context, start);
  const commandContext: CommandContext = {
    client: async () => (await extension.running()).client,
    annotating: async () => (await extension.running()).annotating,
    logEditor: () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.languageId === 'chatlog' ? editor : undefined;
    },
  };
  context.subscriptions.push(
    followDetection(),
    offerToBeginLog(),
    vscode.workspace.onDidOpenTextDocument((opened) => extension.serve(opened)),
    ...commands.map(({ id, run }) =>
      vscode.commands.registerCommand(id, (...args: readonly unknown[]) => run(commandContext, ...args)),
    ),
    ...pasteProviders.map((provider) => provider.register(commandContext)),
    showViews(commandContext),
  );
  for (const document of vscode.workspace.textDocuments) extension.serve(document);
  return extension;
}

/** The extension while it is active. */
export class Extension {
  #running: Promise<RunningClient> | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly start: StartClient,
  ) {}

  /** Starts the server where the document is the first log. */
  serve(document: vscode.TextDocument): void {
    if (document.languageId !== 'chatlog' || this.#running) return;
    // Whoever waits for it is told by a message of its own.
    this.running().catch(() => {});
  }

  /** The client with its server, started where it is not running. Fails where it can't start, which the user is told. */
  running(): Promise<RunningClient> {
    this.#running ??= this.start(this.context).catch((error: unknown) => {
      this.#running = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The Chat Log language server could not start: {0}', reason));
      throw error;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    const running = await this.#running?.catch(() => undefined);
    await running?.stop();
  }
}
