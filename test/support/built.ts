import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The project's root. */
export const projectRoot = resolve(import.meta.dirname ?? __dirname, '../..');

/** A file that `npm run build` makes, by its path in the project. Throws where it has not been built. */
export function built(path: string): string {
  const file = resolve(projectRoot, path);
  if (!existsSync(file)) throw new Error(`There is no ${path}: run “npm run build” first.`);
  return file;
}
