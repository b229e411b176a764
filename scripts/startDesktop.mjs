// Opens a folder in the desktop VS Code that the user has, with the extension on.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { Complaint } from '../test/host/complaint.mjs';
import { dataFolder, projectRoot } from '../test/host/paths.mjs';
import { findProgram } from '../test/host/searchPath.mjs';

/** The `code` that opens a window on this machine, or undefined. */
export function findDesktop() {
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  // In a terminal of a remote window `code` is another program, which can't develop extensions.
  const isRemote = process.env.VSCODE_IPC_HOOK_CLI !== undefined;
  return hasDisplay && !isRemote ? findProgram('code') : undefined;
}

/**
 * @param {string} desktop
 * @param {{ folder: string, file?: string | undefined, trusted: boolean }} opening
 */
export async function openDesktop(desktop, { folder, file, trusted }) {
  const args = ['--new-window', `--extensionDevelopmentPath=${projectRoot}`];
  if (trusted) args.push('--disable-workspace-trust');
  // VS Code refuses to run as root without these two.
  if (process.getuid?.() === 0) args.push('--no-sandbox', `--user-data-dir=${path.join(dataFolder, 'desktop')}`);
  args.push(folder);
  if (file) args.push(file);
  console.log(`Opening ${folder} in VS Code, with Chat Log on.`);
  const { status } = spawnSync(desktop, args, { stdio: 'inherit' });
  if (status !== 0) throw new Complaint(`${desktop} failed.`);
}
