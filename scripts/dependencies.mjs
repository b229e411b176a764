// Installs the project's own packages and builds it, with Node alone at hand.

import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../test/host/npm.mjs';
import { outputFolder, projectRoot } from '../test/host/paths.mjs';
import { runWithProgress } from '../test/host/progress.mjs';

// npm writes this file last, so that an interrupted install has none.
const installed = path.join(projectRoot, 'node_modules', '.package-lock.json');
const lock = path.join(projectRoot, 'package-lock.json');

/** Installs what `package-lock.json` lists, unless that has been done. */
export async function installDependencies() {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  await npm('Installing packages', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Builds the extension. */
export async function build() {
  await npm('Building', ['run', 'build']);
}

/**
 * @param {string} title
 * @param {string[]} args
 */
async function npm(title, args) {
  mkdirSync(outputFolder, { recursive: true });
  const log = path.join(outputFolder, `npm-${args[0]}.log`);
  await runWithProgress({ title, command: npmCommand(args), cwd: projectRoot, log });
}
