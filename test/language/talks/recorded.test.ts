import assert from 'node:assert/strict';
import { ChatDocument, formatClock, placedTalks, recordedTalks } from '../../../server/src/language/index.js';

const ENTRIES = `> 19:29:00  林一诺
准备好了吗
> 19:30:05  沈砚秋
大家好
> 19:31:00  林一诺
[鼓掌]
> 19:32:00  沈砚秋
日切是……
> 19:50:02  沈砚秋
以上
> 19:52:00  沈砚秋
不客气
`;

const parse = (talks: string): ChatDocument =>
  ChatDocument.parse('file:///log.txt', 1, `---\nlayout: source\n${talks}---\n${ENTRIES}`);

/** Checks what is read of each talk, as `title | speaker | start–end`. */
function check(talks: string, ...expected: string[]): void {
  const time = (seconds: number | undefined): string => (seconds === undefined ? '?' : formatClock(seconds));
  const read = recordedTalks(parse(talks)).map(
    ({ title, speaker, start, end }) => `${title ?? '?'} | ${speaker ?? '?'} | ${time(start)}–${time(end)}`,
  );
  assert.deepEqual(read, expected);
}

/** Checks the first and the last line that each talk spans. */
function checkPlace(talks: string, ...expected: string[]): void {
  const document = parse(talks);
  const places = placedTalks(document).map(({ span, first }) => {
    assert.equal(span.from, first.from);
    return document.slice(span).trimEnd().split('\n');
  });
  assert.deepEqual(
    places.map((lines) => `${lines[0]} … ${lines.at(-1)}`),
    expected,
  );
}

describe('Recorded talks', () => {
  it('are read in their order', () => {
    check(
      'talks:\n  - title: 清结算里的日切\n    speaker: 沈砚秋\n    start: "19:30:05"\n    end: "19:50:02"\n  - {title: 答疑, speaker: 林一诺, start: 20:00:00, end: 20:10:00}\n',
      '清结算里的日切 | 沈砚秋 | 19:30:05–19:50:02',
      '答疑 | 林一诺 | 20:00:00–20:10:00',
    );
  });

  it('may lack what is not known, and what is no time is not known', () => {
    check('talks:\n  - title: 日切\n', '日切 | ? | ?–?');
    check('talks:\n  - start: 25:00:00\n    end: later\n    title: ""\n    speaker: [a]\n', '? | ? | ?–?');
    check('talks: [{}]\n', '? | ? | ?–?');
  });

  it('are none where there is no list of them', () => {
    for (const talks of ['', 'talks:\n', 'talks: 3\n', 'talks: {title: a}\n', 'talks: [a, 3, ~]\n']) check(talks);
    assert.deepEqual(recordedTalks(ChatDocument.parse('file:///log.txt', 1, ENTRIES)), []);
  });

  it('know the place where they are recorded', () => {
    const document = parse('talks:\n  - title: a\n  - title: b\n');
    assert.deepEqual(
      recordedTalks(document).map(({ span }) => document.slice(span).trim()),
      ['title: a', 'title: b'],
    );
  });

  it('span the entries from their first to their last, those of others between them too', () => {
    checkPlace('talks: [{speaker: 沈砚秋, start: "19:30:05", end: "19:50:02"}]\n', '> 19:30:05  沈砚秋 … 以上');
    checkPlace('talks: [{start: "19:29:30", end: "19:31:30"}]\n', '> 19:30:05  沈砚秋 … [鼓掌]');
    checkPlace('talks: [{speaker: 沈砚秋, start: "19:32:00"}]\n', '> 19:32:00  沈砚秋 … 日切是……');
    checkPlace(
      'speakers: {老沈: [沈砚秋]}\ntalks: [{speaker: 老沈, start: "19:32:00"}]\n',
      '> 19:32:00  沈砚秋 … 日切是……',
    );
  });

  it('have no place where no entry is theirs', () => {
    checkPlace('talks: [{speaker: 阿泽, start: "19:30:05", end: "19:50:02"}]\n');
    checkPlace('talks: [{speaker: 沈砚秋, start: "21:00:00", end: "22:00:00"}]\n');
    checkPlace('talks: [{speaker: 沈砚秋}]\n');
    checkPlace('talks: [{speaker: 沈砚秋, start: "19:50:02", end: "19:30:05"}]\n');
  });
});
