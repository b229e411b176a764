import {
  CONFIG_FILE,
  type Config,
  type ConfigProblem,
  configOfSettings,
  emptyConfig,
  type LintOptions,
  mergeOptions,
  readConfig,
} from '../language/index.js';

/** A `.chatlog.yaml`, read. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly ConfigProblem[];
}

/** What holds for one log. */
export interface LogConfiguration {
  readonly options: Omit<LintOptions, 'files'>;
  /** The file that holds for it; without text where there is none yet, in the workspace's root. */
  readonly file: { readonly uri: string; readonly text: string | undefined } | undefined;
}

interface Found {
  readonly file: ConfigFile;
  readonly config: Config;
}

/**
 * The configuration of logs: the nearest `.chatlog.yaml`, in their folder or above it, and over it the editor's settings.
 * Files are read when a log first needs them, and kept until they are told to have changed.
 */
export class Configuration {
  readonly #found = new Map<string, Promise<Found | undefined>>();
  #settings: Config = emptyConfig;
  #roots: readonly string[] = [];

  /** `read` gives the text of a file by its URI, and nothing where there is none; `onRead` is told of each file read. */
  constructor(
    private readonly read: (uri: string) => Promise<string | undefined>,
    private readonly onRead: (file: ConfigFile) => void,
  ) {}

  /** The workspace's folders, as URIs. */
  set roots(uris: readonly string[]) {
    this.#roots = uris.map(asFolder);
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  /** Folders have come to the workspace or left it. */
  changeRoots(added: readonly { readonly uri: string }[], removed: readonly { readonly uri: string }[]): void {
    const gone = new Set(removed.map(({ uri }) => asFolder(uri)));
    this.roots = [...this.#roots.filter((root) => !gone.has(root)), ...added.map(({ uri }) => uri)];
  }

  /** The editor's settings under `chatlog`, whatever it sent. */
  set settings(sent: unknown) {
    this.#settings = configOfSettings(sent);
  }

  /** Files have changed: what was read of them no longer holds. */
  forgetFiles(): void {
    this.#found.clear();
  }

  /** What holds for the log with this URI. */
  async of(uri: string): Promise<LogConfiguration> {
    const found = await this.#nearest(folderOf(uri));
    const root = this.#roots.find((folder) => uri.startsWith(folder));
    const folder = found ? folderOf(found.file.uri) : root;
    return {
      options: { ...mergeOptions(found?.config ?? emptyConfig, this.#settings), root: folder },
      file: found?.file ?? (root === undefined ? undefined : { uri: root + CONFIG_FILE, text: undefined }),
    };
  }

  #nearest(folder: string): Promise<Found | undefined> {
    let found = this.#found.get(folder);
    if (!found) {
      found = this.#look(folder);
      this.#found.set(folder, found);
    }
    return found;
  }

  async #look(folder: string): Promise<Found | undefined> {
    // Only what has a path can have a folder above it: `untitled:` and the like have none.
    if (!/^[a-z][\w+.-]*:\/\/.*\/$/i.test(folder)) return undefined;
    const uri = folder + CONFIG_FILE;
    const text = await this.read(uri);
    if (text === undefined) {
      const parent = folderOf(folder.slice(0, -1));
      return parent === folder || parent.endsWith('://') ? undefined : this.#nearest(parent);
    }
    const { config, problems } = readConfig(text);
    const file = { uri, text, problems };
    this.onRead(file);
    return { file, config };
  }
}

const asFolder = (uri: string): string => (uri.endsWith('/') ? uri : `${uri}/`);

/** The URI of the folder that holds a file, with a slash at its end. */
const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);
