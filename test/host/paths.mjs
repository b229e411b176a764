// Where things of the test host lie. Everything it makes stays inside the project.

import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of the test host's own package. */
export const hostFolder = path.dirname(fileURLToPath(import.meta.url));

/** The project's root, which is also the extension in development. */
export const projectRoot = path.resolve(hostFolder, '..', '..');

/** What builds and tests leave behind. */
export const outputFolder = path.join(projectRoot, 'out');

/** Screenshots of tests, kept as their output. */
export const screenshotFolder = path.join(outputFolder, 'screenshots');

/** Settings and state that outlive a run: what somebody changed in the embedded editor is there at the next start. */
export const dataFolder = path.join(hostFolder, '.data');

const modules = path.join(hostFolder, 'node_modules');

/** The package that holds Node 24 and its headers, for this machine's processor. */
export const nodePackage = path.join(modules, `node-linux-${process.arch}`);

/** The Node that the embedded VS Code runs on. */
export const hostNode = path.join(nodePackage, 'bin', 'node');

const codeServer = path.join(modules, 'code-server');

/** VS Code's own folder: `extensions/` in it has the default themes and grammars. */
export const vscodeFolder = path.join(codeServer, 'lib', 'vscode');

/** The VS Code server, without code-server's wrapper: its command line knows `--install-extension FILE` and the like. */
export const serverEntry = path.join(vscodeFolder, 'out', 'server-main.js');
