import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Files, type LintOptions, mergeOptions } from '../../language/index.js';
import { besideLog } from '../../system/besideLog.js';
import { inOrder } from '../../system/inOrder.js';
import { InputError } from '../../system/inputError.js';
import { nearestConfig, type PlacedConfig } from '../../system/search/nearestConfig.js';
import type { Trouble } from '../write.js';
import { findLogs } from './findLogs.js';
import { type LogFile, readLog } from './readLog.js';

/** How many files are read ahead of the one at hand. */
const AHEAD = 8;

/** A log at hand. */
export interface LogAtHand extends LogFile {
  /** As it was given, or found from what was given. */
  readonly path: string;
  readonly lintOptions: LintOptions;
}

/** The logs that a command was given. */
export interface Logs {
  readonly count: number;
  /** The logs one by one, in order; only a few are in memory at once. One that can't be read is reported and left out. */
  all(): AsyncGenerator<LogAtHand>;
}

/**
 * Finds the logs that operands name, all in the working directory where there are none, and their configurations.
 * Throws {@link InputError} where something is not there, or a configuration is wrong.
 */
export async function openLogs(operands: readonly string[], trouble: Trouble): Promise<Logs> {
  const findConfig = nearestConfig();
  const paths = await findLogs(operands.length === 0 ? ['.'] : operands, findConfig, trouble);
  // A configuration that is wrong should be told before anything is done.
  const configs = new Map<string, PlacedConfig>();
  for (const path of paths) {
    const folder = dirname(resolve(path));
    if (!configs.has(folder)) configs.set(folder, await findConfig(folder));
  }
  const files = besideLog();
  return {
    count: paths.length,
    async *all() {
      for await (const read of inOrder(paths, AHEAD, readOrReason)) {
        if ('reason' in read) trouble.report(read.reason.text);
        else
          yield {
            ...read.log,
            path: read.path,
            lintOptions: optionsOf(configs.get(dirname(resolve(read.path))), files),
          };
      }
    },
  };
}

/** The options for logs under a configuration. */
export function optionsOf(placed: PlacedConfig | undefined, files: Files): LintOptions {
  if (!placed) return { ...mergeOptions(), files };
  const { config, folder } = placed;
  return {
    ...mergeOptions(config),
    root: folder === undefined ? undefined : pathToFileURL(`${folder}/`).href,
    files,
  };
}

async function readOrReason(
  path: string,
): Promise<{ readonly path: string; readonly log: LogFile } | { readonly reason: InputError }> {
  try {
    return { path, log: await readLog(path) };
  } catch (error) {
    if (error instanceof InputError) return { reason: error };
    throw error;
  }
}
