import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './built.js';

let paths: readonly string[] | undefined;

/** The project's own files: those Git keeps, and new ones that it does not ignore. Paths are relative to the root, with `/`. */
export function projectFiles(): readonly string[] {
  if (!paths) {
    const { stdout, status, stderr } = spawnSync(
      'git',
      ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
      { cwd: projectRoot, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`Git could not list the project's files: ${stderr}`);
    // A file that was deleted is listed until that is committed.
    paths = stdout.split('\0').filter((path) => path !== '' && isFile(join(projectRoot, path)));
  }
  return paths;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The text of a file of the project, by its path from the root. */
export function readProjectFile(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

/** The project's own text files with what they hold; pictures and the like are left out. */
export function textFiles(): readonly { readonly path: string; readonly text: string }[] {
  return projectFiles()
    .map((path) => ({ path, text: readProjectFile(path) }))
    .filter(({ text }) => !text.includes('\0'));
}
