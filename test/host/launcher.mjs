// Stands in for desktop VS Code's program in extension tests: takes its arguments, runs the tests in the embedded VS Code,
// prints what they print and ends with their exit code. TEST_HOST_LIMIT sets the seconds that a run may take.

import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { format } from 'node:util';
import { Complaint, runMain } from './complaint.mjs';
import { ensureHost } from './install.mjs';
import { readArguments } from './launcherArguments.mjs';
import { outputFolder } from './paths.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';
import { openWorkbench } from './workbench.mjs';

const limit = Number(process.env.TEST_HOST_LIMIT ?? 300);
const workbenchLog = path.join(outputFolder, 'workbench.log');

// Ending by a signal would leave the server behind; exiting takes it along.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

await runMain(async () => {
  const options = readArguments(process.argv.slice(2));
  if (!options.extensionTestsPath) throw new Complaint('--extensionTestsPath is missing: there is nothing to run.');
  await ensureHost();
  await ensureSystemPackages('page');
  return runTests(options);
});

/**
 * Resolves to the exit code.
 * @param {import('./workbench.mjs').WorkbenchOptions} options
 */
async function runTests(options) {
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(workbenchLog, '');
  const result = deferred();
  const workbench = await openWorkbench({ ...options, onPage: (page) => listen(page, result) });
  const timer = setTimeout(() => result.reject(new Complaint(`The tests did not end in ${limit} s.`)), limit * 1000);
  workbench.stopped.then(() => result.reject(new Complaint('The VS Code server ended before the tests did.')));
  try {
    const code = await result.promise;
    if (code !== 0) await showTrouble(workbench);
    return code;
  } catch (error) {
    await showTrouble(workbench);
    throw error;
  } finally {
    clearTimeout(timer);
    await workbench.close();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {ReturnType<typeof deferred>} result
 */
async function listen(page, result) {
  page.once('crash', () => result.reject(new Complaint('The browser page crashed.')));
  page.once('close', () => result.reject(new Complaint('The browser page was closed before the tests ended.')));
  await page.exposeFunction('codeAutomationExit', result.resolve);
  await page.exposeFunction('testHostLog', report);
  await page.addInitScript(tellApart);
}

/**
 * Runs in the page. VS Code logs what the tests print and what it says itself through the same function; only the first
 * comes by way of this message from the extension host, whose name no minifier may change.
 */
function tellApart() {
  const page = /** @type {any} */ (globalThis);
  page.codeAutomationLog = (/** @type {string} */ _severity, /** @type {unknown[]} */ args) => {
    Error.stackTraceLimit = 50;
    const fromExtensions = new Error().stack?.includes('$logExtensionHostMessage') ?? true;
    const plain = args.map((arg) => (arg instanceof Error ? arg.stack : arg));
    page.testHostLog(fromExtensions, plain);
  };
}

/**
 * @param {boolean} fromExtensions
 * @param {unknown[]} args As for `console.log`.
 */
function report(fromExtensions, args) {
  if (fromExtensions) console.log(format(...args));
  else appendFileSync(workbenchLog, `${format(...args)}\n`);
}

/** @param {import('./workbench.mjs').Workbench} workbench */
async function showTrouble(workbench) {
  const picture = await workbench.screenshot('e2e-failure').catch(() => 'not to be had');
  console.error(`The page at that moment: ${picture}\nWhat VS Code said: ${workbenchLog}`);
}

/** A promise that others settle. */
function deferred() {
  /** @type {(code: number) => void} */
  let resolve = () => {};
  /** @type {(error: Error) => void} */
  let reject = () => {};
  /** @type {Promise<number>} */
  const promise = new Promise((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  // It may fail while nobody looks yet, and once more after it was settled.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
