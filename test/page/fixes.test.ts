import assert from 'node:assert/strict';
import { type OpenedLog, openLog, pressUntil, savedText } from './workbench.js';

describe('Fixes on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  it('are offered by the light bulb, and one of them repairs a header', async () => {
    log = await openLog('2026-11-21-WeChat.txt');
    const { page } = log;
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.view-line span > span', { hasText: '＞08：31：02' }).first().click();
    await page
      .locator('.codicon-gutter-lightbulb-auto-fix, .codicon-light-bulb, [class*="lightbulb"]')
      .first()
      .waitFor();
    const actions = page.locator('.action-widget');
    const repair = actions.locator('.monaco-list-row', { hasText: 'Write it “> 08:31:02  林一诺”' });
    await pressUntil(page, 'Control+.', repair);
    await actions.locator('.monaco-list-row', { hasText: 'Disable “header-malformed” here' }).waitFor();
    await log.screenshot('light-bulb');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '> 08:31:02' }).waitFor();
    await log.screenshot('light-bulb-fixed');
  });

  it('run on save where the user wants that, the safe ones only', async () => {
    log = await openLog('2026-11-21-WeChat.txt', {
      settings: { 'editor.codeActionsOnSave': { 'source.fixAll.chatlog': 'explicit' } },
    });
    const { page } = log;
    await page.locator('.squiggly-error').nth(2).waitFor();
    await page.locator('.view-line span > span', { hasText: '早' }).first().click();
    await pressUntil(page, 'Control+s', page.locator('.view-line', { hasText: '> 08:31:02' }));
    const saved = await savedText(log, /\n> 08:31:02 {2}林一诺 {2}\n/);
    await log.screenshot('fixed-on-save');
    assert.match(saved, /\n---\n> 08:01:44 {2}阿泽/);
    // Where an entry belongs is for a person to say.
    assert.ok(saved.indexOf('> 08:29:40') > saved.indexOf('> 08:31:02'));
  });
});
