import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { type OpenedLog, openLog, pressUntil, runCommand } from './workbench.js';

// What a person sees. Screenshots are kept in out/screenshots.
describe('The outline on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  beforeEach(async () => {
    log = await openLog('2026-11-20-WeChat.txt');
    await showOutline(log.page);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  it('follows the cursor, as the breadcrumbs do', async () => {
    const { page } = log;
    await choose(page, 'Follow Cursor');
    for (const [header, row, ...breadcrumbs] of [
      ['> 07:52:11', '07:52:11  林一诺', 'Entries', '07:52:11  林一诺'],
      ['> 19:31:12', '19:31:12  先说定义', 'Talk: 清结算里的日切', '19:31:12  先说定义'],
      ['> 19:37:08', '19:37:08  阿泽', 'Talk: 清结算里的日切', 'Audience', '19:37:08  阿泽'],
      ['> 19:52:10', '19:52:10  老何@云麓', 'Entries', '19:52:10  老何@云麓'],
    ] as const) {
      await goTo(log, header);
      await page.locator('.outline-tree .monaco-list-row.selected', { hasText: row }).waitFor();
      for (const name of breadcrumbs) await page.locator('.monaco-breadcrumb-item', { hasText: name }).waitFor();
      await log.screenshot(`outline follows to ${row.slice(0, 8).replaceAll(':', '')}`);
    }
  });

  it('is sorted by position, name or category', async () => {
    const { page } = log;
    await checkNames(page, 'Front matter', 'Speakers', 'Entries', 'Pictures', 'Talk: 清结算里的日切');
    await log.screenshot('outline');
    await choose(page, 'Sort By: Name');
    await checkNames(page, 'Entries', 'Front matter', 'Pictures', 'Speakers', 'Talk: 清结算里的日切');
    await choose(page, 'Sort By: Category');
    await checkNames(page, 'Front matter', 'Entries', 'Pictures', 'Speakers', 'Talk: 清结算里的日切');
    await log.screenshot('outline by category');
  });

  it('shows a talk with its presenter’s entries and the questions', async () => {
    const { page } = log;
    await rows(page).filter({ hasText: 'Talk:' }).locator('.monaco-tl-twistie').click();
    await rows(page).filter({ hasText: 'Questions' }).locator('.monaco-tl-twistie').click();
    await rows(page).filter({ hasText: '19:52:10  老何@云麓' }).waitFor();
    await log.screenshot('outline of a talk');
  });

  it('can be filtered', async () => {
    const { page } = log;
    await rows(page).first().click();
    const input = page.locator('.outline-tree .monaco-tree-type-filter input');
    await pressUntil(page, 'Control+Alt+f', input);
    await input.fill('阿泽');
    await checkNames(
      page,
      ...['Speakers', '周牧-青杉支付-产品', '08:05:02  @阿泽?一般八点半，昨天通道升级，会晚一点', '阿泽'],
      ...['Entries', '08:03:27  阿泽', '08:05:30  阿泽', '15:04:48  阿泽', '19:15:21  阿泽', '19:37:08  阿泽'],
      ...['20:10:08  阿泽', 'Talk: 清结算里的日切', 'Audience', '19:37:08  阿泽'],
    );
    await log.screenshot('outline filtered');
  });
});

/** The rows of the outline that can be seen. */
const rows = (page: Page): Locator => page.locator('.outline-tree .monaco-list-row');

/** Waits until the rows have these names, from top to bottom. */
async function checkNames(page: Page, ...expected: readonly string[]): Promise<void> {
  const row = (index: number): Locator => page.locator(`.outline-tree .monaco-list-row[data-index="${index}"]`);
  for (const [index, name] of expected.entries()) await row(index).locator('.label-name', { hasText: name }).waitFor();
  await row(expected.length).waitFor({ state: 'detached' });
}

/** Shows the outline, with room for all of it: the list holds only the rows that can be seen. */
async function showOutline(page: Page): Promise<void> {
  await runCommand(page, 'Explorer: Focus on Outline View');
  await rows(page).filter({ hasText: 'Front matter' }).waitFor();
  await page.locator('.pane-header', { hasText: 'workspace' }).click();
}

/** Chooses from the menu of the outline. */
async function choose(page: Page, item: string): Promise<void> {
  const header = page.locator('.pane-header', { hasText: 'Outline' });
  await header.hover();
  await header.locator('.codicon-toolbar-more').click();
  await page.locator('.monaco-menu .action-item', { hasText: item }).click();
}

/** Puts the cursor into the first column of the first line that begins so. */
async function goTo({ page, file }: OpenedLog, start: string): Promise<void> {
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .findIndex((text) => text.startsWith(start));
  const input = page.locator('.quick-input-widget input');
  await pressUntil(page, 'F1', input);
  await input.fill(`:${line + 1}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
