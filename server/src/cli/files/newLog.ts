import { readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isLogName, type Message, message } from '../../language/index.js';
import { unwritable } from '../../system/fileTrouble.js';

const DAY = /\d{4}-\d{2}-\d{2}/;

/** The name of a day's log in a folder: after that of its last log, where there is one. */
export function nameOfNewLog(folder: string, day: string): string {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // There is no such folder yet.
  }
  const model = names
    .filter((name) => isLogName(name) && DAY.test(name))
    .sort()
    .at(-1);
  return model?.replace(DAY, day) ?? `${day}-WeChat.txt`;
}

/**
 * Writes a log that is not there yet, and its folder. One that is there stays as it is: tells so, unless it holds the
 * same; tells too where it can't be written.
 */
export async function writeNewLog(path: string, text: string): Promise<Message | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' }).catch(async (error: NodeJS.ErrnoException) => {
      // Half a log must not pass for a whole one.
      if (error.code !== 'EEXIST') await rm(path, { force: true });
      throw error;
    });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return unwritable(path, error);
    const there = await readFile(path, 'utf8').catch(() => undefined);
    return there === text
      ? undefined
      : message('“{0}” is there already and was left as it is; its messages were not imported.', path);
  }
}
