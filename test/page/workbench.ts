import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { makeTemporaryFolder } from '../host/temporaryFolder.mjs';
import { openWorkbench, type Workbench } from '../host/workbench.mjs';

const root = join(__dirname, '../..');

/** The embedded VS Code with a log open, and the file it shows. */
export interface OpenedLog extends Workbench {
  readonly file: string;
}

/** Opens a log of a copy of the end-to-end workspace in the embedded VS Code, with the extension on, and waits for its text. */
export async function openLog(
  name: string,
  options: {
    readonly language?: string;
    readonly webExtensionHost?: boolean;
    readonly settings?: Record<string, unknown>;
    readonly viewport?: { readonly width: number; readonly height: number };
    /** The log's text, in place of what the workspace has under the name. */
    readonly text?: string;
    /** The folder where the extension is installed. Absent: it runs from the project. */
    readonly extensionsDir?: string;
  } = {},
): Promise<OpenedLog> {
  const copy = makeTemporaryFolder('workspace-');
  const folder = join(copy.path, 'workspace');
  cpSync(join(root, 'test/e2e/workspace'), folder, { recursive: true });
  const file = join(folder, name);
  if (options.text !== undefined) writeFileSync(file, options.text);
  const extensionDevelopmentPaths = options.extensionsDir === undefined ? [root] : [];
  const workbench = await openWorkbench({ ...options, folder, file, extensionDevelopmentPaths });
  await workbench.page.waitForSelector('.view-line:has-text("layout")', { timeout: 60_000 });
  const close = async (): Promise<void> => {
    await workbench.close();
    copy.remove();
  };
  return { ...workbench, close, file };
}

/** Runs a command by its name in the command palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  const input = page.locator('.quick-input-widget input');
  await pressUntil(page, 'F1', input);
  await input.fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The colour of the token that holds the text on the line that holds it, as CSS says it. */
export async function colourOf(page: Page, line: string, text: string): Promise<string> {
  const token = page.locator('.view-line', { hasText: line }).first().locator('span > span', { hasText: text }).last();
  return token.evaluate((element) => getComputedStyle(element).color);
}

/** Waits until the line is cut into tokens: what is coloured before the server is up is not coloured at once. */
export async function coloured(page: Page, line: string): Promise<void> {
  await page.locator('.view-line', { hasText: line }).first().locator('span > span').nth(2).waitFor();
}

/** Presses a key until it shows: while the workbench is starting, some of what a key does is not there yet. */
export async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  for (let presses = 1; presses < 8; presses++) {
    await page.keyboard.press(key);
    const seen = await shown.waitFor({ timeout: 4_000 }).then(
      () => true,
      () => false,
    );
    if (seen) return;
  }
  await shown.waitFor();
}

/**
 * The log as it is on disk, once it says this: the editor shows a change, and a tab without its dot, before the file is
 * written. Fails after ten seconds.
 */
export async function savedText({ file }: OpenedLog, says: RegExp): Promise<string> {
  const end = Date.now() + 10_000;
  let text = await readFile(file, 'utf8');
  while (!says.test(text) && Date.now() < end) {
    await pause(50);
    text = await readFile(file, 'utf8');
  }
  assert.match(text, says);
  return text;
}
