// Opens the embedded VS Code in a headless Chromium: for the extension tests and for tests that look at the page.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { registerLanguage } from './displayLanguage.mjs';
import { screenshotFolder } from './paths.mjs';
import { startServer } from './server.mjs';
import { ensureSettings, writeSettings } from './settings.mjs';
import { makeTemporaryFolder } from './temporaryFolder.mjs';
import { workbenchAddress } from './workbenchAddress.mjs';

const loadLimit = 60_000;

/**
 * @typedef {object} Surroundings
 * @property {Record<string, unknown>} [settings] The user's settings. Absent: those that `userDataDir` has.
 * @property {boolean} [webExtensionHost] Run the browser builds of the extensions in development, in a web worker.
 * @property {string | undefined} [userDataDir] Absent: a new one, removed at the end.
 * @property {string | undefined} [extensionsDir] Absent: a new one, removed at the end.
 * @property {string | undefined} [language] What `vscode.env.language` and the extension's texts have. Absent: `en`.
 * @property {boolean} [askForTrust] Ask whether the folder is trusted, as VS Code does. Absent: it is trusted.
 * @property {{ width: number, height: number }} [viewport]
 * @property {(page: import('playwright-core').Page) => Promise<void>} [onPage] Called before the page is loaded.
 */

/** @typedef {import('./workbenchAddress.mjs').Opening & Surroundings} WorkbenchOptions */

/**
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {Promise<void>} stopped Resolves when the server has ended.
 * @property {(name: string) => Promise<string>} screenshot Saves what is seen as `out/screenshots/NAME.png`.
 * @property {() => Promise<void>} close Ends browser and server, and removes what was made for this run.
 */

/**
 * Opens the editor and resolves when its page is loaded and the workbench stands.
 * The host must be installed: see `ensureHost` and `ensureSystemPackages('page')`.
 * @param {WorkbenchOptions} options
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(options) {
  const folder = makeTemporaryFolder('vscode-');
  /** @type {(() => Promise<void> | void)[]} */
  const undo = [folder.remove];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const server = await startServer(await prepare(options, folder.path));
    undo.push(server.stop);
    const browser = await launchBrowser();
    undo.push(() => browser.close());
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 } });
    await options.onPage?.(page);
    await page.goto(workbenchAddress(server, options));
    await page.waitForSelector('.monaco-workbench .part.editor', { timeout: loadLimit });
    return { page, stopped: server.stopped, screenshot: (name) => screenshot(page, name), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {WorkbenchOptions} options
 * @param {string} folder A new folder for what is not given.
 * @returns {Promise<import('./server.mjs').ServerOptions>}
 */
async function prepare(options, folder) {
  const { language = 'en', userDataDir = path.join(folder, 'user') } = options;
  const settings = { ...options.settings, ...(options.webExtensionHost && (await inWebWorker(options))) };
  if (Object.keys(settings).length > 0) await writeSettings(userDataDir, settings);
  else await ensureSettings(userDataDir);
  await registerLanguage(userDataDir, language);
  return {
    dataDir: path.join(folder, 'server'),
    userDataDir,
    extensionsDir: options.extensionsDir ?? path.join(folder, 'extensions'),
    trust: !options.askForTrust,
    language,
  };
}

/**
 * The setting that moves extensions to the web worker. VS Code's web page does not heed `extensionDevelopmentKind`.
 * @param {WorkbenchOptions} options
 */
async function inWebWorker({ extensionDevelopmentPaths = [] }) {
  /** @type {Record<string, string[]>} */
  const kinds = {};
  for (const folder of extensionDevelopmentPaths) {
    const { publisher, name } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    kinds[`${publisher}.${name}`] = ['web'];
  }
  return { 'remote.extensionKind': kinds };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function screenshot(page, name) {
  const file = path.join(screenshotFolder, `${name}.png`);
  await page.screenshot({ path: file });
  return file;
}
