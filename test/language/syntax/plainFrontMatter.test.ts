import assert from 'node:assert/strict';
import { rules } from '../../../server/src/language/index.js';
import { examplesOf } from '../../../server/src/language/lint/rules/examples.js';
import { ChatDocument } from '../../../server/src/language/syntax/document.js';
import { readContent } from '../../../server/src/language/syntax/frontMatter.js';
import { plainContent } from '../../../server/src/language/syntax/plainFrontMatter.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { readMarkers } from '../../support/markers.js';
import { property } from '../../support/random.js';

/** Checks that a log's front matter is read as the YAML package reads it, or left to that; tells whether it was read. */
function check(text: string): boolean {
  const block = ChatDocument.parse('', 0, text).frontMatter;
  const plain = block && plainContent(block);
  if (!plain) return false;
  const { spanOf, ...content } = plain;
  const { spanOf: spanOfPackage, ...expected } = readContent(block);
  assert.deepEqual(content, expected);
  for (const { name } of content.fields) {
    for (const path of [[name], [name, 0], [name, 1], [name, 2], [name, 0, 0], ['nobody']]) {
      assert.deepEqual(spanOf(path), spanOfPackage(path), path.join());
    }
  }
  return true;
}

const PLAIN =
  'layout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     林一诺-青杉\nlines:      3 \ntag:\t\t  [chat, 支付]\n';

const PIECES = [
  'layout: source \n',
  'title: "2026-11-20-WeChat"\n',
  'date: 2026-11-20 12:00:00\n',
  'lines: 12\n',
  'tag: [chat,支付]\n',
  ...[
    'a: ',
    'b:\t',
    'null: ',
    'y: ',
    '0: ',
    'A: ',
    'a :',
    '- ',
    '? ',
    '# ',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '"',
    "'",
    '\\',
    ':',
    ': ',
  ],
  ...[
    '#',
    ' #',
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '~',
    '-',
    '.',
    '/',
    '(',
    '）',
    '+',
  ],
  ...[
    'null',
    'true',
    'FALSE',
    'yes',
    'no',
    '.inf',
    '.nan',
    '0x1f',
    '0o17',
    '1e3',
    '1_000',
    '007',
    '12',
    '-3',
    '+5',
    '2026-11-20',
  ],
  ...['早', '林 一诺', 'x', 'Ann', '\u00a0', '\u2028', '\ufeff', '\u0000', '\u0085', '👩', '\ud83d', '---', '...'],
];

describe('plainContent', () => {
  it('reads front matter as the exporter writes it', () => {
    assert.ok(check(`---\n${PLAIN}---\n> 09:00:00  Ann\nhi\n`));
  });

  for (const line of [
    'a:\n',
    'a: null\n',
    'a: [x, true]\n',
    'a: "\\n"\n',
    'a: x: y\n',
    '# a\n',
    '\n',
    ' a: x\n',
    'a: x #\n',
  ]) {
    it(`leaves ${JSON.stringify(line)} to the YAML package`, () => {
      assert.equal(check(`---\n${PLAIN}${line}---\n`), false);
    });
  }

  it('leaves front matter that is not closed, and none at all, to the YAML package', () => {
    assert.equal(check(`---\n${PLAIN}> 09:00:00  Ann\nhi\n`), false);
    assert.equal(check('---\n---\n'), false);
  });

  it('says what the YAML package says', () => {
    let read = 0;
    property(
      20_000,
      (random) =>
        random.list(4, () => {
          const key = random.pick(['a: ', 'a: ', 'b:\t', random.pick(PIECES)]);
          return `${key}${random.list(3, () => random.pick(PIECES)).join('')}\n`;
        }),
      (pieces) => {
        if (check(`---\n${pieces.join('')}---\n`)) read++;
      },
    );
    assert.ok(read > 80, `${read} were read.`);
  });

  it('says what the YAML package says of every example of a rule', () => {
    for (const { text } of rules.map(examplesOf).flatMap(({ invalid, valid }) => [...invalid, ...valid]))
      check(readMarkers(text).text);
  });

  itWithCorpus('reads nearly all front matter of the corpus', () => {
    const logs = corpusLogs();
    const read = logs.filter(({ text }) => check(text)).length;
    assert.ok(read > 0.9 * logs.length, `${read} of ${logs.length}`);
  });
});
