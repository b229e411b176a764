import assert from 'node:assert/strict';
import type { ClockTime } from '../../../server/src/language/import/chatMessage.js';
import { withDays } from '../../../server/src/language/import/days.js';
import { escapeLine } from '../../../server/src/language/import/escapeText.js';
import { fillTimes } from '../../../server/src/language/import/fillTimes.js';
import { withOwnEmoji } from '../../../server/src/language/import/ownEmoji.js';
import { readChat } from '../../../server/src/language/index.js';
import { chatWriters, type Said } from '../../support/chatShapes.js';
import { cpuTime } from '../../support/cpuTime.js';
import { property } from '../../support/random.js';

describe('Times that lack their seconds', () => {
  /** `7:45` is a minute, `7:45:10` a time, `-` none. */
  const check = (times: string, before?: string, after?: string): string => {
    const seconds = (text: string): number =>
      text.split(':').reduce((sum, part, at) => sum + Number(part) * (3600 / 60 ** at), 0);
    const read = (text: string): ClockTime | undefined =>
      text === '-' ? undefined : { seconds: seconds(text), exact: text.split(':').length === 3 };
    const clock = (value: number): string =>
      [value / 3600, (value / 60) % 60, value % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
    return fillTimes(
      times.split(' ').map(read),
      ...[before, after].map((text) => (text === undefined ? undefined : seconds(text))),
    )
      .map((time) => `${clock(time.seconds)}${time.filled ? '~' : ''}`)
      .join(' ');
  };

  it('go forward, within their minutes and between the entries around', () => {
    assert.equal(check('7:45 7:45 7:46'), '07:45:00~ 07:45:01~ 07:46:00~');
    assert.equal(check('7:45 7:45', '7:45:33'), '07:45:34~ 07:45:35~');
    assert.equal(check('7:45 7:45', '7:45:33', '7:45:34'), '07:45:34~ 07:45:34~');
    assert.equal(check('7:45 7:45 7:45:01 7:45'), '07:45:00~ 07:45:01~ 07:45:01 07:45:02~');
    assert.equal(check('7:45', '7:45:59'), '07:45:59~');
  });

  it('follow what stands before where there is no time at all', () => {
    assert.equal(check('- -', '7:45:33'), '07:45:34~ 07:45:35~');
    assert.equal(check('- - 7:45 -'), '07:44:58~ 07:44:59~ 07:45:00~ 07:45:01~');
    assert.equal(check('- -'), '00:00:00~ 00:00:01~');
    assert.equal(check('-', '23:59:59'), '23:59:59~');
  });

  it('keep the minute that is told where it is out of order', () => {
    assert.equal(check('7:45 7:44', '8:00:00'), '07:45:00~ 07:44:00~');
    assert.equal(check('9:00', undefined, '8:00:00'), '09:00:00~');
  });

  it('are in order wherever that is possible', () => {
    property(
      400,
      (random) => {
        let seconds = random.below(80000);
        return random.list(90, () => {
          seconds += random.below(20);
          const kind = random.below(3);
          if (kind === 0) return { seconds, exact: true };
          return kind === 1 ? { seconds: seconds - (seconds % 60), exact: false } : undefined;
        });
      },
      (times) => {
        const filled = fillTimes(times);
        for (const [index, { seconds }] of filled.entries()) {
          const time = times[index];
          assert.ok(seconds >= (filled[index - 1]?.seconds ?? 0) && seconds < 86400, `${index}`);
          if (time) assert.ok(time.exact ? seconds === time.seconds : Math.floor(seconds / 60) * 60 === time.seconds);
        }
      },
    );
  });
});

describe('Days', () => {
  const check = (days: readonly (string | undefined)[], day?: string): (string | undefined)[] | undefined =>
    withDays(
      days.map((each) => ({ line: 1, speaker: 'Ann', day: each, time: undefined, lines: [] })),
      day,
    )?.map((message) => message.day);

  it('are those of the message before, of the log, of the nearest year', () => {
    assert.deepEqual(check([undefined, '2026-11-21', undefined], '2026-11-20'), [
      '2026-11-20',
      '2026-11-21',
      '2026-11-21',
    ]);
    assert.deepEqual(check([undefined, '2026-11-21']), ['2026-11-21', '2026-11-21']);
    assert.deepEqual(check(['12-31', '01-01'], '2027-01-02'), ['2026-12-31', '2027-01-01']);
    assert.deepEqual(check(['02-29'], '2025-03-01'), ['2024-02-29']);
    assert.equal(check(['12-31']), undefined);
    assert.equal(check([undefined]), undefined);
  });
});

describe('Emoji', () => {
  it('are written in the log’s own codes', () => {
    assert.equal(withOwnEmoji('早[Rose][Facepalm] /玫瑰 好，/玫瑰/强！'), '早[玫瑰][捂脸] [玫瑰] 好，[玫瑰][强]！');
    assert.equal(withOwnEmoji('/微笑\n谢谢/玫瑰/玫瑰'), '[微笑]\n谢谢[玫瑰][玫瑰]');
  });

  it('leave alone what may be something else', () => {
    for (const text of [
      '[玫瑰][發呆][冷汗][OK][rose][2017][图片]',
      '篮球/足球',
      '咖啡/茶',
      '和/或',
      '/强烈推荐',
      '/玫瑰花',
      'http://a.example.org/玫瑰',
      '[Rose](http://a.example.org)',
      '/Rose',
      '早上好/玫瑰',
      '1/2',
      '//玫瑰',
      '/',
    ]) {
      assert.equal(withOwnEmoji(text), text);
    }
  });
});

describe('A line that might be read as something else', () => {
  it('is escaped', () => {
    for (const [line, escaped] of [
      ['> 09:00:00  Ann', '\\> 09:00:00  Ann'],
      ['  >09:00:00  Ann', '  \\>09:00:00  Ann'],
      ['\\> 09:00:00  Ann', '\\\\\\> 09:00:00  Ann'],
      ['＞09：00：00  Ann', '＞09&#65306;00：00  Ann'],
      ['09:00:00  Ann', '09\\:00:00  Ann'],
      ['---', '\\-\\-\\-'],
      ['<!-- @note x -->', '<\\!\\-\\- @note x \\-\\-\\>'],
      ['＜！-- @note x', '＜&#65281;\\-\\- @note x'],
    ] as const) {
      assert.equal(escapeLine(line), escaped);
    }
  });

  it('is left alone otherwise', () => {
    for (const line of [
      '12:30:00 见',
      '> 引用',
      '> 2.85 万',
      'a -- b',
      'a<b',
      '<!DOCTYPE html>',
      '-5',
      '- 一',
      '->',
      '**重**',
      '',
    ]) {
      assert.equal(escapeLine(line), line);
    }
  });
});

describe('Reading a chat', () => {
  it('takes time in proportion to its length', function () {
    this.timeout(60_000);
    const messages = (count: number): Said[] =>
      Array.from({ length: count }, (_, at) => ({
        speaker: `周牧${at % 50}`,
        day: '2026-11-20',
        seconds: Math.floor((at * 80000) / count),
        lines: [
          '早上好/玫瑰/玫瑰 https://a.example.org/x <!-- -- -->',
          '注意:',
          '',
          '春游 2026/11/21 15:00',
          '> 09:00:00  Ann',
        ],
      }));
    for (const writer of chatWriters) {
      const timeOf = (count: number): number => {
        const text = writer.write(messages(count));
        return cpuTime(() => readChat(text, { isKnown: () => false, day: '2026-11-20', trusting: true }));
      };
      timeOf(1000);
      const [small, large] = [timeOf(1000), timeOf(8000)];
      assert.ok(large < 8 * 3 * Math.max(small, 5), `${writer.name}: ${small} ms, ${large} ms`);
    }
  });

  it('takes time in proportion to the length of a line', () => {
    for (const piece of ['a ', '/a', '-', '\\-', '<!', '> ', '周牧 ', '09:', '[', '2026/11/20 ', '=', ' ']) {
      const timeOf = (length: number): number => {
        const line = `${piece.repeat(length / piece.length)}x`;
        return cpuTime(() => {
          readChat(`周牧: 11-20 18:05:27\n${line}`, { isKnown: () => false, day: '2026-11-20', trusting: true });
          withOwnEmoji(escapeLine(line));
        });
      };
      timeOf(20_000);
      const [small, large] = [timeOf(20_000), timeOf(160_000)];
      assert.ok(large < 8 * 4 * Math.max(small, 3), `${JSON.stringify(piece)}: ${small} ms, ${large} ms`);
    }
  });
});
