// Finds programs on the PATH.

import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * The full path of the first of these programs that is on the PATH, or undefined.
 * @param {...string} names
 */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
