import assert from 'node:assert/strict';
import { hover } from '../../server/src/features/hover.js';
import { message } from '../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { contextFor, parse, uri } from '../support/featureContext.js';
import { type HoverSurroundings, hoverAt } from '../support/hoverAt.js';

/** No hover may come near what VS Code cuts, 100,000 characters. */
const MOST = 10_000;

async function check(marked: string, expected: string, surroundings?: HoverSurroundings): Promise<void> {
  const said = (await hoverAt(marked, surroundings)) ?? '';
  assert.ok(said.split('\n').includes(expected), said);
}

/** Of a picture that can't be shown, with a reason that quotes the log. */
const failing = (quoted: string): HoverSurroundings => ({
  context: {
    findPicture: async () => ({ kind: 'failed', reason: message('“{0}” is no address of a picture.', quoted) }),
  },
});

describe('The Markdown of a hover', () => {
  it('shows names as they are written', async () => {
    await check('> 09:00:00  <[A<|>nn **x** <b>]>\nhi\n', '**Ann \\*\\*x\\*\\* \\<b\\>**');
    await check('> 09:00:00  <[`安|`<|> [x](http://a.b)]>\nhi\n', '**\\`安\\|\\` \\[x\\](http\\://a.b)**');
    await check('> 09:00:00  <[# www.a.b a<|>@b.cn]>\nhi\n', '**\\# www\\.a.b a\\@b.cn**');
    await check('> 09:00:00  <[&lt;&a<|>mp;]>\nhi\n', '**\\&lt;\\&amp;**');
    await check('> 09:00:00  <[\\<|>]>\nhi\n', '**\\\\**');
  });

  it('turns nothing around with what can’t be seen', () =>
    check('> 09:00:00  <[A\u202enn\u0007<|>]>\nhi\n', '**A nn**'));

  it('shows what was said as it was said', async () => {
    const said = (text: string): string => `> 09:00:00  Ann\n${text}\n> 09:00:01  <[A<|>nn]>\nhi\n`;
    await check(
      said('<img src=x onerror=alert(1)>'),
      '- [09:00:00](file:///archive/1.txt#L1) \\<img src=x onerror=alert(1)\\>',
    );
    await check(said('- 一'), '- [09:00:00](file:///archive/1.txt#L1) \\- 一');
    await check(said('~~x~~ $y$'), '- [09:00:00](file:///archive/1.txt#L1) \\~\\~x\\~\\~ \\$y\\$');
  });

  it('lets no title of a talk be a link or a picture', () =>
    check(
      '---\ntalks: [{title: "![](https://a.b/c.png)", speaker: Ann, start: "09:00:00", end: "09:00:00"}]\n---\n> 09:00:00  <[A<|>nn]>\nhi\n',
      '- [!&#91;&#93;(https\\://a.b/c.png)](file:///archive/1.txt#L4)',
    ));

  it('lets no alternative text end a picture', () =>
    check(
      '> 09:00:00  Ann\n<[![a\\|width=9`<b> &<|>lt; "x"](https://a.b/c.png)]>\n',
      '![a/|width=9’‹b› ＆lt; "x"](https://a.b/c.png|width=480)',
    ));

  it('escapes why there is no picture to see', () =>
    check(
      '> 09:00:00  Ann\n<[![](<|>x:y)]>\n',
      '“\\[x\\](command:y)\\*” is no address of a picture.',
      failing('[x](command:y)*'),
    ));

  it('keeps characters out of addresses that would end them', () =>
    check(
      '> 09:00:00  Ann\n<[![](<|>http://a.b/\\"`<>[]|x)]>\n',
      '[Open the picture](http://a.b/%2F%22%60%3C%3E%5B%5D%7Cx)'.replace('%2F', '/'),
      failing('x'),
    ));

  it('stays short, whatever is written', async () => {
    const long = '长*[<'.repeat(25_000);
    const logs = [
      `> 09:00:00  <[A<|>nn${long}]>\n${long}\n`,
      `> 09:00:00  Ann\n${long}\n> 09:00:01  <[A<|>nn]>\nhi\n`,
      `> 09:00:00  ${long}\nhi\n> <[09:<|>00:01]>  Ann${long}\nhi\n`,
      `> 09:00:00  Ann\n<[![<|>${'长*<'.repeat(33_000)}](http://a.b/${'x'.repeat(100_000)})]>\n`,
      `> 09:00:00  Ann\n<[![<|>a](https://a.b/${'x'.repeat(1900)})]>\n`,
      `---\ntalks:\n  - <[title: "${'长<_'.repeat(600)}<|>"]>\n---\n> 09:00:00  Ann\nhi\n`,
      `---\n<[title: "${'长<_'.repeat(600)}<|>"]>\n---\n> 09:00:00  Ann\nhi\n`,
      `${Array.from({ length: 50 }, (_, index) => `> 09:00:00  何以宁-${index}${long}\nhi\n`).join('')}@<[何<|>以宁]>\n`,
    ];
    for (const log of logs) {
      const said = (await hoverAt(log)) ?? '';
      assert.ok(said.length > 0 && said.length < MOST, `${said.length}: ${said.slice(0, 80)}`);
    }
    const said = (await hoverAt('> 09:00:00  Ann\n<[![](<|>x:y)]>\n', failing(long))) ?? '';
    assert.ok(said.length > 0 && said.length < MOST);
  });

  it('lists no more than a few of many names and talks', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `安${index}`);
    const talks = names.map(() => '  - {title: 日切, speaker: Ann, start: "09:00:00", end: "09:00:00"}').join('\n');
    const log = `---\nspeakers: {Ann: [${names.join(', ')}]}\ntalks:\n${talks}\n---\n> 09:00:00  <[A<|>nn]>\nhi\n`;
    const said = (await hoverAt(log)) ?? '';
    assert.match(said, /“安9” and 190 more\n/);
    assert.match(said, /- and 195 more$/);
    assert.ok(said.length < MOST);
  });

  itWithCorpus('stays short in real logs, and never fails', async () => {
    const context = contextFor();
    for (const [index, { text }] of corpusLogs().entries()) {
      if (index % 10 !== 0) continue;
      const document = parse(text);
      for (let line = 0; line < document.lineCount; line += 3) {
        for (const character of [4, 14, 20]) {
          const found = await hover.answer(document, { textDocument: { uri }, position: { line, character } }, context);
          if (found) assert.ok(JSON.stringify(found.contents).length < MOST, `Log ${index}, line ${line}`);
        }
      }
    }
  });
});
