// Reads the arguments that desktop VS Code would take, as far as the embedded one can follow them.

import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** @type {import('node:util').ParseArgsConfig['options']} */
const options = {
  extensionDevelopmentPath: { type: 'string', multiple: true },
  extensionTestsPath: { type: 'string' },
  extensionDevelopmentKind: { type: 'string' },
  'user-data-dir': { type: 'string' },
  'extensions-dir': { type: 'string' },
  locale: { type: 'string' },
  'disable-workspace-trust': { type: 'boolean' },
};

/**
 * What to open, and how. Unknown arguments, such as `--no-sandbox`, mean nothing here.
 * @param {string[]} args
 * @returns {import('./workbench.mjs').WorkbenchOptions}
 */
export function readArguments(args) {
  const { values, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true });
  const developed = /** @type {string[]} */ (values.extensionDevelopmentPath ?? []);
  return {
    extensionDevelopmentPaths: developed.map(plainPath),
    extensionTestsPath: optional(values.extensionTestsPath, plainPath),
    webExtensionHost: values.extensionDevelopmentKind === 'web',
    userDataDir: optional(values['user-data-dir'], plainPath),
    extensionsDir: optional(values['extensions-dir'], plainPath),
    language: optional(values.locale, (locale) => locale.toLowerCase()),
    askForTrust: !values['disable-workspace-trust'],
    folder: positionals.map(plainPath).find((file) => isFolder(file) || file.endsWith('.code-workspace')),
    file: positionals.map(plainPath).find((file) => !isFolder(file) && !file.endsWith('.code-workspace')),
  };
}

/** @param {string} file */
function plainPath(file) {
  return path.resolve(file.startsWith('file://') ? decodeURI(new URL(file).pathname) : file);
}

/** @param {string} file */
function isFolder(file) {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * @template T
 * @param {unknown} value
 * @param {(value: string) => T} read
 */
function optional(value, read) {
  return typeof value === 'string' ? read(value) : undefined;
}
