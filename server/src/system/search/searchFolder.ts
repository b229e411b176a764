import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isLogName, type Message } from '../../language/index.js';
import { unreadable } from '../fileTrouble.js';
import { inOrder } from '../inOrder.js';
import { holdsLog, isTextName } from '../logNames.js';
import { type IgnoreRules, ignoreRules } from './gitIgnore.js';
import type { FindConfig } from './nearestConfig.js';

/** How many files are looked into at once. */
const AT_ONCE = 8;

/** A folder in a search. */
export interface Folder {
  readonly path: string;
  /** Its absolute path, links resolved. */
  readonly real: string;
  readonly rules: IgnoreRules;
}

/** Is told what can't be read; the search goes on. */
export type Report = (text: Message) => void;

/** What a search needs. */
export interface Search {
  readonly findConfig: FindConfig;
  readonly report: Report;
}

/** What stands in a folder: by name, what is ignored left out. */
export interface Contents {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** A folder where a search begins, given by its path and its absolute path, links resolved. */
export async function startFolder(path: string, real: string): Promise<Folder> {
  return { path, real, rules: await ignoreRules(real) };
}

/** A folder in the one at hand. */
export async function subfolder({ path, real, rules }: Folder, name: string): Promise<Folder> {
  return { path: join(path, name), real: join(real, name), rules: await rules.within(name) };
}

/**
 * The files and folders of a folder. Those that begin with a dot, `node_modules`, and what `.gitignore` names, are left
 * out, and so are links to folders: so no search goes in circles, or out of its folder. One that can't be read is
 * reported, and counts as empty.
 */
export async function contentsOf({ path, real, rules }: Folder, report: Report): Promise<Contents> {
  let entries: Dirent[];
  try {
    entries = await readdir(real, { withFileTypes: true });
  } catch (error) {
    report(unreadable(path, error));
    return { files: [], folders: [] };
  }
  const seen = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of seen) {
    const isFolder = entry.isDirectory();
    if (rules.isIgnored(entry.name, isFolder)) continue;
    if (isFolder) folders.push(entry.name);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(real, entry.name))))) {
      files.push(entry.name);
    }
  }
  return { files: files.sort(), folders: folders.sort() };
}

/** The paths of all logs in a folder and those in it: a folder's own first, each by name. */
export async function* searchFolder(folder: Folder, search: Search): AsyncGenerator<string> {
  const { files, folders } = await contentsOf(folder, search.report);
  const isLog = await logTest(folder, search);
  for await (const [name, found] of inOrder(files, AT_ONCE, async (file) => [file, await isLog(file)] as const)) {
    if (found) yield join(folder.path, name);
  }
  for (const name of folders) yield* searchFolder(await subfolder(folder, name), search);
}

/** A test for the files of a folder, by name. */
async function logTest(folder: Folder, { findConfig, report }: Search): Promise<(name: string) => Promise<boolean>> {
  const { isNamed } = await findConfig(resolve(folder.path));
  return async (name) => {
    if (isLogName(name) || isNamed(resolve(folder.path, name))) return true;
    if (!isTextName(name)) return false;
    try {
      return await holdsLog(join(folder.real, name));
    } catch (error) {
      report(unreadable(join(folder.path, name), error));
      return false;
    }
  };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
