import type { Locator } from 'playwright-core';
import { coloured, colourOf, type OpenedLog, openLog } from './workbench.js';

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
      const plain = await colourOf(page, '08:03:27', '阿泽');
      await page.locator('.view-line span[class*="ced-"]', { hasText: '阿泽' }).first().waitFor();
      const own = await colourOf(page, '08:03:27', '阿泽');
      await log.screenshot(`speakers ${theme}`);
      if (own === plain) throw new Error(`The name keeps the colour ${plain}.`);
    });
  }
});

const row = (pane: Locator, name: string): Locator => pane.locator('.monaco-list-row', { hasText: name }).first();
