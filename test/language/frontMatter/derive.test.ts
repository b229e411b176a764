import assert from 'node:assert/strict';
import { deriveValue, entryCount, modelOf, presenterOf } from '../../../server/src/language/frontMatter/derive.js';
import { ChatDocument, contentOf } from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';

const parse = (text: string, fileName = '2026-11-20-WeChat.txt'): ChatDocument =>
  ChatDocument.parse(`file:///logs/${fileName}`, 1, text);

/** Messages, a letter each for who says it; a capital one is a picture. */
const messages = (speakers: string): string =>
  [...speakers]
    .map((speaker, i) => {
      const time = `09:00:${String(i % 60).padStart(2, '0')}`;
      const said = speaker === speaker.toUpperCase() ? `![2026-11-20 ${time}](a.png)` : 'hi';
      return `> ${time}  ${speaker.toLowerCase()}\n${said}\n`;
    })
    .join('');

/** Checks what a key should say, and whether that is sure (`!`) or a guess (`?`). */
function checkValue(key: string, document: ChatDocument, expected: string | undefined, neighbour?: string): void {
  const derived = deriveValue(document, key, modelOf(neighbour));
  assert.equal(derived && `${derived.text} ${derived.sure ? '!' : '?'}`, expected);
}

describe('Derived values', () => {
  it('tell a presenter by a run of seven text messages, pictures not counted', () => {
    assert.equal(presenterOf(parse(messages('abaaaaaab'))), undefined);
    assert.equal(presenterOf(parse(messages('abaaaaaaab'))), 'a');
    assert.equal(presenterOf(parse(messages('aaaBaaAaaC'))), 'a');
    assert.equal(presenterOf(parse(messages('aaaaaaabbbbbbbb'))), 'b');
    assert.equal(presenterOf(parse(messages('aaaaaaabbbbbbb'))), 'a');
    assert.equal(presenterOf(parse('')), undefined);
  });

  it('take the day from title and file name, else from the pictures', () => {
    checkValue('date', parse(messages('a')), '2026-11-20 12:00:00 !');
    checkValue('title', parse(messages('a')), '"2026-11-20-WeChat" !');
    checkValue('date', parse(messages('a'), 'log.txt'), undefined);
    const picture = '> 09:00:00  a\n![2026-11-19 09:00:00](http://img.example.org/20261119_090000.png)\n';
    checkValue('date', parse(picture, 'log.txt'), '2026-11-19 12:00:00 ?');
    checkValue('date', parse(picture), '2026-11-20 12:00:00 ?');
    checkValue('date', parse('---\ntitle: 2026-11-20\n---\n', 'log.txt'), '2026-11-20 12:00:00 ?');
    checkValue('date', parse(`---\ntitle: 2026-11-20\n---\n${picture}`), '2026-11-20 12:00:00 !');
  });

  it('name the presenter, quoted where YAML wants that or the neighbour does it, else what stands for nobody', () => {
    const neighbour = (author: string): string => `---\nauthor: ${author}\n---\n`;
    checkValue('author', parse(messages('aaaaaaa')), 'a ?');
    checkValue('author', parse(messages('@@@@@@@').replaceAll('![', '[')), '"@" ?');
    checkValue('author', parse(messages('aaaaaaa')), '"a" ?', neighbour('"Ann"'));
    checkValue('author', parse(messages('a')), 'None !');
    checkValue('author', parse(messages('a')), '"PaymentGroup" !', neighbour('"PaymentGroup"'));
    checkValue('author', parse(messages('a')), 'None !', neighbour('Ann'));
  });

  it('count all entries', () => {
    const log = `---\nlines: 1\n---\nbefore\n${messages('aBc')}`;
    assert.equal(entryCount(parse(log)), 3);
    checkValue('lines', parse(log), '3 !');
    assert.equal(entryCount(parse('---\n---\n')), 0);
  });

  it('know nothing of other keys, nor of a neighbour that is not in order', () => {
    checkValue('subtitle', parse(messages('a')), undefined);
    checkValue('header-img', parse(messages('a')), undefined);
    checkValue('header-img', parse(messages('a')), 'img/bg.jpg !', '---\nheader-img: img/bg.jpg\n---\n');
    for (const text of [
      '',
      '---\nlayout: x\n',
      '---\nlayout：x\n---\n',
      '---\nlayout:\n  x\n---\n',
      '---\nfoo: x\n---\n',
    ]) {
      assert.equal(modelOf(text), undefined, text);
    }
  });

  itWithCorpus('are what the exporter wrote', () => {
    let presented = 0;
    let agreed = 0;
    for (const { path, text } of corpusLogs()) {
      const document = ChatDocument.parse(`file:///${path}`, 1, text);
      const { frontMatter: block } = document;
      assert.ok(block);
      const { fields } = contentOf(block);
      for (const { name, value, content } of fields) {
        const derived = deriveValue(document, name, modelOf(text));
        assert.ok(derived, name);
        if (name === 'lines') assert.ok(Number(derived.text) >= Number(content));
        else if (name !== 'author') assert.equal(derived.text, block.text.slice(value.from, value.to), path);
      }
      // Logs without `lines` come from before the exporter looked for presenters.
      const author = fields.find(({ name }) => name === 'author')?.content;
      if (!fields.some(({ name }) => name === 'lines')) continue;
      presented++;
      if ((presenterOf(document) ?? 'PaymentGroup') === author) agreed++;
    }
    assert.ok(agreed / presented > 0.95, `${agreed} of ${presented}`);
  });
});
