import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  defaultLintOptions,
  formatLog,
  inEnglish,
  type LintOptions,
  lint,
  marksOf,
  pictureAddress,
  pictureLines,
  pictureTarget,
} from '../../../server/src/language/index.js';
import { randomPieces } from '../../support/logText.js';
import { readMarkers } from '../../support/markers.js';
import { property } from '../../support/random.js';

const uri = 'file:///logs/2026-11-20-WeChat.txt';
const BASE = 'http://img.example.org/chat/';
const FOLDERS: LintOptions = { ...defaultLintOptions, imageFolders: { [BASE]: 'img' }, root: 'file:///logs/' };

/** Checks the log after the picture `IMG` is put in at `<|>`. */
function check(marked: string, expected: string, addresses = ['a.png']): void {
  const { text, cursors } = readMarkers(marked);
  const change = pictureLines(ChatDocument.parse(uri, 0, text), cursors[0] ?? 0, addresses);
  assert.ok(change);
  assert.equal(applyChanges(text, [change]), expected.replaceAll('IMG', '![2026-11-20 09:00:00](a.png)'));
}

const HEAD = '> 09:00:00  Ann  \n   \n';

describe('The lines of pictures', () => {
  it('are all that an empty entry says', () => {
    check(`${HEAD}<|>  \n   \n`, `${HEAD}IMG \n   \n`);
    check('> 09:00:00  A<|>nn', '> 09:00:00  Ann\n   \nIMG \n   \n');
    check('> 09:00:00  Ann\n<|>', '> 09:00:00  Ann\n   \nIMG \n   \n');
    check('> 09:00:00  Ann\r\n<|>\r\n', '> 09:00:00  Ann\r\n   \r\nIMG \r\n   \r\n');
    check(`${HEAD}<|>  \n   \n> 10:00:00  Kim  \n`, `${HEAD}IMG \n   \n> 10:00:00  Kim  \n`);
  });

  it('stand below the line with the cursor', () => {
    check(`${HEAD}one<|>  \ntwo  \n   \n`, `${HEAD}one  \nIMG \ntwo  \n   \n`);
    check(`${HEAD}one  \ntwo  \n <|>  \n`, `${HEAD}one  \ntwo  \nIMG \n   \n`);
    check(`> 09:00<|>:00  Ann  \n   \none  \n   \n`, `${HEAD}one  \nIMG \n   \n`);
    check(`${HEAD}<|>one  \n   \n`, `${HEAD}IMG \none  \n   \n`);
    check(`> 09:00:00  Ann  \n <|>  \none  \n   \n`, `${HEAD}IMG \none  \n   \n`);
    check(`${HEAD}one<|>`, `${HEAD}one\nIMG \n   \n`);
    check(`${HEAD}one  \n<|>   \ntwo  \n   \n`, `${HEAD}one  \nIMG \n   \ntwo  \n   \n`);
  });

  it('come in the order in which they are pasted, wherever the cursor is meanwhile', () => {
    const [one, two, three] = ['1', '2', '3'].map((name) => `![2026-11-20 09:00:00](${name}.png)`);
    for (const line of ['\n', '\r\n']) {
      for (const said of [
        'one<|>  ',
        'one  \n<|>',
        '<|>one  ',
        `${one} <|>`,
        `${one}<|>  \n${two} `,
        `${one} \n${two}<|> `,
      ]) {
        const { text, cursors } = readMarkers(`${HEAD}${said}\ntwo  \n   \n`.replaceAll('\n', line));
        let document = ChatDocument.parse(uri, 0, text);
        for (const address of ['a.png', 'b.png', 'c.png']) {
          const change = pictureLines(document, cursors[0] ?? 0, [address]);
          assert.ok(change);
          document = document.edit(change);
        }
        const pictures = [...document.text.matchAll(/\((.)\.png\)/g)].map(([, name]) => name).join('');
        assert.match(pictures, /^(1|12)?abc$/, said);
        assert.equal(document.text.replace(/!\[[^\]]*\]\([abc]\.png\) \r?\n/g, ''), text);
      }
    }
    check(`${HEAD}${one} <|>\n${two} \n   \n${three} \n   \n`, `${HEAD}${one} \n${two} \nIMG \n   \n${three} \n   \n`);
    check(`${HEAD}one<|>  \nsee ${two}  \n   \n`, `${HEAD}one  \nIMG \nsee ${two}  \n   \n`);
  });

  it('stand above remarks, and in none', () => {
    const note = '<!-- @note 2026-11-23 reviewer: a\nb -->\n';
    check(`${HEAD}one  \n${note}   <|>\n`, `${HEAD}one  \nIMG \n${note}   \n`);
    check(`${HEAD}one  \n<!-- @note 2026-11-23 reviewer: a\n<|>b -->\n   \n`, `${HEAD}one  \nIMG \n${note}   \n`);
    check(`${HEAD}<|>  \n${note}   \n`, `${HEAD}IMG \n${note}   \n`);
  });

  it('are as many as there are pictures', () => {
    check(`${HEAD}<|>  \n   \n`, `${HEAD}IMG \n![2026-11-20 09:00:00](b.png) \n   \n`, ['a.png', 'b.png']);
  });

  it('need an entry with a time', () => {
    const at = (text: string) => pictureLines(ChatDocument.parse(uri, 0, text), 0, ['a.png']);
    assert.equal(at(''), undefined);
    assert.equal(at('---\ntitle: x\n---\n'), undefined);
    assert.equal(at('> 25:00:00  Ann\nhi\n'), undefined);
  });

  it('take nothing from any log, and are pictures there', () =>
    property(
      400,
      (random) => randomPieces(random, 12),
      (pieces) => {
        const text = pieces.join('');
        const document = ChatDocument.parse(uri, 0, text);
        for (let at = 0; at <= text.length; at += 7) {
          const change = pictureLines(document, at, ['new.png']);
          if (!change) continue;
          const next = document.edit(change);
          const image = next.text.slice(change.from).search(/!\[[^\]]*\]\(new\.png\) /) + change.from;
          const [own] = [...next.entries()].filter(({ block, from }) => from + block.text.length > image);
          assert.ok(own && own.from <= image);
          const said = (log: ChatDocument): string =>
            log.text.replace(/!\[[^\]]*\]\(new\.png\)/, '').replace(/\s/g, '');
          assert.equal(said(next), said(document));
          assert.equal([...next.entries()].length, [...document.entries()].length, `${at}`);
          assert.ok(marksOf(own.block).some(({ kind, span }) => kind === 'image' && span.from + own.from === image));
        }
      },
    ));

  it('leave a well-kept log well-kept', () => {
    const front =
      '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\ntag:\t\t  [chat]\n---\n';
    for (const body of ['  \n', '早  \n', '早  \n安  \n', `![2026-11-20 09:00:00](${BASE}20261120_090000.png) \n`]) {
      const document = ChatDocument.parse(uri, 0, `${front}${HEAD}${body}   \n`);
      const change = pictureLines(document, front.length + HEAD.length + 1, [`${BASE}20261120_090000.png`]);
      assert.ok(change);
      const next = document.edit(change);
      assert.deepEqual(lint(next, defaultLintOptions), []);
      assert.deepEqual(formatLog(next), []);
    }
  });
});

describe('The place of a picture', () => {
  const target = (text: string, options: Partial<LintOptions> = {}, at = text.length, name = uri) => {
    const found = pictureTarget(ChatDocument.parse(name, 0, text), at, { ...FOLDERS, ...options });
    return 'problem' in found ? inEnglish(found.problem) : `${found.folder} ${found.base} ${found.stamp}`;
  };
  const ENTRY = '> 09:00:00  Ann\nhi\n';

  it('is the folder that is set, and its name is day and time', () => {
    assert.equal(target(ENTRY), `file:///logs/img/ ${BASE} 20261120_090000`);
    const imageFolders = { 'http://img.example.org': 'D:\\图 片' };
    assert.equal(
      target(ENTRY, { imageFolders }),
      'file:///D%3A/%E5%9B%BE%20%E7%89%87/ http://img.example.org/ 20261120_090000',
    );
  });

  it('is where the log’s own pictures are, in a folder of the month too', () => {
    const imageFolders = { 'http://a.example.org/': 'a', [BASE]: 'img' };
    const picture = (address: string): string => `> 08:00:00  Ann\n![x](${address})\n`;
    const own = picture(`${BASE}202611/20261120_080000.png`);
    assert.equal(target(own + ENTRY, { imageFolders }), `file:///logs/img/202611/ ${BASE}202611/ 20261120_090000`);
    const strange = picture('http://other.example.org/20261120_080000.png');
    assert.equal(target(strange + ENTRY, { imageFolders }), 'file:///logs/a/ http://a.example.org/ 20261120_090000');
    const files = { exists: () => undefined, neighbour: () => picture(`${BASE}202610/20261031_080000.png`) };
    assert.equal(target(ENTRY, { imageFolders, files }), `file:///logs/img/202611/ ${BASE}202611/ 20261120_090000`);
  });

  it('is none without entry, time, day or folder, and it says which', () => {
    assert.match(target(`---\ntitle: x\n---\n${ENTRY}`, {}, 0), /Put the cursor into an entry/);
    assert.match(target('> 25:00:00  Ann\nhi\n'), /this is none/);
    assert.match(target(ENTRY, {}, 0, 'file:///logs/today.txt'), /the log’s day/);
    assert.match(target(ENTRY, { imageFolders: {} }), /No folder for pictures is set/);
    // A folder that counts from nowhere.
    assert.match(target(ENTRY, { root: undefined }), /No folder for pictures is set/);
  });
});

describe('The address of a picture’s file', () => {
  const address = (file: string, imageFolders: Readonly<Record<string, string>>): string | undefined =>
    pictureAddress(file, { ...defaultLintOptions, imageFolders, root: 'file:///logs/' });

  it('is what is mapped to the file, written so that it can stand in a log', () => {
    assert.equal(address('file:///logs/img/a.png', { [BASE]: 'img' }), `${BASE}a.png`);
    assert.equal(
      address('file:///logs/img/%E8%8A%B1%20%281%29.png', { [BASE]: 'img' }),
      `${BASE}%E8%8A%B1%20%281%29.png`,
    );
    assert.equal(address('file:///c%3A/Pictures/a.png', { [BASE]: 'C:\\Pictures' }), `${BASE}a.png`);
    assert.equal(
      address('file:///logs/img/new/a.png', { [BASE]: 'img', 'http://b.org': 'img/new' }),
      'http://b.org/a.png',
    );
  });

  it('is none for a file elsewhere', () => {
    for (const file of ['file:///logs/imgs/a.png', 'file:///logs/a.png', 'vscode-vfs://x/logs/img/a.png', '']) {
      assert.equal(address(file, { [BASE]: 'img' }), undefined, file);
    }
  });
});
