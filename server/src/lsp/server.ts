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
import type { ArchiveContext, ClientTraits } from '../features/feature.js';
import { features } from '../features/index.js';
import { readSettings } from '../features/settings.js';
import { workspaceFeatures } from '../features/workspace/index.js';
import { say, setLocale } from '../l10n/l10n.js';
import {
  ChatDocument,
  defaultLintOptions,
  type Files,
  type LintOptions,
  type Now,
  pictureFile,
} from '../language/index.js';
import { type AnyFeature, type AnyWorkspaceFeature, answer, answerForWorkspace, type HostContext } from './answer.js';
import { archiveWatchers, isConfig, tellIndex, tellsOfConfig } from './archiveEvents.js';
import { ArchiveIndex, type SummarizedLog } from './archiveIndex.js';
import { clientTraits, hasOption } from './clientTraits.js';
import { type ConfigFile, Configuration } from './configuration.js';
import { openDocuments } from './documents.js';
import { placeOfFailure } from './failure.js';
import { onHostOf } from './filesOnHost.js';
import { showIndexProgress } from './indexProgress.js';
import { localTime } from './localTime.js';
import { type ArchiveFiles, isLogInWorkspace, type LogSearch, logsInWorkspace } from './logsInWorkspace.js';
import { type PictureSource, readSurroundings } from './pictureSource.js';
import { pushDiagnostics } from './pushDiagnostics.js';
import { TypingLines } from './typing.js';

/** What differs between the platforms that the server runs on. */
export interface ServerHost {
  readonly version: string;
  /** The user's language where the client does not say it. */
  readonly locale: string | undefined;
  /** The URI of the folder of the rules' pages, with a slash at its end, where the client does not say it. */
  readonly rulePages?: string;
  /** The time on the clock; that of the machine where it is absent. */
  readonly now?: () => Now;
  /** Lets the event loop run once. */
  yieldToLoop(): Promise<void>;
  /** The text of a file by its URI; nothing where there is none. Absent where files can't be read. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** The files beside logs as they are now. Absent where they can't be looked at. */
  readonly files?: () => Files;
  /** The search for logs in folders. Absent where folders can't be searched: then the client is asked. */
  readonly archive?: ArchiveFiles;
  /**
   * Reads the logs on this machine among those given by URI, while all else goes on, and keeps what it found for the next start
   * in a folder, given by its path, where there is one. Absent where there are no threads.
   */
  readonly summarizeMany?: (uris: readonly string[], folder: string | undefined) => AsyncIterable<SummarizedLog>;
  /** What finds pictures and keeps them in a folder, given by its path. Absent where there are no files. */
  readonly pictures?: (folder: string) => PictureSource;
}

/** A pause that ends the typing of a header, in milliseconds, where the client does not tell when a line is left. */
const TYPING_PAUSE = 2000;

/** Serves logs over a connection, which it starts to listen on. `served` is for tests that bring a feature of their own. */
export function startServer(
  connection: Connection,
  host: ServerHost,
  served: readonly AnyFeature[] = features as readonly AnyFeature[],
): void {
  const { summarizeMany } = host;
  const servedForWorkspace = workspaceFeatures as readonly AnyWorkspaceFeature[];
  let client: ClientCapabilities = {};
  let traits: ClientTraits = clientTraits({}, undefined);
  let rulePages = host.rulePages;
  let settings = readSettings(undefined);
  let surroundings = readSurroundings(undefined);
  let pictures: PictureSource | undefined;
  let archiveFolder: string | undefined;
  let clientReads = false;
  let clientFinds = false;
  const configuration = new Configuration(readFile, showConfigProblems);
  const badConfigs = new Set<string>();
  const typing = new TypingLines(TYPING_PAUSE, refreshDiagnostics);
  const documents = openDocuments((document, changes) => typing.changed(document, changes, !traits.tellsLineLeft));

  const index = new ArchiveIndex({
    documents,
    findLogs: () => logsInWorkspace(connection, logSearch()),
    isLog: (uri, text, found) => isLogInWorkspace(logSearch(), uri, text, found),
    readFile,
    summarizeMany: summarizeMany && ((uris) => summarizeMany(uris, archiveFolder)),
    speakersOf: async (uri) => (await configuration.of(uri)).options.speakers,
    yieldToLoop: host.yieldToLoop,
    showProgress: (logs) => showIndexProgress(connection, logs),
    failed: (error) => connection.console.error(`The archive could not be read: ${placeOfFailure(error)}`),
  });
  const archiveContext: ArchiveContext = {
    say,
    get settings() {
      return settings;
    },
    get client() {
      return traits;
    },
    now: host.now ?? localTime,
    archive: () => index.current(),
    wholeArchive: () => index.whole(),
    readLog: (uri) => index.readLog(uri),
    lintOptionsOf: async (uri) => withFiles(uri, (await configuration.of(uri)).options),
  };

  async function contextOf(uri: string): Promise<HostContext> {
    const { options, file } = await configuration.of(uri);
    const source = pictures;
    return {
      ...archiveContext,
      lintOptions: withFiles(uri, options),
      rulePages,
      typingLine: (document) => typing.lineOf(document),
      configFile: file,
      trusted: surroundings.trusted,
      findPicture:
        source &&
        ((address, signal) => {
          const mapped = pictureFile(address, options);
          return source.find({ address, log: uri, mapped }, { ...settings.images, ...surroundings }, signal);
        }),
    };
  }

  connection.onInitialize(({ capabilities, initializationOptions, locale, ...params }: InitializeParams) => {
    client = capabilities;
    traits = clientTraits(client, initializationOptions);
    setLocale(locale ?? host.locale);
    configuration.roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    takeSettings(initializationOptions?.settings);
    if (typeof initializationOptions?.rulePages === 'string') rulePages = initializationOptions.rulePages;
    surroundings = readSurroundings(initializationOptions?.surroundings);
    // Without a folder of the client's, which means one that shows pictures, none is fetched.
    const folder = initializationOptions?.pictureFolder;
    if (typeof folder === 'string') pictures = host.pictures?.(folder);
    if (typeof initializationOptions?.archiveFolder === 'string') archiveFolder = initializationOptions.archiveFolder;
    clientReads = hasOption(initializationOptions, 'readsFiles');
    clientFinds = hasOption(initializationOptions, 'findsFiles');
    return {
      capabilities: capabilitiesOf([...served, ...servedForWorkspace]),
      serverInfo: { name: 'chatlog', version: host.version },
    };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'chatlog' });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: archiveWatchers });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        configuration.changeRoots(added, removed);
        index.search();
      });
    }
    await fetchSettings(undefined);
    index.search();
  });

  connection.onDidChangeConfiguration(({ settings }) => fetchSettings(settings?.chatlog));

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!tellsOfConfig(changes)) return tellIndex(index, changes);
    configuration.forgetFiles();
    tellIndex(index, changes);
    for (const uri of badConfigs) connection.sendDiagnostics({ uri, diagnostics: [] });
    badConfigs.clear();
    refreshDiagnostics();
  });

  connection.onNotification('chatlog/surroundings', (sent: unknown) => {
    surroundings = readSurroundings(sent);
  });

  connection.onRequest('chatlog/clearPictures', async () => {
    await pictures?.clear();
    return null;
  });

  connection.onNotification('chatlog/lineLeft', ({ uri }: { readonly uri: string }) => {
    const document = documents.get(uri);
    if (document) typing.leave(document);
  });

  function withFiles(uri: string, options: Omit<LintOptions, 'files'>): LintOptions {
    const files = host.files?.() ?? defaultLintOptions.files;
    return { ...options, files: surroundings.trusted ? files : onHostOf(uri, files) };
  }

  function logSearch(): LogSearch {
    return { roots: configuration.roots, archive: host.archive, clientFinds };
  }

  /**
   * The text of a file: of one on this machine as it is on disk, of others as the client sees them. So is a
   * configuration, which is not synchronised as logs are, but may be open with changes that are not saved.
   */
  async function readFile(uri: string): Promise<string | undefined> {
    if (host.readFile && !(clientReads && (isConfig(uri) || !uri.startsWith('file:')))) return host.readFile(uri);
    if (!clientReads) return undefined;
    return (await connection.sendRequest<string | null>('chatlog/readFile', { uri })) ?? undefined;
  }

  function takeSettings(sent: unknown): void {
    configuration.settings = sent;
    settings = readSettings(sent);
  }

  /** Asks for the settings where the client answers such questions, else takes those it sent. */
  async function fetchSettings(sent: unknown): Promise<void> {
    if (client.workspace?.configuration) {
      takeSettings(await connection.workspace.getConfiguration('chatlog'));
    } else if (sent !== undefined) takeSettings(sent);
    else return;
    refreshDiagnostics();
    if (client.workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh();
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

  const answerHost = {
    documents,
    console: connection.console,
    yieldToLoop: host.yieldToLoop,
    archiveContext,
    contextOf,
  };
  for (const feature of served) connection.onRequest(feature.method, answer(feature, answerHost));
  for (const feature of servedForWorkspace) {
    connection.onRequest(feature.method, answerForWorkspace(feature, answerHost));
  }

  const push = pushDiagnostics(connection, documents, {
    wanted: () => client.textDocument?.diagnostic === undefined,
    yieldToLoop: host.yieldToLoop,
    contextOf,
  });
  documents.onDidClose(({ document }) => {
    typing.forget(document);
    index.closed(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}

function capabilitiesOf(served: readonly { readonly capabilities: ServerCapabilities }[]): ServerCapabilities {
  return Object.assign(
    {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    } satisfies ServerCapabilities,
    ...served.map((feature) => feature.capabilities),
  );
}
