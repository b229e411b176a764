import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The text of a file by its URI; nothing where there is none, or none that this machine can read. */
export async function readFileAt(uri: string): Promise<string | undefined> {
  try {
    return await readFile(fileURLToPath(uri), 'utf8');
  } catch {
    return undefined;
  }
}
