import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Files, type LintOptions, mergeOptions } from '../../language/index.js';
import { besideLog } from '../../system/besideLog.js';
import { InputError } from '../../system/inputError.js';
import { type FindConfig, nearestConfig, type PlacedConfig } from '../../system/search/nearestConfig.js';
import type { Trouble } from '../write.js';
import { type Found, findLogs } from './findLogs.js';
import { type LogFile, readLog } from './readLog.js';

/** A log at hand. */
export interface LogAtHand extends LogFile {
  /** As it was given, or found from what was given. */
  readonly path: string;
  readonly lintOptions: LintOptions;
}

/** The logs that a command was given. */
export interface Logs {
  readonly count: number;
  readonly paths: readonly string[];
  /** The logs one by one, in order; one at a time is in memory. One that can't be read is reported and left out. */
  all(): AsyncGenerator<LogAtHand>;
}

/**
 * Finds the logs that operands name, all in the working directory where there are none, and their configurations.
 * Throws {@link InputError} where something is not there, or a configuration is wrong. `found` hears of each log at once.
 */
export async function openLogs(operands: readonly string[], trouble: Trouble, found?: Found): Promise<Logs> {
  const findConfig = nearestConfig();
  const paths = await findLogs(operands.length === 0 ? ['.'] : operands, findConfig, trouble, found);
  // A configuration that is wrong should be told before anything is done.
  for (const folder of new Set(paths.map((path) => dirname(resolve(path))))) await findConfig(folder);
  const read = logReader(findConfig, besideLog());
  return {
    count: paths.length,
    paths,
    async *all() {
      for (const path of paths) {
        try {
          yield await read(path);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          trouble.report(error.text);
        }
      }
    },
  };
}

/** Reads logs from disk with the options that hold for each; throws {@link InputError} for one that can't be read. */
export function logReader(findConfig: FindConfig, files: Files): (path: string) => Promise<LogAtHand> {
  const known = new Map<PlacedConfig, LintOptions>();
  return async (path) => {
    const config = await findConfig(dirname(resolve(path)));
    const lintOptions = known.get(config) ?? optionsOf(config, files);
    known.set(config, lintOptions);
    return { ...readLog(path), path, lintOptions };
  };
}

/** The options for logs under a configuration. */
export function optionsOf(placed: PlacedConfig, files: Files): LintOptions {
  const { config, folder } = placed;
  return {
    ...mergeOptions(config),
    root: folder === undefined ? undefined : pathToFileURL(`${folder}/`).href,
    files,
  };
}
