import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLogName, type Message } from '../language/index.js';
import { InputError } from './inputError.js';
import { holdsLog, isTextName } from './logNames.js';
import { type FindConfig, nearestConfig, noConfig } from './search/nearestConfig.js';
import { contentsOf, type Folder, searchFolder, startFolder, subfolder } from './search/searchFolder.js';

/** The logs in a folder on this machine, by URI. What can't be read is left out, as is a folder that is not there. */
export async function* findArchive(folder: string): AsyncGenerator<string> {
  try {
    const start = await startOf(folder);
    if (!start) return;
    for await (const log of searchFolder(start, { findConfig: lenientConfig(), report: leaveOut })) {
      yield uriOf(folder, relative(start.path, log));
    }
  } catch (error) {
    if (!isExpected(error)) throw error;
  }
}

/** Whether {@link findArchive} would find this file. */
export async function archiveHolds(folder: string, uri: string): Promise<boolean> {
  try {
    let at = await startOf(folder);
    if (!at) return false;
    const names = relative(at.path, fileURLToPath(uri)).split(sep);
    const file = names.pop() ?? '';
    for (const name of names) {
      if (!(await contentsOf(at, leaveOut)).folders.includes(name)) return false;
      at = await subfolder(at, name);
    }
    if (!(await contentsOf(at, leaveOut)).files.includes(file)) return false;
    const path = join(at.path, file);
    const { isNamed } = await lenientConfig()(at.path);
    return isLogName(file) || isNamed(path) || (isTextName(file) && (await holdsLog(path)));
  } catch (error) {
    if (!isExpected(error)) throw error;
    return false;
  }
}

async function startOf(folder: string): Promise<Folder | undefined> {
  if (!folder.startsWith('file:')) return undefined;
  const path = fileURLToPath(folder);
  return startFolder(path, await realpath(path));
}

/**
 * The URI of a file in a folder, written as VS Code writes URIs: those that the editor names are to be the same, and other
 * writings of them are as valid.
 */
function uriOf(folder: string, path: string): string {
  const names = path
    .split(sep)
    .map((name) =>
      encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    );
  return `${folder.replace(/\/$/, '')}/${names.join('/')}`;
}

/** What the file system may say at any time. */
const isExpected = (error: unknown): boolean =>
  error instanceof InputError || (error as NodeJS.ErrnoException).code !== undefined;

/** Elsewhere the user is told; a search in the background says nothing. */
const leaveOut = (_text: Message): void => {};

/** The nearest configuration; one that is wrong counts as none, since its own problems are shown in it. */
function lenientConfig(): FindConfig {
  const find = nearestConfig();
  return async (folder) => find(folder).catch(() => noConfig);
}
