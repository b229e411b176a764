import { strict as assert } from 'node:assert';
import { coloured, type OpenedLog, openLog, pressUntil } from './workbench.js';

const CHAT = '周牧-青杉支付-产品 2026/11/20 23:07\n晚上好[Rose]\n阿泽 2026/11/20 23:07\n> 09:00:00  Ann\n';

// What a person sees. Screenshots are kept in out/screenshots.
describe('Pasting a conversation on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  for (const webExtensionHost of [false, true]) {
    it(`is plain text that can become entries, undone in one step${webExtensionHost ? ', in a browser worker' : ''}`, async () => {
      log = await openLog('2026-11-20-WeChat.txt', { webExtensionHost });
      const { page } = log;
      await coloured(page, '07:52:11');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate((text) => navigator.clipboard.writeText(text), CHAT);
      await page.locator('.view-line', { hasText: '07:52:11' }).click();
      // The server is up.
      await page.locator('.breadcrumbs-control', { hasText: 'Entries' }).waitFor({ timeout: 60_000 });
      await page.keyboard.press('Control+End');
      const line = (text: string) => page.locator('.view-line', { hasText: text });
      await pressUntil(page, 'Control+v', line('周牧-青杉支付-产品 2026/11/20 23:07'));
      // The choice stands beside what was pasted.
      const widget = page.locator('.post-edit-widget');
      await widget.waitFor();
      await widget.click();
      await page.locator('.action-widget .monaco-list-row', { hasText: 'Paste as log entries' }).click();
      await line('> 23:07:01  阿泽').waitFor();
      await line('晚上好[玫瑰]').waitFor();
      await line('\\> 09:00:00  Ann').waitFor();
      assert.equal(await line('2026/11/20 23:07').count(), 0);
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll('.view-line span')].filter(
            (part) =>
              part.textContent?.startsWith('23:07:0') && getComputedStyle(part).textDecoration.includes('dotted'),
          ).length >= 2,
      );
      await log.screenshot(`pasted entries${webExtensionHost ? ' in a worker' : ''}`);
      await page.locator('.view-line', { hasText: '23:07:01' }).click();
      await page.keyboard.press('Control+z');
      await line('23:07:01').waitFor({ state: 'hidden' });
    });
  }
});
