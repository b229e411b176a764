// Starts and stops the VS Code server: the editor's web page and its extension host.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Complaint } from './complaint.mjs';
import { hostNode, serverEntry } from './paths.mjs';

const startLimit = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir Folder of the server's own data and log.
 * @property {string} userDataDir Folder whose `User/settings.json` holds the user's settings.
 * @property {string} extensionsDir Folder of the installed extensions.
 * @property {boolean} [trust] Trust every folder, without asking. Absent: VS Code asks.
 * @property {string} [language] Display language, such as `zh-cn`. Absent: what the browser asks for.
 */

/**
 * @typedef {object} Server
 * @property {string} authority Host and port, as in `vscode-remote://AUTHORITY/path`.
 * @property {string} token What an address needs as `tkn` to be let in.
 * @property {Promise<void>} stopped Resolves when the server has ended, by itself or not.
 * @property {() => Promise<void>} stop Ends the server with all its processes.
 */

/**
 * Starts the server on a free port of 127.0.0.1 and resolves when it listens.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const token = randomBytes(16).toString('hex');
  await mkdir(options.dataDir, { recursive: true });
  const tokenFile = path.join(options.dataDir, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });

  // A process group of its own, so that stopping reaches the extension hosts and terminals too.
  const child = spawn(hostNode, [serverEntry, ...serverArguments(options, tokenFile)], {
    detached: true,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {Promise<void>} */
  const stopped = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const killNow = () => killGroup(child, 'SIGKILL');
  process.once('exit', killNow);
  stopped.then(() => process.removeListener('exit', killNow));

  const stop = () => stopGroup(child, stopped);
  try {
    const port = await listeningPort(child, stopped);
    return { authority: `127.0.0.1:${port}`, token, stopped, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {ServerOptions} options
 * @param {string} tokenFile
 */
function serverArguments(options, tokenFile) {
  const args = [
    '--host=127.0.0.1',
    '--port=0',
    `--connection-token-file=${tokenFile}`,
    '--accept-server-license-terms',
    `--server-data-dir=${options.dataDir}`,
    `--user-data-dir=${options.userDataDir}`,
    `--extensions-dir=${options.extensionsDir}`,
    '--telemetry-level=off',
    '--disable-update-check',
    // Without it a page does not heed extensions in development, nor their tests.
    '--enable-smoke-test-driver',
  ];
  if (options.trust) args.push('--disable-workspace-trust');
  if (options.language) args.push(`--locale=${options.language}`);
  return args;
}

/** The environment without what an editor around us set for its own children: it would mislead the new one. */
function serverEnvironment() {
  const isEditors = (/** @type {string} */ name) => name.startsWith('VSCODE_') || name.startsWith('ELECTRON_');
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isEditors(name)));
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {Promise<void>} stopped
 * @returns {Promise<number>}
 */
function listeningPort(child, stopped) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (/** @type {string} */ what) => {
      clearTimeout(timer);
      reject(new Complaint(`The VS Code server ${what}. It says:\n${output}`));
    };
    const timer = setTimeout(() => fail(`did not start in ${startLimit / 1000} s`), startLimit);
    const look = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      const found = /Extension host agent listening on (\d+)/.exec(output);
      if (!found) return;
      clearTimeout(timer);
      // What follows is not wanted, but it must be read: a full pipe would stop the server.
      for (const stream of [child.stdout, child.stderr]) stream.removeListener('data', look).resume();
      resolve(Number(found[1]));
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    stopped.then(() => fail('ended at its start'));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<void>} stopped
 */
async function stopGroup(child, stopped) {
  killGroup(child, 'SIGTERM');
  const timer = setTimeout(() => killGroup(child, 'SIGKILL'), 5_000);
  await stopped;
  clearTimeout(timer);
  // The server itself is gone; what it started may still be on its way out.
  killGroup(child, 'SIGKILL');
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}
