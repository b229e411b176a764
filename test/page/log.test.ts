import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../host/workbench.mjs';
import { coloured, colourOf, openLog, runCommand } from './workbench.js';

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

  it('lists the talk and the speakers in the Outline panel, and the entry in the breadcrumbs', async () => {
    workbench = await openLog('2026-11-20-WeChat.txt');
    const { page } = workbench;
    await runCommand(page, 'Explorer: Focus on Outline View');
    const outline = page.locator('.outline-tree');
    await row(outline, 'Front matter').waitFor();
    // Room for the whole outline: the list holds only the rows that can be seen.
    await page.locator('.pane-header', { hasText: 'workspace' }).click();
    await page.locator('.pane-header', { hasText: 'Outline' }).hover();
    await page.locator('.pane-header', { hasText: 'Outline' }).locator('.codicon-collapse-all').click();
    for (const name of ['Front matter', 'Talk: 清结算里的日切', '林一诺', '阿泽']) await row(outline, name).waitFor();
    await page.locator('.view-line span > span', { hasText: '早上好' }).first().click();
    await page.locator('.monaco-breadcrumbs', { hasText: '07:52:11' }).waitFor();
    await workbench.screenshot('outline');
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

const row = (tree: Locator, name: string): Locator => tree.locator('.monaco-list-row', { hasText: name }).first();
