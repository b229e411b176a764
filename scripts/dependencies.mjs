// Installs the project's own packages and builds it, with Node alone at hand.

import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../test/host/npm.mjs';
import { outputFolder, projectRoot } from '../test/host/paths.mjs';
import { runWithProgress } from '../test/host/progress.mjs';

/**
 * Installs what the `package-lock.json` of a package of the project lists, unless that has been done.
 * @param {string} folder The package's folder.
 */
export async function installDependencies(folder = projectRoot) {
  // npm writes this file last, so that an interrupted install has none.
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  const lock = path.join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  await npm('Installing packages', ['ci', '--include=dev', '--no-audit', '--no-fund'], folder);
}

/** Builds the extension. */
export async function build() {
  await npm('Building', ['run', 'build'], projectRoot);
}

/**
 * @param {string} title
 * @param {string[]} args
 * @param {string} cwd
 */
async function npm(title, args, cwd) {
  mkdirSync(outputFolder, { recursive: true });
  const log = path.join(outputFolder, `npm-${args[0]}.log`);
  await runWithProgress({ title, command: npmCommand(args), cwd, log });
}
