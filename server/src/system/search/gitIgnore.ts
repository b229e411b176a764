import { access, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { unreadable } from '../fileTrouble.js';
import { InputError } from '../inputError.js';

/** What the `.gitignore` files say of the files and folders of one folder. */
export interface IgnoreRules {
  isIgnored(name: string, isFolder: boolean): boolean;
  /** The rules for a folder in this one, its own `.gitignore` read. */
  within(name: string): Promise<IgnoreRules>;
}

/**
 * The rules for a folder where a search begins, given by its absolute path. In a Git work tree the files above it count
 * too, but for those that ignore that very folder: whoever names it wants to see what is in it.
 */
export async function ignoreRules(folder: string): Promise<IgnoreRules> {
  const [top, ...rest] = (await wayFromWorkTree(folder)) as [string, ...string[]];
  let rules = await Rules.at(top, []);
  for (const name of rest) rules = await rules.within(name);
  return rules;
}

/** One `.gitignore`, and the way from its folder to the one that is looked at: empty, or with a slash at its end. */
interface Level {
  readonly ignore: Ignore;
  readonly way: string;
}

class Rules implements IgnoreRules {
  /** `levels` begins with the nearest. */
  private constructor(
    private readonly folder: string,
    private readonly levels: readonly Level[],
  ) {}

  static async at(folder: string, above: readonly Level[]): Promise<Rules> {
    const own = await readIgnoreFile(folder);
    return new Rules(folder, own ? [{ ignore: own, way: '' }, ...above] : above);
  }

  isIgnored(name: string, isFolder: boolean): boolean {
    for (const { ignore: level, way } of this.levels) {
      // The folder at hand is looked at although this file ignores it: somebody named it, or a nearer file took it back
      // in. So that it is ignored says nothing of what is in it.
      if (way !== '' && level.ignores(way)) continue;
      const { ignored, unignored } = level.test(`${way}${name}${isFolder ? '/' : ''}`);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  within(name: string): Promise<Rules> {
    const above = this.levels.map(({ ignore: level, way }) => ({ ignore: level, way: `${way}${name}/` }));
    return Rules.at(join(this.folder, name), above);
  }
}

/** The root of the work tree, and the names of the folders from there to this one; this one alone outside of any. */
async function wayFromWorkTree(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (await exists(join(at, '.git'))) return [at, ...names];
    if (dirname(at) === at) return [folder];
    names.unshift(basename(at));
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function readIgnoreFile(folder: string): Promise<Ignore | undefined> {
  const path = join(folder, '.gitignore');
  try {
    const text = await readFile(path, 'utf8');
    // As Git has it where its own setting says nothing else.
    const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';
    return ignore({ ignoreCase }).add(text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw new InputError(unreadable(path, error));
  }
}
