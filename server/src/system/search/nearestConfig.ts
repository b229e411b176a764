import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { ChatDocument, CONFIG_FILE, type Config, emptyConfig, readConfig } from '../../language/index.js';
import { unreadable } from '../fileTrouble.js';
import { InputError } from '../inputError.js';

/** A configuration, and where it was found. */
export interface PlacedConfig {
  readonly config: Config;
  /** The folder that relative folders count from; `undefined` where no configuration was found. */
  readonly folder: string | undefined;
  /** Whether the patterns of the configuration name the file, given by its absolute path. */
  isNamed(path: string): boolean;
}

/** Finds the configuration that holds in a folder, given by its absolute path. */
export type FindConfig = (folder: string) => Promise<PlacedConfig>;

/** Where no configuration is. */
export const noConfig: PlacedConfig = { config: emptyConfig, folder: undefined, isNamed: () => false };

/**
 * A search for the nearest `.chatlog.yaml`, in a folder or above it. Each is read once; one that is wrong throws
 * {@link InputError}.
 */
export function nearestConfig(): FindConfig {
  const known = new Map<string, Promise<PlacedConfig>>();
  const find: FindConfig = (folder) => {
    let found = known.get(folder);
    if (!found) {
      found = look(folder);
      known.set(folder, found);
    }
    return found;
  };
  async function look(folder: string): Promise<PlacedConfig> {
    const text = await readIfThere(join(folder, CONFIG_FILE));
    if (text !== undefined) return placedConfig(folder, text);
    const parent = dirname(folder);
    return parent === folder ? noConfig : find(parent);
  }
  return find;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new InputError(unreadable(path, error));
  }
}

function placedConfig(folder: string, text: string): PlacedConfig {
  const { config, problems } = readConfig(text);
  const [problem] = problems;
  if (problem) {
    const { line, column } = ChatDocument.parse('', 0, text).positionAt(problem.from);
    throw new InputError(problem.message, `${join(folder, CONFIG_FILE)}:${line + 1}:${column + 1}`);
  }
  const { patterns = [] } = config;
  const named = patterns.map(matcher);
  return {
    config,
    folder,
    isNamed(path) {
      const own = relative(folder, path).replaceAll(sep, '/');
      return named.some((matches) => matches(own));
    },
  };
}

/** A pattern without a slash speaks of names, in whatever folder. */
const matcher = (pattern: string): ((path: string) => boolean) =>
  picomatch(pattern.replace(/^\.?\/(?=.)/, ''), { dot: true, basename: !pattern.includes('/') });
