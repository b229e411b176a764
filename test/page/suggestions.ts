import type { Locator, Page } from 'playwright-core';
import { pressUntil } from './workbench.js';

/** The list of proposals, while it is seen. */
export const list = (page: Page): Locator => page.locator('.suggest-widget.visible');

/** A proposal in it that has the text. */
export const row = (page: Page, text: string): Locator =>
  list(page).locator('.monaco-list-row', { hasText: text }).first();

/** Waits until the row that Enter would take has the text. */
export const selected = (page: Page, text: string): Promise<void> =>
  list(page).locator('.monaco-list-row.focused', { hasText: text }).first().waitFor();

/** Waits until a line begins with the text, whatever white space it is shown with. */
export async function line(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.view-line')].some(({ textContent }) =>
        (textContent ?? '').replace(/[\u00a0 ]+/g, ' ').startsWith(wanted),
      ),
    text.replace(/ +/g, ' '),
  );
}

/** Types what calls for a list until that is there: before the server is up there is none. */
export async function typeUntil(page: Page, sign: string, shown: Locator): Promise<void> {
  await page.keyboard.type(sign);
  await pressUntil(page, 'Control+Space', shown);
}
