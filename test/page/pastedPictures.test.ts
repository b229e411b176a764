import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { copyPicture, isPicture, PICTURE } from './copiedPicture.js';
import { type OpenedLog, openLog, pressUntil } from './workbench.js';

const BASE = 'http://img.example.org/chat/';
const LOG =
  '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\n' +
  'tag:\t\t  [chat]\n---\n> 12:03:40  林一诺  \n   \n昨天的对账流程  \n   \n> 12:03:56  阿泽  \n   \n收到  \n   \n';
const LINE = `![2026-11-20 12:03:40](${BASE}20261120_120340.png)`;

describe('Pictures that are pasted or dropped on the page', function () {
  this.timeout(180_000);
  let log: OpenedLog;
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
  });

  const open = async (
    { folders, language }: { readonly folders: object; readonly language: string } = {
      folders: { [BASE]: 'img' },
      language: 'en',
    },
  ): Promise<void> => {
    log = await openLog('2026-11-20-WeChat.txt', {
      text: LOG,
      settings: {
        'chatlog.images.folders': folders,
        'files.autoSave': 'afterDelay',
        'files.autoSaveDelay': 200,
      },
      language,
    });
    await log.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // With the outline the server is up.
    await log.page.locator('.monaco-breadcrumbs .monaco-breadcrumb-item', { hasText: /Front matter|头信息/ }).waitFor();
    await log.page.locator('.view-line', { hasText: '昨天的对账流程' }).click();
    await log.page.keyboard.press('End');
  };
  const saved = (name: string): string => join(dirname(log.file), 'img', name);
  const line = (text: string) => log.page.locator('.view-line', { hasText: text }).first();

  it('are saved under the entry’s time and put into the entry, in one step to undo', async () => {
    await open();
    await copyPicture(log.page);
    await log.page.keyboard.press('Control+v');
    await line('20261120_120340.png').waitFor();
    await log.screenshot('pasted-picture');
    await untilText(log.file, LOG.replace('流程  \n', `流程  \n${LINE} \n`));
    isPicture(saved('20261120_120340.png'));
    await log.page.keyboard.press('Control+z');
    await untilText(log.file, LOG);
  });

  it('are not written over another picture unless the user wants that', async () => {
    await open();
    await copyPicture(log.page);
    await log.page.keyboard.press('Control+v');
    await line('20261120_120340.png').waitFor();
    const dialog = log.page.locator('.monaco-dialog-box');
    await pressUntil(log.page, 'Control+v', dialog);
    await log.screenshot('picture-is-there');
    await log.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    assert.ok(!existsSync(saved('20261120_120340_2.png')));
    await pressUntil(log.page, 'Control+v', dialog);
    await dialog.getByText('Save as “20261120_120340_2.png”').click();
    await line('20261120_120340_2.png').waitFor();
    await untilText(log.file, LOG.replace('流程  \n', `流程  \n${LINE} \n${LINE.replace('340.png', '340_2.png')} \n`));
    isPicture(saved('20261120_120340_2.png'));
  });

  it('are saved nowhere where no folder is set, and the user is told in Chinese', async () => {
    await open({ folders: {}, language: 'zh-cn' });
    await copyPicture(log.page);
    await log.page.keyboard.press('Control+v');
    // The embedded VS Code keeps its notifications behind the bell.
    const told = log.page.locator('.notifications-center', { hasText: '还没有设置图片文件夹' });
    await log.page.locator('[id="status.notifications"] .codicon-bell-dot').waitFor();
    await log.page.locator('[id="status.notifications"]').click();
    await told.waitFor();
    await log.screenshot('picture-without-folder-zh');
    assert.equal(readFileSync(log.file, 'utf8'), LOG);
    assert.ok(!existsSync(dirname(saved('x'))));
  });

  it('go into the entry that they are dropped on', async () => {
    await open();
    await dropPicture(log.page, '收到');
    await line('20261120_120356.png').waitFor();
    await log.screenshot('dropped-picture');
    const dropped = LINE.replace('12:03:40', '12:03:56').replace('120340', '120356');
    await untilText(log.file, LOG.replace('收到  \n', `收到  \n${dropped} \n`));
    assert.deepEqual(readFileSync(saved('20261120_120356.png')), PICTURE);
  });
});

/** Drops a file with the picture on the line with a text, Shift held, as one does from a window of files. */
async function dropPicture(page: Page, text: string): Promise<void> {
  const target = page.locator('.view-line span > span', { hasText: text }).first();
  await target.evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'IMG_1.png', { type: 'image/png' }));
    const { right, y, height } = element.getBoundingClientRect();
    for (const type of ['dragenter', 'dragover', 'drop']) {
      element.dispatchEvent(
        new DragEvent(type, {
          bubbles: true,
          cancelable: true,
          shiftKey: true,
          dataTransfer: transfer,
          clientX: right - 2,
          clientY: y + height / 2,
        }),
      );
    }
  }, PICTURE.toString('base64'));
}

/** Waits until the file on disk has a text. */
async function untilText(file: string, text: string): Promise<void> {
  for (let tries = 0; tries < 100 && readFileSync(file, 'utf8') !== text; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(readFileSync(file, 'utf8'), text);
}
