import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Feature } from '../../server/src/features/feature.js';
import { startServer } from '../../server/src/lsp/server.js';
import { Inbox } from './inbox.js';

/** How a client in a test differs from one that can do nothing. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** What it answers when it is asked for the settings `chatlog`. */
  readonly settings?: () => unknown;
  /** What the server waits for in place of one turn of the event loop. */
  readonly yieldToLoop?: () => Promise<void>;
  /** The texts of the files on disk, by URI; they are read as they are at that moment. */
  readonly files?: Readonly<Record<string, string>>;
  /** The URI of the folder that is open; the `.txt` files in it are the archive. */
  readonly folder?: string;
  /** The URIs of several that are open. */
  readonly folders?: readonly string[];
  /** Is given the client before the server is said hello to, to answer what the server may ask. */
  readonly onStart?: (client: ProtocolConnection) => void;
  // biome-ignore lint/suspicious/noExplicitAny: features differ in their parameters.
  readonly served?: readonly Feature<any, unknown>[];
}

/** A client and a server that talk over streams in this process. */
export interface MemoryServer {
  readonly client: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server sends unasked, to wait for. */
  readonly published: Inbox<PublishDiagnosticsParams>;
  readonly logged: Inbox<LogMessageParams>;
  readonly refreshed: Inbox<'refresh'>;
  readonly registered: Inbox<string>;
  open(text: string, uri?: string): void;
  change(
    version: number,
    ...changes: { readonly from: [number, number]; readonly to: [number, number]; readonly text: string }[]
  ): void;
  pull(uri?: string): Promise<readonly Diagnostic[]>;
  close(): void;
}

export const logUri = 'file:///archive/2026-11-20-WeChat.txt';

/** Starts a server and a client that has said hello to it. */
export async function startMemoryServer(options: ClientOptions = {}): Promise<MemoryServer> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  // A reader and a writer of messages, not the streams: with those the library ends the process when they end.
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)),
    {
      version: '0.0.0-test',
      locale: undefined,
      yieldToLoop: options.yieldToLoop ?? (() => new Promise((resolve) => setImmediate(resolve))),
      readFile: async (uri) => options.files?.[uri],
      archive: {
        find: async function* (folder) {
          yield* Object.keys(options.files ?? {}).filter((uri) => uri.startsWith(folder) && uri.endsWith('.txt'));
        },
        holds: async (folder, uri) => uri.startsWith(folder),
      },
    },
    ...(options.served ? [options.served] : []),
  );
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const published = new Inbox<PublishDiagnosticsParams>('published diagnostics');
  const logged = new Inbox<LogMessageParams>('a logged message');
  const refreshed = new Inbox<'refresh'>('a request to refresh');
  const registered = new Inbox<string>('a registration');
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => published.add(params));
  client.onNotification('window/logMessage', (params: LogMessageParams) => logged.add(params));
  client.onRequest('workspace/diagnostic/refresh', () => {
    refreshed.add('refresh');
    return null;
  });
  client.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
    for (const { method } of registrations) registered.add(method);
    return null;
  });
  client.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => (section === 'chatlog' ? (options.settings?.() ?? null) : null)),
  );
  options.onStart?.(client);
  client.listen();

  const params: InitializeParams = {
    processId: null,
    rootUri: options.folder ?? null,
    ...(options.folders && { workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })) }),
    capabilities: options.capabilities ?? {},
    ...(options.locale !== undefined && { locale: options.locale }),
    ...(options.initializationOptions !== undefined && { initializationOptions: options.initializationOptions }),
  };
  const initialized = await client.sendRequest<InitializeResult>('initialize', params);
  await client.sendNotification('initialized', {});

  return {
    client,
    initialized,
    published,
    logged,
    refreshed,
    registered,
    open(text, uri = logUri) {
      client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'chatlog', version: 1, text },
      });
    },
    change(version, ...changes) {
      const place = ([line, character]: [number, number]) => ({ line, character });
      client.sendNotification('textDocument/didChange', {
        textDocument: { uri: logUri, version },
        contentChanges: changes.map(({ from, to, text }) => ({ range: { start: place(from), end: place(to) }, text })),
      });
    },
    async pull(uri = logUri) {
      const report = await client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items;
    },
    close() {
      client.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
}
