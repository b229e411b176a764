// The user's settings that the embedded VS Code starts with.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What keeps welcome pages, assistants and calls to the network away from the log. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Writes the user's settings: the quiet ones, and over them those given. Must be called before the server starts.
 * @param {string} userDataDir
 * @param {Record<string, unknown>} settings
 */
export async function writeSettings(userDataDir, settings) {
  const file = settingsFile(userDataDir);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...quiet, ...settings }, null, 2)}\n`);
}

/**
 * Writes the quiet settings, unless the user has settings already.
 * @param {string} userDataDir
 */
export async function ensureSettings(userDataDir) {
  const current = await readFile(settingsFile(userDataDir), 'utf8').catch(() => undefined);
  if (current === undefined) await writeSettings(userDataDir, {});
}

/** @param {string} userDataDir */
function settingsFile(userDataDir) {
  return path.join(userDataDir, 'User', 'settings.json');
}
