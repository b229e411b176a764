import assert from 'node:assert/strict';
import type { Picture } from '../../server/src/features/feature.js';
import { readSettings } from '../../server/src/features/settings.js';
import { message } from '../../server/src/language/index.js';
import { type HoverSurroundings, hoverAt } from '../support/hoverAt.js';

const SHOWN: Picture = {
  kind: 'shown',
  uri: 'file:///pictures/3f2a.png',
  format: 'PNG',
  bytes: 83_211,
  width: 640,
  height: 480,
  local: false,
};
const failed = (reason: ReturnType<typeof message>): Picture => ({ kind: 'failed', reason });

/** Where pictures can be kept, and this is what becomes of looking for one. */
const finding = (picture: Picture, images = {}): HoverSurroundings => ({
  context: { findPicture: async () => picture, settings: readSettings({ images }) },
});

/** In a browser, where no pictures can be kept. */
const browser = (images = {}): HoverSurroundings => ({ context: { settings: readSettings({ images }) } });

const linkTo = (address: string, alt = '2026-11-20 09:00:00'): string =>
  `> 09:00:00  Ann\n<[![${alt.slice(0, 3)}<|>${alt.slice(3)}](${address})]>\n`;

async function check(marked: string, surroundings: HoverSurroundings, ...expected: readonly string[]): Promise<void> {
  assert.deepEqual((await hoverAt(marked, surroundings))?.split('\n\n'), expected);
}

describe('A hover over a picture’s link', () => {
  const open = '[Open the picture](http://img.example.org/a.png)';

  it('shows the picture no wider than the setting, and says what it is', () =>
    check(
      linkTo('http://img.example.org/a.png'),
      finding(SHOWN),
      '![2026-11-20 09:00:00](file:///pictures/3f2a.png|width=480)',
      `PNG · 640 × 480 · 83 KB · ${open}`,
    ));

  it('never shows it larger than it is', () =>
    check(
      linkTo('http://img.example.org/a.png'),
      finding({ ...SHOWN, width: 32, height: 32, bytes: 900 }),
      '![2026-11-20 09:00:00](file:///pictures/3f2a.png)',
      `PNG · 32 × 32 · 900 B · ${open}`,
    ));

  it('heeds the setting', async () => {
    const first = async (maxWidth: number): Promise<string | undefined> =>
      (await hoverAt(linkTo('http://img.example.org/a.png'), finding(SHOWN, { maxWidth })))?.split('\n')[0];
    assert.equal(await first(100), '![2026-11-20 09:00:00](file:///pictures/3f2a.png|width=100)');
    assert.equal(await first(640), '![2026-11-20 09:00:00](file:///pictures/3f2a.png)');
  });

  it('shows it over the address and the alternative text as well', async () => {
    for (const marked of [
      '<[![a<|>](http://x.y/a.png)]>',
      '<[![a](http<|>://x.y/a.png)]>',
      '<[![](<|>http://x.y/a.png)]>',
    ]) {
      assert.match((await hoverAt(`> 09:00:00  Ann\n早 ${marked} 晚\n`, finding(SHOWN))) ?? '', /!\[(?:a|Picture)\]/);
    }
  });

  it('shows it over the time of its entry, below what is said of that, and not over the name', async () => {
    const body = '\n   \n![a](http://img.example.org/a.png) \n   \n';
    await check(
      `> <[09:<|>00:00]>  Ann  ${body}`,
      finding(SHOWN),
      '- The first entry of the log.',
      '![a](file:///pictures/3f2a.png|width=480)',
      `PNG · 640 × 480 · 83 KB · ${open}`,
    );
    assert.doesNotMatch((await hoverAt(`> 09:00:00  <[A<|>nn]>  ${body}`, finding(SHOWN))) ?? '', /!\[/);
    await check(
      '> <[09:<|>00:00]>  Ann\nsee ![a](http://img.example.org/a.png)\n',
      finding(SHOWN),
      '- The first entry of the log.',
    );
  });

  it('opens the file of a local picture, and a relative address from the log on', async () => {
    await check(
      linkTo('img/a.png'),
      finding({ ...SHOWN, local: true }),
      '![2026-11-20 09:00:00](file:///pictures/3f2a.png|width=480)',
      'PNG · 640 × 480 · 83 KB · [Open the picture](file:///pictures/3f2a.png)',
    );
    await check(
      linkTo('../图/a.png'),
      finding(failed(message('There is no file for this picture: “{0}” is not there.', 'a.png'))),
      'There is no file for this picture: “a.png” is not there.',
      '[Open the picture](file:///%E5%9B%BE/a.png)',
    );
  });

  it('says in a sentence why there is none to see, with the link to open it', async () => {
    const reasons = [
      message('“{0}” is within this machine or its network; the setting “{1}” can allow it.', '10.0.0.1', 'x'),
      message('The picture did not arrive within {0} seconds.', 15),
      message('The server answers “{0}” instead of a picture.', '404 Not Found'),
      message('It is no picture in PNG, JPEG, GIF, WebP, BMP or AVIF.'),
    ];
    for (const reason of reasons) {
      const said = await hoverAt(linkTo('http://img.example.org/a.png'), finding(failed(reason)));
      assert.equal(said, `${reason.template.replace('{0}', String(reason.values[0])).replace('{1}', 'x')}\n\n${open}`);
    }
  });

  it('links to nothing but web pages and the log’s own files', async () => {
    const reason = failed(message('It is no picture in PNG, JPEG, GIF, WebP, BMP or AVIF.'));
    for (const address of [
      'javascript:alert`1`',
      'command:workbench.quit',
      'file://server/share/a.png',
      '//server/a.png',
      'C:/a.png',
    ]) {
      const said = (await hoverAt(linkTo(address), finding(reason))) ?? '';
      assert.doesNotMatch(said, /\]\(/, address);
      assert.match(said.replaceAll('\\', ''), new RegExp(address.slice(0, 6)));
    }
  });

  it('is not fetched for a client that could not show it', async () => {
    const findPicture = (): Promise<Picture> => assert.fail();
    await check(
      linkTo('http://img.example.org/a.png'),
      { context: { findPicture }, client: { markdownHover: false } },
      '2026-11-20 09:00:00\nOpen the picture: http://img.example.org/a.png',
    );
  });

  it('is not looked for elsewhere', async () => {
    const findPicture = (): Promise<Picture> => assert.fail();
    await hoverAt('> 09:00:00  <[A<|>nn]>\n![a](http://img.example.org/a.png)\n', { context: { findPicture } });
    await hoverAt('> <[09:<|>00:00]>  Ann\nhi\n> 09:00:00  Ann\n![a](http://img.example.org/a.png)\n', {
      context: { findPicture },
    });
  });
});

describe('A hover over a picture’s link in a browser', () => {
  const open = (address: string): string => `[Open the picture](${address})`;

  it('leaves an address with “https:” to the editor', () =>
    check(
      linkTo('https://img.example.org/a|b.png'),
      browser({ maxWidth: 300 }),
      '![2026-11-20 09:00:00](https://img.example.org/a%7Cb.png|width=300)',
      open('https://img.example.org/a%7Cb.png'),
    ));

  it('says why one with “http:” can’t be shown', async () => {
    const reason = 'This picture can’t be shown here: editors load pictures from “https:” addresses only.';
    await check(linkTo('http://img.example.org/a.png'), browser(), reason, open('http://img.example.org/a.png'));
    await check(linkTo('img/a.png'), browser(), reason, open('file:///archive/img/a.png'));
  });

  it('loads nothing in a workspace that is not trusted', () => {
    const address = 'https://img.example.org/a.png';
    const context = { ...browser().context, trusted: false };
    return check(linkTo(address), { context }, 'Pictures are fetched in trusted workspaces only.', open(address));
  });

  it('heeds the setting', async () => {
    const address = 'https://img.example.org/a.png';
    await check(
      linkTo(address),
      browser({ preview: 'never' }),
      'Pictures are switched off by “chatlog.images.preview”.',
      open(address),
    );
    await check(
      linkTo(address),
      browser({ preview: 'local' }),
      'Pictures that have to be fetched are switched off by “chatlog.images.preview”.',
      open(address),
    );
  });
});
