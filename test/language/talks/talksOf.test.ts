import assert from 'node:assert/strict';
import { ChatDocument, formatClock, parseClock } from '../../../server/src/language/index.js';
import { partsOf } from '../../../server/src/language/talks/partsOf.js';
import { talksOf } from '../../../server/src/language/talks/talksOf.js';

const ENTRIES = `> 19:00:00  林一诺
今天请到@砚秋-青杉 给大家做分享，主题是“日切” 开始时间为【19:30】
> 19:01:00  阿泽
签到
> 19:02:00  Bob
好早，签到[玫瑰]
> 19:03:00  江小北
[鼓掌][鼓掌]
> 19:30:00  沈砚秋
大家好，我是砚秋，今天给大家分享日切
> 19:31:00  沈砚秋
一、日切之后的交易记在下一个会计日
> 19:31:30  Ann
签到
> 19:32:00  沈砚秋
二、对账文件也按这一天出
> 19:32:30  Bob
图在哪？
> 19:33:00  沈砚秋
![2026-11-20 19:33:00](http://img.example.org/20261120_193300.png)
> 19:34:00  沈砚秋
三、跨时区的商户另算
> 19:34:30  沈砚秋
四、夏令时提前一小时
> 19:35:00  沈砚秋
分享完毕
> 19:36:00  阿泽
谢谢分享
> 19:36:10  Bob
@砚秋-青杉?[强]
> 19:37:00  江小北
@砚秋-青杉?夏令时提前一小时
> 19:38:00  林一诺
大家有什么问题吗
> 19:39:00  阿泽
跨时区的怎么算
> 19:40:00  沈砚秋
按商户所在地
> 19:41:00  Ann
明白了
> 21:00:00  Ann
有人一起吃饭吗？
`;

const parse = (frontMatter: string, entries = ENTRIES): ChatDocument =>
  ChatDocument.parse('file:///archive/2026-11-20-WeChat.txt', 1, frontMatter + entries);

/** Checks the talks of a log with this front matter, each as `source title | speaker | announced | start–end`. */
function check(frontMatter: string, ...expected: string[]): void {
  const time = (seconds: number | undefined): string => (seconds === undefined ? '?' : formatClock(seconds));
  const shown = talksOf(parse(frontMatter)).map(
    ({ source, title, speaker, announced, start, end }) =>
      `${source} ${title ?? '?'} | ${speaker ?? '?'} | ${time(announced)} | ${time(start)}–${time(end)}`,
  );
  assert.deepEqual(shown, expected);
}

const recorded = (...items: readonly string[]): string =>
  `---\nlayout: source\ntalks:\n${items.map((item) => `  - {${item}}\n`).join('')}---\n`;

describe('Talks of a log', () => {
  const DETECTED = 'detected 日切 | 沈砚秋 | 19:00:00 | 19:30:00–19:35:00';

  it('are the detected ones where none is recorded', () => {
    check('', DETECTED);
    check('---\nlayout: source\ntalks:\n---\n', DETECTED);
  });

  it('are the recorded ones only where there are any, with the time at which they were announced', () => {
    check(
      recorded('title: 结算, speaker: 沈砚秋, start: 19:31:00, end: 19:40:00'),
      'recorded 结算 | 沈砚秋 | 19:00:00 | 19:31:00–19:40:00',
    );
    check(recorded('title: 晚饭, speaker: Ann, start: 21:00:00'), 'recorded 晚饭 | Ann | ? | 21:00:00–?');
    check(
      recorded('title: 丢失, speaker: 何立, start: 08:00:00', 'title: 晚饭, speaker: Ann, start: 21:00:00'),
      'recorded 丢失 | 何立 | ? | 08:00:00–?',
      'recorded 晚饭 | Ann | ? | 21:00:00–?',
    );
  });

  it('are the recorded ones also where these have no place in the log, or there are none', () => {
    check(recorded('title: 丢失, speaker: 何立, start: 08:00:00'), 'recorded 丢失 | 何立 | ? | 08:00:00–?');
    check('---\ntalks: []\n---\n');
    check('---\ntalks:\n---\n', DETECTED);
    check('---\ntalks: [3]\n---\n', DETECTED);
  });

  it('stand where the log shows them, when they are recorded without times', () => {
    const [talk] = talksOf(parse(recorded('title: 结算, speaker: 沈砚秋')));
    const [detected] = talksOf(parse(''));
    assert.ok(talk?.span && detected?.span);
    assert.equal(talk.span.to - talk.span.from, detected.span.to - detected.span.from);
  });

  it('know the entries and the item', () => {
    const document = parse(recorded('title: 结算, speaker: 沈砚秋, start: 19:31:00, end: 19:32:00'));
    const [talk] = talksOf(document);
    assert.ok(talk?.span && talk.item && talk.first && talk.last);
    assert.match(document.slice(talk.item), /^\{title: 结算/);
    assert.match(document.slice(talk.span), /^> 19:31:00.*这一天出\n$/s);
    assert.equal(talk.first.from, talk.span.from);
    assert.equal(talk.last.from + talk.last.block.text.length, talk.span.to);
    const [detected] = talksOf(parse(''));
    assert.equal(detected?.item, undefined);
  });
});

/** Checks the times of the entries that play a part in the first talk. */
function checkParts(document: ChatDocument, presenting: string, signIns: string, questions: string): void {
  const [talk] = talksOf(document);
  assert.ok(talk);
  const parts = partsOf(document, talk);
  const times = (entries: typeof parts.presenting): string =>
    entries.map(({ block }) => formatClock(block.seconds ?? 0)).join(' ');
  assert.deepEqual(
    [times(parts.presenting), times(parts.signIns), times(parts.questions)],
    [presenting, signIns, questions],
  );
}

describe('Parts of a talk', () => {
  const PRESENTING = '19:30:00 19:31:00 19:32:00 19:33:00 19:34:00 19:34:30 19:35:00';
  const SIGN_INS = '19:01:00 19:02:00 19:31:30';
  const QUESTIONS = '19:32:30 19:37:00 19:39:00';

  it('are what the presenter presents, who signs in, and what is asked of the presenter', () =>
    checkParts(parse(''), PRESENTING, SIGN_INS, QUESTIONS));

  it('are those of a recorded talk too', () =>
    checkParts(
      parse(recorded('speaker: 沈砚秋, start: 19:31:00, end: 19:35:00')),
      '19:31:00 19:32:00 19:33:00 19:34:00 19:34:30 19:35:00',
      SIGN_INS,
      QUESTIONS,
    ));

  it('go on while the presenter answers, and no longer', () => {
    const more = ENTRIES.replace('> 21:00:00  Ann', '> 20:05:00  沈砚秋\n还有问题可以问\n> 20:30:00  Ann');
    checkParts(parse('', more), PRESENTING, SIGN_INS, `${QUESTIONS} 20:30:00`);
    checkParts(parse('', more.replace('20:30:00', '20:36:00')), PRESENTING, SIGN_INS, QUESTIONS);
  });

  it('end where the next talk begins', () =>
    checkParts(
      parse(
        recorded('speaker: 沈砚秋, start: 19:30:00, end: 19:35:00', 'speaker: 江小北, start: 19:37:00, end: 19:38:00'),
      ),
      PRESENTING,
      SIGN_INS,
      '19:32:30',
    ));

  it('know a presenter under several names', () =>
    checkParts(
      parse(
        '---\nspeakers:\n  沈砚秋: [Inkstone]\n---\n',
        ENTRIES.replace('19:32:00  沈砚秋', '19:32:00  Inkstone').replace('19:40:00  沈砚秋', '19:40:00  Inkstone'),
      ),
      PRESENTING,
      SIGN_INS,
      QUESTIONS,
    ));

  it('are empty where the talk has no place in the log', () => {
    const document = parse('');
    const [talk] = talksOf(document);
    assert.ok(talk);
    const lost = { ...talk, start: parseClock('08:00:00'), first: undefined, last: undefined, span: undefined };
    assert.deepEqual(partsOf(document, lost), { presenting: [], signIns: [], questions: [] });
  });
});
