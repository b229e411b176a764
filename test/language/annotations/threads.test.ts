import assert from 'node:assert/strict';
import { threadsOf } from '../../../server/src/language/index.js';
import { entryAt, parseLog } from '../../support/annotationEdits.js';

describe('threadsOf', () => {
  const checkThreads = (body: string, ...expected: string[]): void => {
    const text = `> 09:00:00  Ann\n${body}`;
    const threads = threadsOf(entryAt(parseLog(text), 0).block).map(({ notes, quote, quoteSpan, resolved }) =>
      [
        quote === undefined ? '' : quoteSpan ? `${quoteSpan.from - 16}-${quoteSpan.to - 16}` : 'gone',
        ...notes.map((note) => note.text),
        ...(resolved ? ['resolved'] : []),
      ].join('|'),
    );
    assert.deepEqual(threads, expected);
  };

  it('gathers the notes on the whole entry, and those on the same words', () =>
    checkThreads(
      'one two one\n<!-- @note: a -->\n<!-- @note on "one": b -->\n<!-- @note Bo: c -->\n<!-- @note on "one" #2: d -->\n<!-- @note on "one": e -->\n',
      '|a|c',
      '0-3|b|e',
      '8-11|d',
    ));

  it('says that words are gone, and looks for none in annotations', () =>
    checkThreads(
      'one\n<!-- @note on "two": a -->\n<!-- @note on "one" #2: b -->\n<!-- @tag two -->\n',
      'gone|a',
      'gone|b',
    ));

  it('finds words over annotations and white space that was formatted', () =>
    checkThreads(
      'one   \n\n two\n<!-- @note on "one\\ntwo": a -->\nthree\n<!-- @note on "two\\nthree": b -->\n',
      '0-12|a',
      '9-50|b',
    ));

  it('lets the last note say whether a thread is resolved', () =>
    checkThreads(
      'one\n<!-- @note [resolved]: a -->\n<!-- @note on "one": b -->\n<!-- @note on "one" [resolved]: c -->\n<!-- @note: d -->\n',
      '|a|d',
      '0-3|b|c|resolved',
    ));
});
