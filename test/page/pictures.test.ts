import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { PictureServer } from '../pictures/pictureServer.js';
import { png } from '../pictures/samplePictures.js';
import { type OpenedLog, openLog } from './workbench.js';

const [WIDTH, HEIGHT] = [320, 180];
const PATH = '/img/20261120_120356.png';

/** A log of so many pictures; the last one is at the path that is served. */
const logWith = (origin: string, pictures = 1): string =>
  '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\n' +
  'tag:\t\t  [chat]\n---\n> 12:03:40  林一诺  \n   \n这些图是昨天的对账流程  \n   \n' +
  Array.from({ length: pictures }, (_, index) => {
    const path = index === pictures - 1 ? PATH : `/img/${index}.png`;
    return `> 12:03:56  顾南乔-云麓科技-测试  \n   \n![2026-11-20 12:03:56](${origin}${path}) \n   \n`;
  }).join('');

describe('A picture behind a link, on the page', function () {
  this.timeout(180_000);
  let server: PictureServer;
  let log: OpenedLog;

  beforeEach(async () => {
    const picture = png(WIDTH, HEIGHT);
    server = await new PictureServer({ [PATH]: (response) => response.end(picture) }).start();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await log.screenshot(`failed: ${this.currentTest.title}`);
    await log.close();
    await server.stop();
  });

  it('is loaded in the hover, plain http as it is, and not asked for before or again', async () => {
    log = await openLog('2026-11-20-WeChat.txt', {
      text: logWith(`http://${server.host}`),
      settings: { 'chatlog.images.allowedHosts': ['127.0.0.1'] },
    });
    const { page } = log;
    const hover = await hoverOver(page, '20261120_120356');
    await shownIn(hover);
    assert.deepEqual(
      server.requests.map(({ target }) => target),
      [PATH],
    );
    await log.screenshot('picture-in-hover');
    await page.mouse.move(5, 400);
    await hover.waitFor({ state: 'hidden' });
    await shownIn(await hoverOver(page, '20261120_120356'));
    assert.equal(server.requests.length, 1);
  });

  it('is asked for by nothing but a hover: not by opening, scrolling or editing a log of a thousand', async () => {
    log = await openLog('2026-11-20-WeChat.txt', {
      text: logWith(`http://${server.host}`, 1000),
      settings: { 'chatlog.images.allowedHosts': ['127.0.0.1'] },
    });
    const { page } = log;
    await page.locator('.monaco-breadcrumbs', { hasText: 'Front matter' }).waitFor();
    await page.locator('.view-line', { hasText: '12:03:40' }).click();
    for (let i = 0; i < 20; i++) await page.keyboard.press('PageDown');
    await page.keyboard.type('好');
    await page.keyboard.press('Control+End');
    await page.locator('.view-line', { hasText: '20261120_120356' }).first().waitFor();
    // The hover over one shows that the server would have been asked, and answered, had anything wanted to.
    await shownIn(await hoverOver(page, '20261120_120356'));
    assert.equal(server.requests.length, 1);
  });

  it('is refused on this machine unless the host is allowed, and the hover says so', async () => {
    log = await openLog('2026-11-20-WeChat.txt', { text: logWith(`http://${server.host}`) });
    const hover = await hoverOver(log.page, '20261120_120356');
    await hover.filter({ hasText: 'chatlog.images.allowedHosts' }).waitFor();
    await log.screenshot('picture-refused');
    assert.deepEqual(server.requests, []);
  });
});

/** Rests the pointer on a text of the log until the hover is there; before the server is up, there is none. */
async function hoverOver(page: Page, text: string): Promise<Locator> {
  const hover = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: /Open|KB|images/ });
  for (let tries = 0; tries < 10; tries++) {
    await page.mouse.move(5, 400);
    await page.locator('.view-line span > span', { hasText: text }).first().hover();
    const seen = await hover.waitFor({ timeout: 4_000 }).then(
      () => true,
      () => false,
    );
    if (seen) return hover;
  }
  throw new Error(`There is no hover over “${text}”.`);
}

/** Checks that the picture of the hover is loaded, not merely asked for. */
async function shownIn(hover: Locator): Promise<void> {
  const picture = hover.locator('img').first();
  await picture.waitFor();
  const sizes = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return { natural: [image.naturalWidth, image.naturalHeight], shown: image.width, alt: image.alt };
  });
  assert.deepEqual(sizes.natural, [WIDTH, HEIGHT]);
  assert.equal(sizes.shown, WIDTH);
  assert.notEqual(sizes.alt, '');
}
