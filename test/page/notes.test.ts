import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { type OpenedLog, openLog, pressUntil, runCommand, savedText } from './workbench.js';

const NAME = '2026-11-20-WeChat.txt';
/** The Comments panel opens with a log that has notes. */
const SETTINGS = { 'chatlog.notes.author': '何青', 'comments.openView': 'file' };
/** There is room for a thread and the panel. */
const viewport = { width: 1280, height: 1000 };
const DAY = /\d{4}-\d\d-\d\d/.source;

// What a person sees. Screenshots are kept in out/screenshots.
describe('Notes on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  it('are added beside an entry, replied to, undone, edited, resolved, kept over a reload, and deleted', async () => {
    log = await openLog(NAME, { settings: SETTINGS, viewport });
    const { page } = log;
    await addBeside(page, '早上好');
    await page.keyboard.type('**Good** morning to whom?');
    await page.locator('.review-widget .monaco-button', { hasText: 'Add Note' }).click();
    await page.locator('.review-widget .review-comment strong', { hasText: 'Good' }).waitFor();
    await page.locator('.review-widget .review-thread-reply-button').click();
    await page.keyboard.type('To everybody');
    await page.keyboard.press('Control+Enter');
    const reply = page.locator('.review-widget .review-comment', { hasText: 'To everybody' });
    await reply.waitFor();
    await log.screenshot('notes');
    // Undone and done again as one step each, in the text and so in the thread.
    await line(page, '早上好').click();
    await page.keyboard.press('Control+z');
    await reply.waitFor({ state: 'hidden' });
    await page.locator('.review-widget .review-comment strong', { hasText: 'Good' }).waitFor();
    await page.keyboard.press('Control+y');
    await reply.waitFor();
    await reply.hover();
    await reply.locator('.action-label[aria-label^="Edit Note"]').click();
    await page.locator('.review-widget .edit-textarea .monaco-editor.focused').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('To all');
    await page.locator('.review-widget .monaco-button', { hasText: 'Save' }).click();
    await page.locator('.review-widget .review-comment', { hasText: 'To all' }).waitFor();
    await page.locator('.review-widget .action-label[aria-label^="Resolve Notes"]').click();
    // VS Code closes what is resolved.
    await page.locator('.review-widget').waitFor({ state: 'hidden' });
    await runCommand(page, 'File: Save');
    const text = await savedText(log, /\[resolved\]/);
    const notes = new RegExp(
      `\n早上好\\[太阳\\] {2}\n {3}\n<!-- @note ${DAY} 何青: \\*\\*Good\\*\\* morning to whom\\? -->\n` +
        `<!-- @note ${DAY} 何青 \\[resolved\\]: To all -->\n> 07:52:40`,
    );
    assert.match(text, notes);
    await page.reload();
    await line(page, '早上好').waitFor();
    await panelRow(page, 'morning to whom?').dblclick();
    await page.locator('.review-widget .review-comment', { hasText: 'To all' }).waitFor();
    await page.locator('.review-widget .action-label[aria-label^="Reopen Notes"]').click();
    await page.locator('.review-widget .action-label[aria-label^="Resolve Notes"]').waitFor();
    await page.locator('.review-widget .action-label[aria-label^="Delete All Notes"]').click();
    await page.locator('.review-widget').waitFor({ state: 'hidden' });
    await panelRow(page, 'morning to whom?').waitFor({ state: 'hidden' });
  });

  it('are on words that are selected, follow the text, and the text follows them', async () => {
    log = await openLog(NAME, {
      language: 'zh-cn',
      settings: { ...SETTINGS, 'workbench.colorTheme': 'Default Dark Modern' },
      text: TEXT,
      viewport,
    });
    const { page } = log;
    await page.locator('.comment-range-glyph').first().waitFor();
    // The header's tags, faintly.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.view-line span')].some((span) =>
        getComputedStyle(span, '::after').content.includes('#清算 #合规'),
      ),
    );
    await line(page, '日切在零点').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await pressUntil(page, 'Control+Alt+m', page.locator('.review-widget .comment-form'));
    await page.locator('.review-widget .comment-form .monaco-editor.focused').waitFor();
    await page.keyboard.type('哪一家？');
    await page.locator('.review-widget .monaco-button', { hasText: '添加批注' }).click();
    const added = page.locator('.review-widget .review-comment', { hasText: '哪一家？' });
    await added.waitFor();
    await page.locator('.review-widget .head', { hasText: '针对“日切在零点，对账在两点”' }).waitFor();
    await log.screenshot('notes-zh-cn');
    // Typed above: the thread stays open, and the panel says the new line.
    await panelRow(page, '哪一家？').filter({ hasText: 'Ln 11' }).waitFor();
    await line(page, '> 19:41:10').click();
    await page.keyboard.press('Home');
    await page.keyboard.type('> 19:40:00  阿泽');
    await page.keyboard.press('Enter');
    await panelRow(page, '哪一家？').filter({ hasText: 'Ln 12' }).waitFor();
    await added.waitFor();
    // Typed into the comment: the thread says it.
    await line(page, '哪一家？ -->').click();
    await page.keyboard.press('End');
    for (let i = 0; i < ' -->'.length; i++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('？？');
    await page.locator('.review-widget .review-comment', { hasText: '哪一家？？？' }).waitFor();
    // The words change: the thread says that they are gone.
    await line(page, '日切在零点，').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.locator('.review-widget .head', { hasText: '已不在消息中' }).waitFor();
    await log.screenshot('notes-quote-gone-zh-cn');
    await page.keyboard.press('Control+z');
    await page.locator('.review-widget .head', { hasText: '针对“日切在零点，对账在两点”' }).waitFor();
  });

  it('are shown by the browser build too', async () => {
    log = await openLog(NAME, { webExtensionHost: true, settings: SETTINGS, viewport, text: TEXT });
    const { page } = log;
    await panelRow(page, 'needs a source').dblclick();
    await page.locator('.review-widget .comment-form .monaco-editor').click();
    await page.keyboard.type('The notice of last week says so');
    await page.keyboard.press('Control+Enter');
    await page.locator('.review-widget .review-comment', { hasText: 'The notice of last week says so' }).waitFor();
    await log.screenshot('notes-web');
  });

  it('say why they can’t be written, and keep what was typed', async () => {
    const text = TEXT.replace('学到了', '<!-- 学到了');
    log = await openLog(NAME, { settings: SETTINGS, viewport, text: `${text}> 19:43:00  阿泽\n\n收到\n` });
    const { page } = log;
    await addBeside(page, '收到');
    await page.keyboard.type('To whom?');
    await page.locator('.review-widget .monaco-button', { hasText: 'Add Note' }).click();
    // The embedded VS Code keeps its notifications behind the bell.
    await page.locator('[id="status.notifications"] .codicon-bell-dot').waitFor();
    await page.locator('[id="status.notifications"]').click();
    await page.locator('.notifications-center', { hasText: 'Close the comment in the entry of line' }).waitFor();
    await page.locator('.review-widget .comment-form .view-line', { hasText: 'To whom?' }).waitFor();
    await log.screenshot('notes-refused');
  });
});

describe('Tags on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  it('are chosen from a list or typed, renamed, and lead to their entries', async () => {
    log = await openLog(NAME, { settings: SETTINGS, text: TEXT });
    const { page } = log;
    const input = page.locator(INPUT);
    const tagRow = (text: string): Locator =>
      page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await line(page, '学到了').click();
    await choose(page, 'Add or Remove Tags');
    await tagRow('清算').waitFor();
    await input.fill('学习');
    await tagRow('new tag').waitFor();
    await page.keyboard.press('Enter');
    await line(page, '<!-- @tag 学习 -->').waitFor();
    await line(page, '日切在零点').click();
    await choose(page, 'Add or Remove Tags');
    await tagRow('合规').click();
    // Enter takes the row that the typed text leads to.
    await input.fill('学');
    await tagRow('学习').waitFor();
    await log.screenshot('tags');
    await page.keyboard.press('Enter');
    await line(page, '<!-- @tag 清算, 学习 -->').waitFor();
    await line(page, '学到了').click();
    await choose(page, 'Rename Tag Everywhere');
    await input.fill('心得');
    await page.keyboard.press('Enter');
    await line(page, '<!-- @tag 清算, 心得 -->').waitFor();
    await line(page, '<!-- @tag 心得 -->').waitFor();
    await line(page, '学到了').click();
    await choose(page, 'Show All Entries with This Tag');
    await page.locator('.reference-zone-widget .monaco-list-row', { hasText: '19:41:10' }).waitFor();
    await page.locator('.reference-zone-widget .monaco-list-row', { hasText: '19:42:03' }).waitFor();
    await log.screenshot('tags-entries');
  });
});

/** Invented; with a note on words that has the line for itself, and tags. */
const TEXT = `---
layout:     source 
title:      "2026-11-20-WeChat"
date:       2026-11-20 12:00:00
author:     沈砚秋-鹿鸣清算
lines:      2 
tag:		  [chat]
---
> 19:41:10  沈砚秋-鹿鸣清算  
   
日切在零点，对账在两点  
   
<!-- @note 2026-11-23 何青 on "两点": needs a source -->
<!-- @tag 清算, 合规 -->
> 19:42:03  Nora | 远山  
   
学到了[玫瑰]  
   
`;

const panelRow = (page: Page, text: string): Locator =>
  page.locator('.comments-panel .monaco-list-row', { hasText: text }).first();

const line = (page: Page, text: string): Locator => page.locator('.view-line', { hasText: text }).first();

/** Presses the `+` beside a line, once it is there, and waits for the place to type in. */
async function addBeside(page: Page, text: string): Promise<void> {
  await page.locator('.comment-range-glyph').first().waitFor();
  const form = page.locator('.review-widget .comment-form');
  // While the panel opens, the gutter is drawn anew, and what the pointer rested on is gone.
  for (let tries = 1; tries < 8 && !(await form.isVisible()); tries++) {
    await line(page, '> ').hover();
    await line(page, text).hover();
    const begun = page.locator('.comment-range-glyph.line-hover').click({ timeout: 3_000 });
    await begun.then(() => form.waitFor({ timeout: 4_000 })).catch(() => {});
  }
  await form.waitFor();
}

const INPUT = '.quick-input-widget input[type="text"]';

/** Runs one of our commands that asks something: what it asks stands in the place of the command palette. */
async function choose(page: Page, command: string): Promise<void> {
  const input = page.locator(INPUT);
  await pressUntil(page, 'F1', input);
  await input.fill(`>Chat Log: ${command}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor({ state: 'hidden' });
}
