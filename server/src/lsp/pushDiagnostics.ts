import type { Connection, TextDocuments } from 'vscode-languageserver';
import { diagnostic } from '../features/diagnostic.js';
import type { ChatDocument } from '../language/index.js';
import type { HostContext } from './answer.js';
import { placeOfFailure } from './failure.js';

/** Sends problems to a client that does not ask for them. */
export interface PushedDiagnostics {
  /** Sends those of every open log again, as after a change of settings. */
  refresh(): void;
}

/** What pushing needs of the server around it. */
export interface PushHost {
  /** Whether the client wants to be sent problems; known once it is initialised. */
  readonly wanted: () => boolean;
  readonly yieldToLoop: () => Promise<void>;
  readonly contextOf: (uri: string) => Promise<HostContext>;
}

/** Sends the problems of each open log after each change, once for several changes that arrive together. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<ChatDocument>,
  host: PushHost,
): PushedDiagnostics {
  const waiting = new Set<string>();

  async function send(uri: string): Promise<void> {
    if (!host.wanted() || waiting.has(uri)) return;
    waiting.add(uri);
    await changesRead(uri);
    const context = await host.contextOf(uri);
    waiting.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    const report = diagnostic.answer(document, { textDocument: { uri } }, { ...context, findPicture: undefined });
    const diagnostics = report.kind === 'full' ? report.items : [];
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  /** Each turn of the event loop reads one message; two turns without a change mean that none is waiting. */
  async function changesRead(uri: string): Promise<void> {
    let version: number | undefined;
    do {
      version = documents.get(uri)?.version;
      await host.yieldToLoop();
      await host.yieldToLoop();
    } while (documents.get(uri)?.version !== version);
  }

  const start = (uri: string): void => {
    send(uri).catch((error: unknown) => {
      connection.console.error(`Problems could not be sent: ${placeOfFailure(error)}`);
    });
  };
  documents.onDidChangeContent(({ document }) => start(document.uri));
  documents.onDidClose(({ document }) => {
    if (host.wanted()) connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return { refresh: () => documents.keys().forEach(start) };
}
