// Keeps two processes from doing one thing at the same time.

import { readFile, rm, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs the action while holding the lock file. Waits while another living process holds it.
 * @template T
 * @param {string} file
 * @param {string} waitMessage Said once if there is somebody to wait for.
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withFileLock(file, waitMessage, action) {
  for (let tries = 0; !(await take(file)); tries++) {
    if (tries === 0) console.log(waitMessage);
    // Another process's end gives no event, so it is looked for.
    await delay(500);
  }
  try {
    return await action();
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {Promise<boolean>}
 */
async function take(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  if (isAlive(Number(await readFile(file, 'utf8').catch(() => '')))) return false;
  await rm(file, { force: true });
  return take(file);
}

/** @param {number} pid 0 while the file is being written or has just gone. */
function isAlive(pid) {
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
