import assert from 'node:assert/strict';
import {
  ChatDocument,
  defaultLintOptions,
  inEnglish,
  lint,
  logGroups,
  logName,
  newLogText,
  patternOf,
} from '../../../server/src/language/index.js';

const { requiredKeys } = defaultLintOptions;

const nameOf = (group: string, day: string): string => {
  const named = logName(group, day);
  return 'name' in named ? named.name : inEnglish(named.problem);
};

const EXPORTED =
  '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\n' +
  'lines:      0 \ntag:\t\t  [chat]\n---\n';

describe('The name of a new log', () => {
  it('follows from the group and the day, in whatever form that is typed', () => {
    assert.equal(nameOf('YYYY-MM-DD-WeChat.txt', '2026-11-20'), '2026-11-20-WeChat.txt');
    assert.equal(nameOf('chat', ' 2026年11月2日 '), '2026-11-02-chat.txt');
    assert.equal(nameOf('支付 产品群.txt', '2026/11/20'), '2026-11-20-支付 产品群.txt');
    assert.equal(nameOf('产品群-YYYY-MM-DD.txt', '2026-11-20'), '产品群-2026-11-20.txt');
  });

  it('is none where the day is none, or no system takes the name', () => {
    assert.match(nameOf('chat', '2026-02-30'), /“2026-02-30” is no day/);
    assert.match(nameOf('chat', ''), /is no day/);
    assert.match(nameOf('../chat', '2026-11-20'), /can’t hold “\/”/);
    assert.match(nameOf('a\\b', '2026-11-20'), /can’t hold “\\”/);
    assert.match(nameOf('群\u0000', '2026-11-20'), /can’t hold/);
    assert.match(nameOf('  ', '2026-11-20'), /is empty/);
    assert.match(nameOf('群'.repeat(61), '2026-11-20'), /longer than 60/);
  });
});

describe('The text of a new log', () => {
  it('is what the exporter writes where there is no other log', () => {
    assert.equal(newLogText('2026-11-20-WeChat.txt', undefined, requiredKeys), EXPORTED);
    assert.equal(newLogText('2026-11-20-chat.txt', undefined, requiredKeys), EXPORTED);
  });

  it('names a group that is neither', () => {
    // A log that is empty is no model.
    const empty = { text: '', name: "2026-11-19-老王's 群.txt" };
    const text = newLogText("2026-11-20-老王's 群.txt", empty, requiredKeys);
    assert.match(text, /^title: {6}"2026-11-20-老王's 群"$/m);
  });

  it('is modelled on another log, its line breaks too, but for what is that log’s own', () => {
    const model =
      '---\r\nlayout: post\r\ntitle: \'2026-11-19-WeChat\'\r\ndate: 2026-11-19 09:00:00 +0800\r\nauthor: "PaymentGroup"\r\n' +
      'lines: 37\r\nsubtitle: 春游\r\ntag: [chat, 清算]\r\ntalks: []\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n';
    assert.equal(
      newLogText('2026-11-20-chat.txt', { text: model, name: '2026-11-19-chat.txt' }, requiredKeys),
      '---\r\nlayout: post\r\ntitle: \'2026-11-20-WeChat\'\r\ndate: 2026-11-20 09:00:00 +0800\r\nauthor: "PaymentGroup"\r\n' +
        'lines: 0\r\ntag: [chat, 清算]\r\n---\r\n',
    );
  });

  it('has the title of its group: the one that the model has, or its own', () => {
    const title = (name: string, model: string, title: string): string | undefined =>
      /^title:.*$/m.exec(
        newLogText(name, { text: `---\ntitle: ${title}\n---\n> 09:00:00  Ann\nhi\n`, name: model }, requiredKeys),
      )?.[0];
    const own = '"2026-11-19-产品群"';
    assert.equal(title('2026-11-20-产品群.txt', '2026-11-19-产品群.txt', own), 'title: "2026-11-20-产品群"');
    assert.equal(
      title('2026-11-20-产品群.txt', '2026-11-19-产品群.txt', '2026-11-19-WeChat'),
      'title: 2026-11-20-WeChat',
    );
    assert.equal(
      title('2026-11-20-产品群.txt', '2026-11-19-WeChat.txt', '2026-11-19-WeChat'),
      'title: "2026-11-20-产品群"',
    );
    assert.equal(title('2026-11-20-chat.txt', '2026-11-19-产品群.txt', own), 'title: "2026-11-20-WeChat"');
    assert.equal(title('2026-11-20-chat.txt', '2026-11-19-chat.txt', '春游'), 'title: "2026-11-20-WeChat"');
  });

  it('has nothing that is wrong', () => {
    for (const name of ['2026-11-20-WeChat.txt', '2026-11-20-产品 & 群: #1.txt']) {
      const log = ChatDocument.parse(
        `file:///${encodeURIComponent(name)}`,
        0,
        newLogText(name, undefined, requiredKeys),
      );
      assert.deepEqual(lint(log, defaultLintOptions), []);
    }
  });
});

describe('Groups of logs', () => {
  const names = (uris: readonly string[], near?: string): string[] =>
    logGroups(uris, near).map(({ folder, name, day }) => `${folder} ${name} ${day}`);

  it('are told by folder and name, the nearest first, then the latest', () => {
    const uris = [
      'file:///a/2026-11-20-WeChat.txt',
      'file:///a/2026-11-22-WeChat.txt',
      'file:///a/2026-11-21-%E4%BA%A7%E5%93%81%E7%BE%A4.txt',
      'file:///b/2026-11-01-chat.txt',
      'file:///b/notes.txt',
      'file:///b/2026-13-01-chat.txt',
    ];
    const a = ['file:///a/ WeChat 2026-11-22', 'file:///a/ 产品群 2026-11-21'];
    const b = 'file:///b/ chat 2026-11-01';
    assert.deepEqual(names(uris), [...a, b]);
    assert.deepEqual(names(uris, 'file:///b/new.txt'), [b, ...a]);
    assert.deepEqual(names([]), []);
  });

  it('have a pattern, whatever stands around the day', () => {
    assert.deepEqual(patternOf('产品群 2026-11-20 (1).txt'), {
      day: '2026-11-20',
      pattern: '产品群 YYYY-MM-DD (1).txt',
    });
    assert.equal(patternOf('12026-11-20.txt'), undefined);
    assert.equal(patternOf('2026-02-30-chat.txt'), undefined);
  });
});
