import { join } from 'node:path';
import picomatch from 'picomatch';
import { isLogName } from '../../language/index.js';
import { isTextName } from '../../system/logNames.js';
import { contentsOf, type Folder, type Search, searchFolder, subfolder } from '../../system/search/searchFolder.js';

/** A glob, cut into the folder that it begins in, empty for the working directory, and the pattern for what is there. */
export interface Glob {
  readonly base: string;
  readonly pattern: string;
}

/** The glob that an operand is; `undefined` where it is a plain name. */
export function readGlob(operand: string): Glob | undefined {
  const slashed = process.platform === 'win32' ? operand.replaceAll('\\', '/') : operand;
  const { isGlob, negated, base, glob } = picomatch.scan(slashed);
  return isGlob && !negated ? { base, pattern: glob } : undefined;
}

/**
 * The paths that a glob stands for: files that are text or logs by name, or that have the ending which the glob names,
 * and the logs in folders that it matches.
 */
export async function* searchGlob(start: Folder, { pattern }: Glob, search: Search): AsyncGenerator<string> {
  const matches = picomatch(pattern, { nocase: process.platform === 'win32' });
  const [ending = ''] = /\.\w+$/.exec(pattern) ?? [];
  const deep = /\*\*|[{(]/.test(pattern);
  const depth = deep ? Number.POSITIVE_INFINITY : pattern.split('/').length;

  async function* visit(folder: Folder, way: string, level: number): AsyncGenerator<string> {
    const { files, folders } = await contentsOf(folder, search.report);
    for (const name of files) {
      const wanted = isTextName(name) || isLogName(name) || (ending !== '' && name.endsWith(ending));
      if (wanted && matches(way + name)) yield join(folder.path, name);
    }
    for (const name of folders) {
      const inner = await subfolder(folder, name);
      // A pattern across folders matches the files in them by themselves.
      if (!deep && matches(way + name)) yield* searchFolder(inner, search);
      else if (level < depth) yield* visit(inner, `${way}${name}/`, level + 1);
    }
  }
  yield* visit(start, '', 1);
}
