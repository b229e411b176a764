// Installs the embedded VS Code on first use, and knows when that has been done.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Complaint } from './complaint.mjs';
import { withFileLock } from './fileLock.mjs';
import { npmCommand } from './npm.mjs';
import { hostFolder, hostNode, nodePackage, serverEntry, vscodeFolder } from './paths.mjs';
import { runWithProgress } from './progress.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const processors = ['x64', 'arm64'];
const stamp = path.join(hostFolder, 'node_modules', '.installed');
const nativeModule = path.join(vscodeFolder, 'node_modules', '@vscode', 'spdlog', 'build', 'Release', 'spdlog.node');

/** Makes sure that the embedded VS Code is installed: minutes the first time, milliseconds after that. */
export async function ensureHost() {
  if (process.platform !== 'linux' || !processors.includes(process.arch)) {
    throw new Complaint(
      'The embedded VS Code runs on Linux (x64, arm64). Install VS Code so that `code` is on the PATH.',
    );
  }
  const wanted = await lockHash();
  if (await isInstalled(wanted)) return;
  const lock = path.join(hostFolder, 'install.lock');
  await withFileLock(lock, `Waiting for another install of VS Code (if there is none, remove ${lock}) …`, async () => {
    if (!(await isInstalled(wanted))) await install(wanted);
  });
}

/** @param {string} wanted */
async function install(wanted) {
  await ensureSystemPackages('build');
  console.log('Installing an embedded VS Code: once, about 800 MB, 2 to 3 minutes.');
  // Only a finished install has a stamp, whatever interrupts this one.
  await rm(stamp, { force: true });
  const log = path.join(hostFolder, 'install.log');
  await runWithProgress({
    title: 'Fetching VS Code and its Node (1 of 2)',
    command: npmCommand(['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund']),
    cwd: hostFolder,
    log,
  });
  await runWithProgress({
    title: 'Building its native modules (2 of 2)',
    command: npmCommand(['rebuild'], hostNode),
    cwd: hostFolder,
    env: buildEnvironment(),
    log,
  });
  if (!existsSync(serverEntry) || !existsSync(nativeModule)) {
    throw new Complaint(`npm did not build VS Code's native modules; see ${log}`);
  }
  await writeFile(stamp, wanted);
}

/** VS Code's modules must be built by and for the Node they run on, which is not the one that runs this. */
function buildEnvironment() {
  return {
    ...process.env,
    PATH: `${path.dirname(hostNode)}${path.delimiter}${process.env.PATH}`,
    npm_config_nodedir: nodePackage,
    npm_config_ignore_scripts: 'false',
    // An npm around us says here which Node it runs on; code-server's install script believes it.
    npm_config_user_agent: undefined,
    JOBS: 'max',
  };
}

async function lockHash() {
  const lock = await readFile(path.join(hostFolder, 'package-lock.json'));
  return createHash('sha256').update(lock).update(process.arch).digest('hex');
}

/** @param {string} wanted */
async function isInstalled(wanted) {
  return (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
}
