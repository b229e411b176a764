import assert from 'node:assert/strict';
import { runCli, temporaryLogs } from '../support/runCli.js';
import { TALK_ENTRIES } from '../support/talkLog.js';

const RECORDED =
  '---\nlayout: source\ntalks:\n  - {title: 日切, speaker: 沈砚秋, start: 19:30:05, end: 19:50:02}\n  - {speaker: 江小北}\n' +
  '---\n> 19:30:05  沈砚秋\n大家好\n> 19:50:02  沈砚秋\n以上\n';

describe('chatlog talks', () => {
  const logs = temporaryLogs({
    'a/detected-WeChat.txt': TALK_ENTRIES,
    'a/none-WeChat.txt': '> 09:00:00  Ann\nhi\n',
    'recorded.txt': RECORDED,
    'escape.txt': RECORDED.replace('title: 日切', 'title: "日\\e[31m切\\u202e"'),
    'odd.txt': Buffer.from([...Buffer.from(RECORDED), 0xff]),
    'empty/readme.md': '',
  });
  after(() => logs.remove());
  const [detected, none, recorded] = ['a/detected-WeChat.txt', 'a/none-WeChat.txt', 'recorded.txt'].map(logs.path);

  it('lists each log with its talks, those of a folder by name, and counts the rest', async () => {
    assert.deepEqual(await runCli(['talks', logs.path('recorded.txt'), logs.path('a')]), {
      code: 0,
      err: '',
      out:
        `${recorded}\n  19:30:05–19:50:02  沈砚秋  日切 (recorded)\n  ??:??:??–??:??:??  江小北 (recorded)\n` +
        `${detected}\n  19:30:05–19:50:02  沈砚秋  清结算里的日切 (detected, announced 15:02:36)\n` +
        'Logs looked at: 3; talks: 3.\n',
    });
  });

  it('gives JSON, a log a line, null for what is not known', async () => {
    const { code, out, err } = await runCli(['talks', '--format', 'json', logs.path('a'), logs.path('recorded.txt')]);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out.split('\n').length, 6);
    const times = { start: '19:30:05', end: '19:50:02' };
    const [first, unknown] = [
      { speaker: '沈砚秋', title: '日切', announced: null, ...times, source: 'recorded' },
      { speaker: '江小北', title: null, announced: null, start: null, end: null, source: 'recorded' },
    ];
    assert.deepEqual(JSON.parse(out), [
      {
        file: detected,
        talks: [{ speaker: '沈砚秋', title: '清结算里的日切', announced: '15:02:36', ...times, source: 'detected' }],
      },
      { file: none, talks: [] },
      { file: recorded, talks: [first, unknown] },
    ]);
  });

  it('is an empty list where there are no logs', async () => {
    const folder = logs.path('empty');
    const err = `chatlog: There is no log in the folder “${folder}”.\n`;
    assert.deepEqual(await runCli(['talks', '--format', 'json', folder]), { code: 0, out: '[]\n', err });
    assert.deepEqual(await runCli(['talks', folder]), { code: 0, out: 'Logs looked at: 0; talks: 0.\n', err });
  });

  it('gives a terminal no control character of the log', async () => {
    const { out } = await runCli(['talks', logs.path('escape.txt')]);
    assert.match(out, /日 \[31m切 {2}\(recorded\)/);
  });

  it('mentions a log in another encoding, and lists what can be read', async () => {
    const { code, out, err } = await runCli(['talks', logs.path('odd.txt')]);
    assert.equal(code, 0);
    assert.match(out, /沈砚秋 {2}日切/);
    assert.match(err, /^chatlog: [^\n]* is not UTF-8[^\n]*\n$/);
  });

  it('has exit code 2 where it can’t run', async () => {
    for (const argv of [['no-such.txt'], ['--format', 'xml', logs.path('a')], ['--fix']]) {
      const { code, out, err } = await runCli(['talks', ...argv]);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, /^chatlog: [^\n]*\n$/);
    }
  });
});
