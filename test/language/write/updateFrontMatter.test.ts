import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  defaultLintOptions,
  updateFrontMatter,
} from '../../../server/src/language/index.js';

const uri = 'file:///archive/2026-11-20-WeChat.txt';

function update(front: string, entries: string): string {
  const document = ChatDocument.parse(uri, 0, front + entries);
  const result = applyChanges(document.text, updateFrontMatter(document, defaultLintOptions));
  assert.ok(result.endsWith(entries));
  return result.slice(0, result.length - entries.length);
}

const said = (name: string, texts: readonly string[], minute = 0): string =>
  texts.map((text, i) => `> 19:${String(minute + i).padStart(2, '0')}:00  ${name}  \n   \n${text}  \n   \n`).join('');
/** Somebody says so much in a row that the exporter takes them for the author. */
const MUCH = said(
  '沈砚秋-鹿鸣清算',
  Array.from({ length: 7 }, (_, i) => `第${i}点`),
);
const TALK =
  said('林一诺', ['今晚七点半，沈砚秋给大家分享《清结算里的日切》']) +
  said(
    '沈砚秋',
    [
      '大家好，我是沈砚秋，今天分享的题目是清结算里的日切',
      ...Array.from(
        { length: 12 },
        (_, i) => `第${i + 1}点，日切之前的交易算当天，之后的算第二天，这里要分清楚记账日和清算日`,
      ),
      '我的分享就到这里，谢谢大家',
    ],
    30,
  );

describe('Updating front matter', () => {
  it('counts the entries and names who presented, and leaves all else as it is', () => {
    assert.equal(
      update('---\nlayout: post # ours\nauthor:     None\nlines:      3 \ntalks: []\nx:  1\n---\n', MUCH),
      '---\nlayout: post # ours\nauthor:     沈砚秋-鹿鸣清算\nlines:      7 \ntalks: []\nx:  1\n---\n',
    );
    assert.equal(
      update('---\nauthor:     "PaymentGroup"\nlines:      7\ntalks: []\n---\n', MUCH),
      '---\nauthor:     "沈砚秋-鹿鸣清算"\nlines:      7\ntalks: []\n---\n',
    );
    assert.equal(
      update('---\nauthor:\nlines: 7\ntalks: []\n---\n', MUCH),
      '---\nauthor: 沈砚秋-鹿鸣清算\nlines: 7\ntalks: []\n---\n',
    );
    assert.match(
      update('---\ntitle:      x\ntalks: []\n---\n', MUCH),
      /^title: {6}x\nauthor: {5}沈砚秋-鹿鸣清算\nlines: {6}7 $/m,
    );
  });

  it('keeps an author that somebody chose', () => {
    for (const author of ['阿泽', '[阿泽, Ann]', '7', '作者: None']) {
      const front = `---\nauthor: ${author}\nlines: 7\ntalks: []\n---\n`.replace('author: 作者: None', '作者: 阿泽');
      assert.equal(update(front, MUCH), front);
    }
    const few = said('Ann', ['1', '2']);
    assert.equal(update('---\nauthor: None\nlines: 2\n---\n', few), '---\nauthor: None\nlines: 2\n---\n');
  });

  it('records the talks that are found where none are recorded, and an empty list says that there was none', () => {
    const front = (author: string): string => `---\nauthor: ${author}\nlines: 15\n`;
    assert.equal(
      update(`${front('None')}---\n`, TALK),
      `${front('沈砚秋')}talks:\n  - title: "清结算里的日切"\n    speaker: "沈砚秋"\n    start: "19:30:00"\n    end: "19:43:00"\n---\n`,
    );
    for (const talks of ['talks: []\n', 'talks:\n  - title: 别的\n', '分享: 没有\n']) {
      assert.equal(update(`${front('Ann')}${talks}---\n`, TALK), `${front('Ann')}${talks}---\n`);
    }
  });

  it('does nothing to what can’t be read, or is not there', () => {
    for (const front of ['---\nlines: [\n---\n', '---\n- lines\n---\n', '---\nlines: 3\n', '']) {
      assert.equal(update(front, MUCH), front);
    }
  });
});
