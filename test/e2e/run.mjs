// Runs the end-to-end suite in a real VS Code: a downloaded one where that works, else the embedded one.
//
//   node test/e2e/run.mjs [--web] [--locale=zh-cn] [--suite=out/test/e2e/index.js]
//
// --web runs the browser build in the web-worker extension host; --locale sets VS Code's display language.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Complaint, runMain } from '../host/complaint.mjs';
import { ensureHost } from '../host/install.mjs';
import { hostFolder, hostNode, projectRoot } from '../host/paths.mjs';
import { ensureSystemPackages } from '../host/systemPackages.mjs';
import { makeTemporaryFolder } from '../host/temporaryFolder.mjs';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';
const patience = 5_000;
const oldestNode = 22;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      web: { type: 'boolean' },
      locale: { type: 'string' },
      suite: { type: 'string', default: 'out/test/e2e/index.js' },
    },
  });
  const suite = path.resolve(projectRoot, values.suite);
  if (!existsSync(suite)) throw new Complaint(`There is no ${suite}; \`npm run build\` makes it.`);

  // @vscode/test-electron wants a newer Node than the project does; the embedded VS Code brings one.
  if (Number.parseInt(process.versions.node, 10) < oldestNode) return runUnderHostNode();

  const embedded = !(await canDownload());
  if (embedded) {
    await ensureHost();
    await ensureSystemPackages('page');
  }
  const variant = [];
  if (values.web) variant.push('--extensionDevelopmentKind=web');
  if (values.locale) variant.push(`--locale=${values.locale}`);
  return runSuite(suite, variant, embedded);
});

async function runUnderHostNode() {
  await ensureHost();
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  return spawnSync(hostNode, args, { stdio: 'inherit' }).status ?? 1;
}

/**
 * @param {string} suite
 * @param {string[]} variant
 * @param {boolean} embedded
 */
async function runSuite(suite, variant, embedded) {
  const { runTests, TestRunFailedError } = await import('@vscode/test-electron');
  const folder = makeTemporaryFolder('chatlog-e2e-').path;
  try {
    return await runTests({
      ...(embedded && { vscodeExecutablePath: path.join(hostFolder, 'code') }),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: suite,
      launchArgs: [
        copyWorkspace(folder),
        `--user-data-dir=${path.join(folder, 'user')}`,
        `--extensions-dir=${path.join(folder, 'extensions')}`,
        ...variant,
      ],
    });
  } catch (error) {
    // A failed run has said all there is to say.
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  }
}

/**
 * Tests work on a copy, so that they may write.
 * @param {string} folder
 */
function copyWorkspace(folder) {
  const original = path.join(projectRoot, 'test', 'e2e', 'workspace');
  const copy = path.join(folder, 'workspace');
  if (existsSync(original)) cpSync(original, copy, { recursive: true });
  else mkdirSync(copy);
  return copy;
}

/** Whether desktop VS Code can be had, and shown. */
async function canDownload() {
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay) return false;
  try {
    return (await fetch(releases, { method: 'HEAD', signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
}
