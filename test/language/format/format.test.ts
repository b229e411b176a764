import assert from 'node:assert/strict';
import { applyChanges, ChatDocument, formatLog, textOf } from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { randomPieces } from '../../support/logText.js';
import { property } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);
const format = (text: string): string => applyChanges(text, formatLog(parse(text)));
const check = (text: string, expected: string): void => assert.equal(format(text), expected);

/** A text without its white space. */
const words = (text: string): string => text.replace(/\s+/gu, '');

/** Who said what when, white space at the ends of lines and blank lines not counted. */
const saying = (text: string): object[] =>
  [...parse(text).entries()].map(({ block }) => ({
    speaker: textOf(block, block.speaker),
    seconds: block.seconds,
    said: textOf(block, block.body)
      .split(/\r\n|\r|\n/)
      .map((line) => line.trimEnd())
      .filter((line) => line !== ''),
  }));

describe('Formatting', () => {
  it('writes the canonical spacing around header and text', () => {
    check('> 09:00:00  林一诺\n早上好\n', '> 09:00:00  林一诺  \n   \n早上好  \n   \n');
    check('>  09:00:00    林一诺 \n\n早上好 \n\n\n\n', '> 09:00:00  林一诺  \n   \n早上好  \n   \n');
  });

  it('ends the line of an image with one space', () => {
    check('> 09:00:00  Ann\n![a](http://b/c.png)\n', '> 09:00:00  Ann  \n   \n![a](http://b/c.png) \n   \n');
  });

  it('keeps the lines of a body, its indentation, and spaces beyond those wanted', () => {
    check('> 09:00:00  Ann\none\n\n  two    \n', '> 09:00:00  Ann  \n   \none  \n   \n  two    \n   \n');
  });

  it('completes a log that ends in the middle of a line', () => {
    check('> 09:00:00  Ann\nhi', '> 09:00:00  Ann  \n   \nhi  \n   \n');
    check('> 09:00:00  Ann', '> 09:00:00  Ann  ');
  });

  it('keeps line breaks of the kind that the entry has', () => {
    check('> 09:00:00  Ann\r\nhi\r\n', '> 09:00:00  Ann  \r\n   \r\nhi  \r\n   \r\n');
  });

  it('spaces front matter as the exporter does, and leaves its values alone', () => {
    check(
      '---\nlayout: source\ntitle: "a: b"\nlines:   3\ntag: [chat]\nheader-img: "x"\n---\n',
      '---\nlayout:     source \ntitle:      "a: b"\nlines:      3 \ntag:\t\t  [chat]\nheader-img: "x"\n---\n',
    );
  });

  it('leaves alone what it does not understand', () => {
    for (const text of [
      'before\n\n\n> 09:00:00  Ann  \n   \nhi  \n   \n',
      '> 09:00:00  Ann  \n   \nhi  \n```\ncode\n```\n   \n',
      '> 09:00:00  Ann  \n   \nhi  \n   \n<!-- @note Ann: one\ntwo -->\n',
      '＞09:00:00 Ann\n   \nhi  \n   \n',
      '---\ntitle: |\n  text\n---\n',
    ]) {
      check(text, text);
    }
  });

  it('gives a message that says nothing its empty line', () => {
    check(
      '> 09:00:00  Ann\n> 09:00:01  Bob\nhi\n',
      '> 09:00:00  Ann  \n   \n  \n   \n> 09:00:01  Bob  \n   \nhi  \n   \n',
    );
  });

  it('changes white space only, nobody’s words, and nothing the second time', () => {
    property(
      3000,
      (random) => randomPieces(random, 20),
      (pieces) => {
        const text = pieces.join('');
        const once = format(text);
        assert.equal(words(once), words(text));
        assert.deepEqual(saying(once), saying(text));
        assert.equal(format(once), once);
      },
    );
  });

  it('of a part changes what it changes of the whole', () => {
    property(
      500,
      (random) => randomPieces(random, 20),
      (pieces) => {
        const document = parse(pieces.join(''));
        const whole = formatLog(document);
        for (let from = 0; from <= document.length; from += 17) {
          const part = { from, to: Math.min(document.length, from + 40) };
          const within = (changes: typeof whole): typeof whole =>
            changes.filter((change) => part.from <= change.from && change.to <= part.to);
          assert.deepEqual(within(formatLog(document, part)), within(whole));
        }
      },
    );
    const long = parse('> 09:00:00  Ann\nhi\n'.repeat(1000));
    assert.ok(formatLog(long, { from: 9000, to: 9000 }).length < 10);
  });

  itWithCorpus('finds the exporter’s logs formatted', () => {
    const changed = corpusLogs().filter(({ text }) => formatLog(parse(text)).length > 0);
    // One log holds a message that ends in a blank line of its own.
    assert.ok(changed.length <= 1, changed.map(({ path }) => path).join(', '));
  });
});
