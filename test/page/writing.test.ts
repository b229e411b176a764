import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench } from '../host/workbench.mjs';
import { copyPicture, isPicture } from './copiedPicture.js';
import { line, list, row, selected, typeUntil } from './suggestions.js';
import { type OpenedLog, openLog, pressUntil, savedText } from './workbench.js';

const BASE = 'http://img.example.org/chat/';
/** The log of a later day, after which the new one is modelled. */
const MODEL =
  '---\nlayout:     source \ntitle:      "2026-11-22-WeChat"\ndate:       2026-11-22 12:00:00\nauthor:     "PaymentGroup"\n' +
  'lines:      2 \ntag:\t\t  [支付, chat]\n---\n> 12:03:40  沈砚秋-鹿鸣清算  \n   \n昨天的图  \n   \n' +
  '> 12:03:56  顾南乔-云麓科技-测试  \n   \n收到  \n   \n';

/** As WeChat copies it: no seconds, a code in English, and a message that looks like a header. */
const CHAT =
  '周牧-青杉支付-产品 2024/3/8 09:14\n对账文件的字段[Rose]\n1. 商户号\n2. 流水号\n阿泽 2024/3/8 09:14\n> 09:00:00  白芷\n这行是我抄的\n';

const WRITTEN = `---
layout:     source 
title:      "2024-03-08-WeChat"
date:       2024-03-08 12:00:00
author:     "PaymentGroup"
lines:      6 
tag:\t\t  [支付, chat]
---
> 09:00:00  沈砚秋-鹿鸣清算  
   
大家好，@顾南乔-云麓科技-测试 早[玫瑰]  
   
> 09:00:01  白芷-青杉支付-运维  
   
我是新来的[抱拳]  
   
> 09:00:02  顾南乔-云麓科技-测试  
   
欢迎@白芷-青杉支付-运维 [鼓掌]  
   
> 09:14:00  周牧-青杉支付-产品  
   
对账文件的字段[玫瑰]  
1. 商户号  
2. 流水号  
   
> 09:14:01  阿泽  
   
\\> 09:00:00  白芷  
这行是我抄的  
   
> 09:14:02  沈砚秋-鹿鸣清算  
   
见图  
![2024-03-08 09:14:02](${BASE}20240308_091402.png) 
![2024-03-08 09:14:02](${BASE}20240308_091402_2.png) 
   
`;

describe('Writing a log on the page', function () {
  this.timeout(240_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  /** Opens the log with the setting for Enter on, and puts the cursor behind what is said last. */
  async function openForNextEntry(): Promise<Page> {
    log = await openLog('2026-11-22-WeChat.txt', {
      text: MODEL,
      settings: { 'chatlog.enter.nextEntry': true, 'files.autoSave': 'off' },
    });
    const { page } = log;
    await page.locator('.view-line', { hasText: '收到' }).click();
    await page.keyboard.press('End');
    // The server is up: when it comes, a list of proposals that is open begins anew.
    await page.locator('.breadcrumbs-control', { hasText: '12:03:56' }).waitFor({ timeout: 60_000 });
    return page;
  }

  it('takes the keyboard alone, from nothing to what is published', async () => {
    log = await openLog('2026-11-22-WeChat.txt', {
      text: MODEL,
      settings: { 'chatlog.images.folders': { [BASE]: 'img' }, 'files.autoSave': 'off' },
    });
    const { page } = log;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const file = join(dirname(log.file), '2024-03-08-WeChat.txt');
    await runByKeyboard(page, 'Chat Log: New Log');
    await answerNewLog(page, '2024-03-08', '2024-03-08-WeChat.txt');
    await line(page, 'title: "2024-03-08-WeChat"');
    await log.screenshot('writing-new');

    // An entry whose time is typed: nothing above tells it.
    await typeUntil(page, '> 09:00:00  ', row(page, '沈砚秋'));
    await page.keyboard.type('syq');
    await selected(page, '沈砚秋-鹿鸣清算');
    await page.keyboard.press('Enter');
    await line(page, '> 09:00:00 沈砚秋-鹿鸣清算');
    await page.keyboard.press('Enter');
    await page.keyboard.type('大家好，@gnq');
    await selected(page, '@顾南乔-云麓科技-测试');
    await page.keyboard.press('Enter');
    await line(page, '大家好，@顾南乔-云麓科技-测试');
    await page.keyboard.type('早');
    await emoji(page, 'mg', '[玫瑰]');
    await page.keyboard.type('  ');

    // One by the command, whose speaker nobody knows yet.
    const picker = page.locator('.quick-input-widget', { hasText: 'Insert Entry' });
    await pressUntil(page, 'Control+Alt+Enter', picker);
    await page.keyboard.type('白芷-青杉支付-运维');
    await picker.locator('.monaco-list-row.focused', { hasText: 'new speaker' }).waitFor();
    await log.screenshot('writing-new-speaker');
    await page.keyboard.press('Enter');
    await line(page, '> 09:00:01 白芷-青杉支付-运维');
    await page.keyboard.type('我是新来的');
    await emoji(page, 'baoquan', '[抱拳]');

    // One by completion.
    await page.keyboard.press('Control+End');
    await typeUntil(page, '>', row(page, '09:00:02'));
    await page.keyboard.type('gnq');
    await selected(page, '> 09:00:02  顾南乔-云麓科技-测试');
    await page.keyboard.press('Enter');
    await line(page, '> 09:00:02 顾南乔-云麓科技-测试');
    await page.keyboard.press('Enter');
    await page.keyboard.type('欢迎@bz');
    await selected(page, '@白芷-青杉支付-运维');
    await page.keyboard.press('Enter');
    await line(page, '欢迎@白芷-青杉支付-运维');
    await emoji(page, 'gz', '[鼓掌]');
    await page.keyboard.type('  ');
    await page.keyboard.press('Enter');
    await log.screenshot('writing-entries');

    // A conversation.
    await page.evaluate((text) => navigator.clipboard.writeText(text), CHAT);
    await pressUntil(page, 'Control+v', page.locator('.post-edit-widget'));
    const choice = page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Paste as log entries' });
    await pressUntil(page, 'Control+.', page.locator('.action-widget').first());
    await pressUntil(page, 'ArrowDown', choice);
    await log.screenshot('writing-choice');
    await page.keyboard.press('Enter');
    await line(page, '> 09:14:01 阿泽');
    await log.screenshot('writing-pasted');

    // Two pictures.
    await page.keyboard.press('Control+End');
    await typeUntil(page, '>', row(page, '09:14:02'));
    await page.keyboard.type('syq');
    await selected(page, '> 09:14:02  沈砚秋-鹿鸣清算');
    await page.keyboard.press('Enter');
    await line(page, '> 09:14:02 沈砚秋-鹿鸣清算');
    await page.keyboard.press('Enter');
    await page.keyboard.type('见图  ');
    await copyPicture(page);
    await page.keyboard.press('Control+v');
    await line(page, `![2024-03-08 09:14:02](${BASE}20240308_091402.png)`);
    const dialog = page.locator('.monaco-dialog-box', { hasText: '20240308_091402.png' });
    await pressUntil(page, 'Control+v', dialog);
    await log.screenshot('writing-second-picture');
    await page.keyboard.press('Enter');
    await line(page, `![2024-03-08 09:14:02](${BASE}20240308_091402_2.png)`);

    await runByKeyboard(page, 'Chat Log: Update Front Matter');
    await line(page, 'lines: 6');
    assert.ok(!readFileSync(file, 'utf8').includes('09:14:02'));
    await page.keyboard.press('Control+s');
    await log.screenshot('writing-written');
    assert.equal(await savedText({ ...log, file }, /lines: +6/), WRITTEN);
    for (const name of ['20240308_091402.png', '20240308_091402_2.png']) isPicture(join(dirname(file), 'img', name));
    await page.locator('[id="status.problems"][aria-label*="No Problems"]').waitFor();
    // Whoever checks it elsewhere finds nothing, and has nothing to format.
    chatlog('check', file);
    chatlog('format', '--check', file);
  });

  it('goes from entry to entry with Enter where the setting says so', async () => {
    const page = await openForNextEntry();
    await pressUntil(page, 'Enter', row(page, '沈砚秋-鹿鸣清算'));
    await selected(page, '顾南乔-云麓科技-测试');
    await page.keyboard.press('ArrowDown');
    await selected(page, '沈砚秋-鹿鸣清算');
    await log.screenshot('writing-enter');
    await page.keyboard.press('Enter');
    await list(page).waitFor({ state: 'hidden' });
    await page.keyboard.type('第一句');
    await pressUntil(page, 'Enter', row(page, '顾南乔-云麓科技-测试'));
    await selected(page, '沈砚秋-鹿鸣清算');
    await page.keyboard.press('ArrowDown');
    await selected(page, '顾南乔-云麓科技-测试');
    await page.keyboard.press('Enter');
    await list(page).waitFor({ state: 'hidden' });
    await page.keyboard.type('第二句');
    await page.keyboard.press('Control+s');
    const entered =
      '> 12:03:57  沈砚秋-鹿鸣清算  \n   \n第一句  \n   \n> 12:03:58  顾南乔-云麓科技-测试  \n   \n第二句  \n   \n';
    assert.equal(await savedText(log, /第二句/), MODEL + entered);
  });

  it('takes a new name and further lines with Enter where the setting says so', async () => {
    const page = await openForNextEntry();
    await pressUntil(page, 'Enter', row(page, '沈砚秋-鹿鸣清算'));
    await page.keyboard.type('白芷');
    await row(page, '沈砚秋-鹿鸣清算').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await cursorOn(page, 19);
    await page.keyboard.type('第一句');
    await page.keyboard.press('Shift+Enter');
    await cursorOn(page, 20);
    await page.keyboard.type('第二句');
    await log.screenshot('writing-shift-enter');
    await page.keyboard.press('Enter');
    await selected(page, '白芷');
    // Of all names, only one begins so.
    await page.keyboard.type('沈');
    await row(page, '白芷').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await cursorOn(page, 24);
    // Behind the two spaces at the end it is the same.
    await page.keyboard.type('第三句');
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Enter');
    await cursorOn(page, 25);
    await page.keyboard.type('第四句');
    await page.keyboard.press('Control+s');
    const entered =
      '> 12:03:57  白芷  \n   \n第一句  \n第二句  \n   \n> 12:03:58  沈砚秋-鹿鸣清算  \n   \n第三句  \n第四句  \n   \n';
    assert.equal(await savedText(log, /第四句/), MODEL + entered);
  });

  it('begins in New File… too', async () => {
    log = await openLog('2026-11-22-WeChat.txt', { text: MODEL });
    const { page } = log;
    // Only once all of VS Code is up is there something to choose from.
    await page.locator('.breadcrumbs-control', { hasText: 'Front matter' }).waitFor({ timeout: 60_000 });
    await runByKeyboard(page, 'Create: New File');
    await page.locator('.quick-input-widget', { hasText: 'Text File' }).waitFor();
    await page.keyboard.type('Chat');
    const item = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: /^Chat Log/ });
    await pressUntil(page, 'ArrowDown', item);
    await log.screenshot('writing-new-file');
    await page.keyboard.press('Enter');
    await answerNewLog(page, '2024-03-08', '2024-03-08-WeChat.txt');
  });

  it('needs no folder: the log is saved later', async () => {
    const workbench = await openWorkbench({ extensionDevelopmentPaths: [join(__dirname, '../..')] });
    log = { ...workbench, file: '' };
    const { page } = log;
    await runByKeyboard(page, 'Chat Log: New Log');
    await answerNewLog(page, '2024-03-08', 'WeChat');
    await line(page, 'title: "2024-03-08-WeChat"');
    await page.keyboard.type('> 09:00:00  林一诺');
    await line(page, '> 09:00:00 林一诺');
    await page.locator('.tab.active.dirty', { hasText: '2024-03-08-WeChat.txt' }).waitFor();
    await page.locator('[id="status.editor.mode"]', { hasText: 'Chat Log' }).waitFor();
    await log.screenshot('writing-untitled');
  });
});

/** Waits until the cursor stands on a line: what a command does the first time, or in the extension, comes a moment after its key. */
const cursorOn = (page: Page, line: number): Promise<void> =>
  page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line}, Col 1` }).waitFor();

function chatlog(...args: readonly string[]): void {
  execFileSync(process.execPath, [join(__dirname, '../../dist/cli.js'), ...args]);
}

/** Says which log New Log is to make: its day, and the group that is offered first. */
async function answerNewLog(page: Page, day: string, group: string): Promise<void> {
  await page.locator('.quick-input-widget', { hasText: 'The day of the log' }).waitFor();
  await page.keyboard.type(day);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: group }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: `${day}-WeChat.txt` }).waitFor();
}

/** Runs a command from the command palette. */
async function runByKeyboard(page: Page, name: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name });
  const input = page.locator('.quick-input-widget input');
  const isOffered = async (): Promise<boolean> => {
    await pressUntil(page, 'F1', input);
    await page.keyboard.type(name);
    return row.waitFor({ timeout: 4_000 }).then(
      () => true,
      () => false,
    );
  };
  // The palette does not take up commands of extensions that come while it is open.
  for (let tries = 1; tries < 8 && !(await isOffered()); tries++) {
    await page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden' });
  }
  await page.keyboard.press('Enter');
}

async function emoji(page: Page, typed: string, code: string): Promise<void> {
  await page.keyboard.type('[');
  await selected(page, '[微笑]');
  await page.keyboard.type(typed);
  await selected(page, code);
  await page.keyboard.press('Enter');
  await list(page).waitFor({ state: 'hidden' });
}
