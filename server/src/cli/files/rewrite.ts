import { randomBytes } from 'node:crypto';
import { constants, rmSync } from 'node:fs';
import { access, type FileHandle, open, realpath, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Message, message } from '../../language/index.js';
import { unwritable } from '../../system/fileTrouble.js';

/**
 * Puts a text in the place of a file, so that at any time the whole old or the whole new file is there: it is written
 * beside the file and renamed. Mode and owner stay; a link is followed. Tells what is wrong where it can't be done, and
 * then leaves the file as it was.
 */
export async function rewrite(path: string, text: string): Promise<Message | undefined> {
  let beside: string | undefined;
  const clean = (): void => {
    if (beside !== undefined) rmSync(beside, { force: true });
  };
  // Whoever reads the output may stop, and end the program, at any time.
  process.once('exit', clean);
  try {
    const target = await realpath(path);
    const before = await stat(target);
    if (!before.isFile()) return message('“{0}” is no file that could be written.', path);
    // Renaming would also replace a file that may not be written.
    await access(target, constants.W_OK);
    const name = join(dirname(target), `.chatlog-${randomBytes(6).toString('hex')}.tmp`);
    const handle = await open(name, 'wx', 0o600);
    beside = name;
    try {
      await handle.writeFile(text, 'utf8');
      await keepOwner(handle, before);
      await handle.chmod(before.mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(name, target);
    beside = undefined;
    return undefined;
  } catch (error) {
    clean();
    return unwritable(path, error);
  } finally {
    process.off('exit', clean);
  }
}

async function keepOwner(
  handle: FileHandle,
  { uid, gid }: { readonly uid: number; readonly gid: number },
): Promise<void> {
  const own = await handle.stat();
  if (own.uid === uid && own.gid === gid) return;
  // Only the superuser may give a file away; for others the file becomes theirs, as with any editor.
  await handle.chown(uid, gid).catch(() => {});
}
