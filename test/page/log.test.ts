import assert from 'node:assert/strict';
import type { Workbench } from '../host/workbench.mjs';
import { coloured, colourOf, openLog } from './workbench.js';

// What a person sees. Screenshots are kept in out/screenshots.
describe('A log on the page', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed: ${this.currentTest.title}`);
    await workbench.close();
  });

  it('has time, speaker, emoji code and mention in colours of their own', async () => {
    workbench = await openLog('2026-11-20-WeChat.txt');
    const { page } = workbench;
    await coloured(page, '07:52:11');
    const colours = [
      await colourOf(page, '07:52:11', '07:52:11'),
      await colourOf(page, '07:52:11', '林一诺'),
      await colourOf(page, '早上好', '太阳'),
      await colourOf(page, '一般八点半', '@阿泽'),
      await colourOf(page, '一般八点半', '一般八点半'),
    ];
    assert.equal(new Set(colours).size, colours.length, colours.join('; '));
    await workbench.screenshot('colours');
  });

  it('marks what is wrong, in Chinese for who reads Chinese', async () => {
    workbench = await openLog('2026-11-21-WeChat.txt', { language: 'zh-cn' });
    const { page } = workbench;
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.view-line span > span', { hasText: '＞08：31：02' }).first().hover();
    await page.locator('.monaco-hover', { hasText: '消息头没有写成' }).waitFor();
    await page.locator('.statusbar-item', { hasText: '聊天记录' }).waitFor();
    await workbench.screenshot('problems-zh-cn');
  });

  it('is checked by the server in a browser worker too', async () => {
    workbench = await openLog('2026-11-21-WeChat.txt', { webExtensionHost: true });
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench.screenshot('problems-web');
  });
});
