import type { Locator } from 'playwright-core';
import { contributes } from '../../package.json';
import { coloured, type OpenedLog, openLog, pressUntil } from './workbench.js';

// What a person sees. Screenshots are kept in out/screenshots.
describe('The side bar on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  it('shows what is in the log and the talks of the archive, and leads there', async () => {
    log = await openLog('2026-11-20-WeChat.txt');
    const { page } = log;
    await page.locator('.activitybar .action-label[aria-label^="Chat Log"]').click();
    const current = page.locator('.pane', { hasText: 'Current Log' });
    const archive = page.locator('.pane', { hasText: 'Talks of the Archive' });
    for (const name of ['Talk: 清结算里的日切', 'Speakers', 'Pictures']) await row(current, name).waitFor();
    await row(archive, '2026-11').click();
    await row(archive, '11-20').waitFor();
    await row(current, 'Speakers').click();
    await row(current, '阿泽').first().waitFor();
    await log.screenshot('side-bar');
    await row(archive, '11-20').click();
    await page.locator('.view-line', { hasText: '19:30:05' }).first().waitFor();
  });

  it('follows the editor, edits, and a plain text that turns out to be a log', async () => {
    log = await openLog('2026-11-20-WeChat.txt', { settings: { 'chatlog.speakers.coloured': true } });
    const { page } = log;
    await page.locator('.activitybar .action-label[aria-label^="Chat Log"]').click();
    const current = page.locator('.pane', { hasText: 'Current Log' });
    await row(current, 'Speakers').click();
    await page.locator('.view-line', { hasText: '> 07:52:40' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    // The group stays open while its rows change.
    await row(current, '周牧-青杉支付-产品 x').waitFor();
    const file = page.locator('.quick-input-widget input');
    await pressUntil(page, 'Control+p', file);
    await file.fill('evening.txt');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'evening.txt' }).first().click();
    await row(current, 'Talk: 清结算里的日切').waitFor({ state: 'hidden' });
    await row(current, 'Speakers').waitFor();
    const header = page.locator('.view-line', { hasText: '> 21:00:00' });
    await header.locator('span[class*="ced-"]', { hasText: '阿泽' }).waitFor();
    await log.screenshot('side-bar-other-log');
  });

  it('speaks Chinese', async () => {
    log = await openLog('2026-11-20-WeChat.txt', { language: 'zh-cn' });
    const { page } = log;
    await page.locator('.activitybar .action-label[aria-label^="聊天记录"]').click();
    await row(page.locator('.pane', { hasText: '当前记录' }), '发言人').waitFor();
    await row(page.locator('.pane', { hasText: '归档中的分享' }), '2026-11').waitFor();
    await log.screenshot('side-bar-zh-cn');
  });
});

describe('Speakers on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  for (const theme of ['Default Dark Modern', 'Default Light Modern']) {
    it(`have colours of their own where that is on: ${theme}`, async () => {
      log = await openLog('2026-11-20-WeChat.txt', {
        settings: { 'chatlog.speakers.coloured': true, 'workbench.colorTheme': theme },
      });
      const { page } = log;
      await coloured(page, '08:03:27');
      const kind = theme.includes('Dark') ? 'dark' : 'light';
      const ours = contributes.colors.map(({ defaults }: { defaults: Record<string, string> }) => rgb(defaults[kind]));
      await page.waitForFunction((colours) => {
        const names = [...document.querySelectorAll('.view-line span')].filter(
          ({ textContent }) => textContent === '阿泽',
        );
        return names.length > 0 && names.every((name) => colours.includes(getComputedStyle(name).color));
      }, ours);
      await log.screenshot(`speakers ${theme}`);
    });
  }
});

/** A colour `#RRGGBB` as CSS says it. */
function rgb(colour = ''): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}

const row = (pane: Locator, name: string): Locator => pane.locator('.monaco-list-row', { hasText: name }).first();
