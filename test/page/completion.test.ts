import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { line, list, row, selected, typeUntil } from './suggestions.js';
import { type OpenedLog, openLog } from './workbench.js';

const TEXT =
  '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\n' +
  'tag:\t\t  [chat]\nspeakers:\n  沈砚秋-鹿鸣清算: [阿泽]\n---\n> 12:03:40  沈砚秋-鹿鸣清算  \n   \n昨天的图  \n   \n' +
  '> 12:03:56  顾南乔-云麓科技-测试  \n   \n谢谢@阿泽?收到  \n   \n';

describe('Completion on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  it('writes an entry by keyboard alone: speaker, mention and emoji', async () => {
    log = await openLog('2026-11-20-WeChat.txt', { text: TEXT });
    const { page } = log;
    await endOfLog(page);
    await typeUntil(page, '>', row(page, '12:03:57  顾南乔'));
    await log.screenshot('completion-header');
    await page.keyboard.type('syq');
    await selected(page, '12:03:57  沈砚秋-鹿鸣清算');
    await page.keyboard.press('Enter');
    await line(page, '> 12:03:57  沈砚秋-鹿鸣清算');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('不客气，');
    await page.keyboard.type('@');
    await selected(page, '@顾南乔');
    await page.keyboard.type('gnq');
    await selected(page, '@顾南乔-云麓科技-测试');
    await page.keyboard.press('Tab');
    await line(page, '不客气，@顾南乔-云麓科技-测试');
    await page.keyboard.insertText('明天见');
    for (const typed of ['mg', 'rose', 'meigui']) {
      await page.keyboard.type('[');
      await selected(page, '[微笑]');
      await page.keyboard.type(typed);
      await selected(page, '[玫瑰]');
      if (typed === 'mg') await log.screenshot('completion-emoji');
      await page.keyboard.press('Enter');
      await list(page).waitFor({ state: 'hidden' });
    }
    await line(page, '不客气，@顾南乔-云麓科技-测试 明天见[玫瑰][玫瑰][玫瑰]');
  });

  it('offers the nickname behind Chinese text, a time and then a speaker, and speaks Chinese', async () => {
    log = await openLog('2026-11-20-WeChat.txt', { text: TEXT, language: 'zh-cn' });
    const { page } = log;
    await endOfLog(page);
    await typeUntil(page, '>', row(page, '紧接上一条'));
    await log.screenshot('completion-header-zh-cn');
    await selected(page, '> 12:03:57');
    await page.keyboard.press('Enter');
    await row(page, '顾南乔-云麓科技-测试').waitFor();
    await page.keyboard.type('gnq');
    await selected(page, '顾南乔-云麓科技-测试');
    await page.keyboard.press('Tab');
    await line(page, '> 12:03:57  顾南乔-云麓科技-测试');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('请问');
    await page.keyboard.type('@');
    await row(page, '@阿泽').waitFor();
    await page.keyboard.type('az');
    await selected(page, '@阿泽');
    await log.screenshot('completion-mention-zh-cn');
    await page.keyboard.press('Enter');
    await line(page, '请问@阿泽');
  });

  it('writes a key of the front matter, a picture, a note, tags and a snippet', async () => {
    log = await openLog('2026-11-20-WeChat.txt', { text: TEXT });
    const { page } = log;
    await page.locator('.view-line', { hasText: 'author' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await typeUntil(page, 'li', row(page, 'lines'));
    await selected(page, 'lines');
    await page.keyboard.press('Enter');
    await line(page, 'lines: 2');
    await endOfLog(page);
    await page.keyboard.type('![');
    await selected(page, '![2026-11-20 12:03:56]()');
    await page.keyboard.press('Tab');
    await page.keyboard.type('a.png');
    await line(page, '![2026-11-20 12:03:56](a.png)');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('<!-- @');
    await row(page, '@tag').waitFor();
    await log.screenshot('completion-annotation');
    await page.keyboard.type('ta');
    await selected(page, '@tag');
    await page.keyboard.press('Enter');
    await line(page, '<!-- @tag');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await typeUntil(page, 'qiandao', row(page, 'qiandao'));
    await page.keyboard.press('Enter');
    await line(page, '签到');
    await log.screenshot('completion-written');
  });

  it('proposes nothing while ordinary Chinese is typed and composed', async () => {
    log = await openLog('2026-11-20-WeChat.txt', { text: TEXT });
    const { page } = log;
    await endOfLog(page);
    // That the server answers is seen first.
    await typeUntil(page, '[', row(page, '[微笑]'));
    await page.keyboard.press('Escape');
    await watchLists(page);
    const client = await page.context().newCDPSession(page);
    for (const text of ['z', 'zao', "zao'shang", '早上']) {
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await client.send('Input.insertText', { text: '早上好，各位: ' });
    await line(page, '[早上好，各位: ');
    await page.keyboard.type('ok ');
    await line(page, '[早上好，各位: ok ');
    assert.equal(await listsSeen(page), 0);
    // Whoever watches sees a list that is wanted.
    await page.keyboard.type('[');
    await row(page, '[微笑]').waitFor();
    assert.notEqual(await listsSeen(page), 0);
    await log.screenshot('completion-after-composition');
  });
});

/** Counts from here on how often a list of proposals is seen. */
const watchLists = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen = document.body.dataset;
    seen['lists'] = '0';
    new MutationObserver(() => {
      if (document.querySelector('.suggest-widget.visible')) seen['lists'] = String(Number(seen['lists']) + 1);
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] });
  });

const listsSeen = (page: Page): Promise<number> => page.evaluate(() => Number(document.body.dataset['lists']));

async function endOfLog(page: Page): Promise<void> {
  await page.locator('.view-line', { hasText: '12:03:56' }).click();
  await page.keyboard.press('Control+End');
}
