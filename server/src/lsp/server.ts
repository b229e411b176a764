import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { toRange } from '../features/convert.js';
import type { ClientTraits, Feature, FeatureContext } from '../features/feature.js';
import { features } from '../features/index.js';
import { say, setLocale } from '../l10n/l10n.js';
import { ChatDocument, CONFIG_FILE, defaultLintOptions, type Files } from '../language/index.js';
import { answer } from './answer.js';
import { clientTraits, hasOption } from './clientTraits.js';
import { type ConfigFile, Configuration } from './configuration.js';
import { openDocuments } from './documents.js';
import { pushDiagnostics } from './pushDiagnostics.js';
import { TypingLines } from './typing.js';

/** What differs between the platforms that the server runs on. */
export interface ServerHost {
  readonly version: string;
  /** The user's language where the client does not say it. */
  readonly locale: string | undefined;
  /** The URI of the folder of the rules' pages, with a slash at its end, where the client does not say it. */
  readonly rulePages?: string;
  /** Lets the event loop run once. */
  yieldToLoop(): Promise<void>;
  /** The text of a file by its URI; nothing where there is none. Absent where files can't be read. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** The files beside logs as they are now. Absent where they can't be looked at. */
  readonly files?: () => Files;
}

// biome-ignore lint/suspicious/noExplicitAny: features differ in their parameters; each checks its own.
type AnyFeature = Feature<any, unknown>;

/** A pause that ends the typing of a header, in milliseconds, where the client does not tell when a line is left. */
const TYPING_PAUSE = 2000;

/** Serves logs over a connection, which it starts to listen on. `served` is for tests that bring a feature of their own. */
export function startServer(
  connection: Connection,
  host: ServerHost,
  served: readonly AnyFeature[] = features as readonly AnyFeature[],
): void {
  let client: ClientCapabilities = {};
  let traits: ClientTraits = clientTraits({}, undefined);
  let rulePages = host.rulePages;
  let readFile = host.readFile ?? (async () => undefined);
  const configuration = new Configuration((uri) => readFile(uri), showConfigProblems);
  const badConfigs = new Set<string>();
  const typing = new TypingLines(TYPING_PAUSE, refreshDiagnostics);
  const documents = openDocuments((document, changes) => typing.changed(document, changes, !traits.tellsLineLeft));

  async function contextOf(uri: string): Promise<FeatureContext> {
    const { options, file } = await configuration.of(uri);
    return {
      say,
      lintOptions: { ...options, files: host.files?.() ?? defaultLintOptions.files },
      rulePages,
      client: traits,
      typingLine: (document) => typing.lineOf(document),
      configFile: file,
    };
  }

  connection.onInitialize(({ capabilities, initializationOptions, locale, ...params }: InitializeParams) => {
    client = capabilities;
    traits = clientTraits(client, initializationOptions);
    setLocale(locale ?? host.locale);
    configuration.roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    configuration.settings = initializationOptions?.settings;
    if (typeof initializationOptions?.rulePages === 'string') rulePages = initializationOptions.rulePages;
    if (hasOption(initializationOptions, 'readsFiles')) {
      readFile = async (uri) => (await connection.sendRequest<string | null>('chatlog/readFile', { uri })) ?? undefined;
    }
    return { capabilities: capabilitiesOf(served), serverInfo: { name: 'chatlog', version: host.version } };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'chatlog' });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: `**/${CONFIG_FILE}` }];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    await fetchSettings(undefined);
  });

  connection.onDidChangeConfiguration(({ settings }) => fetchSettings(settings?.chatlog));

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!changes.some(({ uri }) => uri.endsWith(`/${CONFIG_FILE}`))) return;
    configuration.forgetFiles();
    for (const uri of badConfigs) connection.sendDiagnostics({ uri, diagnostics: [] });
    badConfigs.clear();
    refreshDiagnostics();
  });

  connection.onNotification('chatlog/lineLeft', ({ uri }: { readonly uri: string }) => {
    const document = documents.get(uri);
    if (document) typing.leave(document);
  });

  /** Asks for the settings where the client answers such questions, else takes those it sent. */
  async function fetchSettings(sent: unknown): Promise<void> {
    if (client.workspace?.configuration) {
      configuration.settings = await connection.workspace.getConfiguration('chatlog');
    } else if (sent !== undefined) configuration.settings = sent;
    else return;
    refreshDiagnostics();
  }

  /** Has the problems of the open logs shown anew, by whichever way the client takes them. */
  function refreshDiagnostics(): void {
    if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
    push.refresh();
  }

  function showConfigProblems({ uri, text, problems }: ConfigFile): void {
    if (problems.length === 0) return;
    badConfigs.add(uri);
    const document = ChatDocument.parse(uri, 0, text);
    const diagnostics = problems.map((problem) => ({
      range: toRange(document, problem),
      severity: 1 as const,
      source: 'chatlog',
      message: say(problem.message),
    }));
    connection.sendDiagnostics({ uri, diagnostics });
  }

  const answerHost = { documents, console: connection.console, yieldToLoop: host.yieldToLoop, contextOf };
  for (const feature of served) connection.onRequest(feature.method, answer(feature, answerHost));

  const push = pushDiagnostics(connection, documents, {
    wanted: () => client.textDocument?.diagnostic === undefined,
    yieldToLoop: host.yieldToLoop,
    contextOf,
  });
  documents.onDidClose(({ document }) => typing.forget(document));
  documents.listen(connection);
  connection.listen();
}

function capabilitiesOf(served: readonly AnyFeature[]): ServerCapabilities {
  return Object.assign(
    { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } } satisfies ServerCapabilities,
    ...served.map((feature) => feature.capabilities),
  );
}
