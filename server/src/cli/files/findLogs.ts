import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { message } from '../../language/index.js';
import { unreadable } from '../../system/fileTrouble.js';
import { InputError } from '../../system/inputError.js';
import type { FindConfig } from '../../system/search/nearestConfig.js';
import { type Search, searchFolder, startFolder } from '../../system/search/searchFolder.js';
import type { Trouble } from '../write.js';
import { readGlob, searchGlob } from './searchGlob.js';

/** Hears how many logs have been found up to now. */
export type Found = (count: number) => void;

/**
 * The paths of the logs that operands name, each once, in the order given: files as they are, folders and globs
 * searched. Throws {@link InputError} for what is not there. A folder without logs is mentioned, and is no trouble.
 */
export async function findLogs(
  operands: readonly string[],
  findConfig: FindConfig,
  trouble: Trouble,
  found: Found = () => {},
): Promise<readonly string[]> {
  const search: Search = { findConfig, report: (text) => trouble.report(text) };
  const paths: string[] = [];
  const known = new Set<string>();
  for (const operand of operands) {
    for await (const path of logsOf(operand, search, trouble)) {
      const absolute = resolve(path);
      if (known.has(absolute)) continue;
      known.add(absolute);
      paths.push(path);
      found(paths.length);
    }
  }
  return paths;
}

async function* logsOf(operand: string, search: Search, trouble: Trouble): AsyncGenerator<string> {
  const kind = await kindOf(operand);
  if (kind === 'file') yield operand;
  else if (kind === 'folder') {
    let empty = true;
    for await (const path of searchFolder(await startFolder(operand, await realpath(operand)), search)) {
      empty = false;
      yield path;
    }
    if (empty) trouble.mention(message('There is no log in the folder “{0}”.', operand));
  } else yield* logsOfGlob(operand, search);
}

async function* logsOfGlob(operand: string, search: Search): AsyncGenerator<string> {
  const glob = readGlob(operand);
  if (!glob) throw new InputError(message('There is no file “{0}”.', operand));
  let empty = true;
  if ((await kindOf(glob.base || '.')) === 'folder') {
    const start = await startFolder(glob.base, await realpath(glob.base || '.'));
    for await (const path of searchGlob(start, glob, search)) {
      empty = false;
      yield path;
    }
  }
  if (empty) throw new InputError(message('There is no file that “{0}” matches.', operand));
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw new InputError(unreadable(path, error));
  }
}
