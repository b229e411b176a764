import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChatDocument, formatClock, parseClock } from '../../../server/src/language/index.js';
import { detectTalks } from '../../../server/src/language/talks/detect.js';
import { corpusFolder, itWithCorpus } from '../../support/corpus.js';
import { startCpuTime } from '../../support/cpuTime.js';

/** A log of entries, each `HH:MM:SS NAME: text`; a name may hold spaces. */
function logOf(entries: readonly string[], frontMatter = ''): ChatDocument {
  const text = entries.map((entry) => {
    const [, time, name, body] = /^(\S+) (.*?): (.*)$/s.exec(entry) as RegExpExecArray;
    return `> ${time}  ${name}  \n   \n${body}  \n   \n`;
  });
  return ChatDocument.parse('file:///archive/2026-11-20-WeChat.txt', 1, frontMatter + text.join(''));
}

/** Checks the talks found, each as `title | speaker | announced | start–end`. */
function check(entries: readonly string[], ...expected: string[]): void {
  const time = (seconds: number | undefined): string => (seconds === undefined ? '?' : formatClock(seconds));
  const found = detectTalks(logOf(entries)).map(
    ({ title, speaker, announced, start, end }) =>
      `${title ?? '?'} | ${speaker} | ${time(announced)} | ${time(start)}–${time(end)}`,
  );
  assert.deepEqual(found, expected);
}

/** Messages of a presenter, one a minute, the first at `from`. */
function messages(name: string, from: string, count: number): string[] {
  const start = parseClock(from) as number;
  return Array.from(
    { length: count },
    (_, i) => `${formatClock(start + i * 60)} ${name}: ${i + 1}、日切之后的交易记在下一个会计日，对账文件也按这一天出`,
  );
}

const NOTICE = (name: string, title: string, time: string): string =>
  `今天请到老朋友 @${name} 给大家做分享，主题是“${title}”，开始时间为【${time}】。欢迎[鼓掌]！讲完请大家多提问。`;

const ANNOUNCED = `19:00:00 林一诺: ${NOTICE('沈砚秋-青杉-产品', '清结算里的日切', '19:30')}`;
const SIGN_INS = ['19:01:00 阿泽: 签到', '19:02:00 Bob: [鼓掌][鼓掌]', '19:05:00 江小北: 签到'];
const OPENING = '19:30:05 沈砚秋-青杉: 大家好，我是沈砚秋，今天给大家分享一下日切';
const CLOSING = '19:45:00 沈砚秋-青杉: 我的分享到这里，谢谢大家';
const ANSWERS = [
  '19:46:00 阿泽: [强]',
  '19:46:10 Bob: 谢谢分享',
  '19:47:00 江小北: 跨时区的商户怎么办？',
  '19:48:00 沈砚秋-青杉: 按商户所在地的时间切',
  '19:49:00 阿泽: 那夏令时呢',
  '19:50:00 沈砚秋-青杉: 一样，提前一小时',
];
const TALK = [OPENING, ...messages('沈砚秋-青杉', '19:31:00', 13), CLOSING];
const FOUND = '清结算里的日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:45:00';

describe('Detected talks', () => {
  it('are announced, held and closed; what is asked afterwards is not theirs', () =>
    check([ANNOUNCED, ...SIGN_INS, ...TALK, ...ANSWERS], FOUND));

  it('know the entries they begin and end with', () => {
    const document = logOf([ANNOUNCED, ...TALK, ...ANSWERS]);
    const [talk] = detectTalks(document);
    assert.ok(talk);
    assert.match(document.slice(talk.span), /^> 19:30:05 .*我的分享到这里，谢谢大家\s*$/s);
    assert.equal(talk.first.from, talk.span.from);
    assert.equal(talk.announcement?.index, 0);
    assert.equal(detectTalks(document)[0], talk);
  });

  describe('find the presenter', () => {
    const announced = (name: string): string => `19:00:00 林一诺: ${NOTICE(name, '日切', '19:30')}`;
    const found = (speaker: string): string => `日切 | ${speaker} | 19:00:00 | 19:30:05–19:45:00`;
    const renamed = (name: string): string[] => TALK.map((entry) => entry.replaceAll('沈砚秋-青杉', name));

    it('under another nickname', () => check([announced('砚台~清风'), ...renamed('Inkstone')], found('Inkstone')));
    it('misspelt', () => check([announced('沈研秋-青杉'), ...renamed('沈砚秋-青杉')], found('沈砚秋-青杉')));
    it('by the name in the greeting only', () =>
      check(
        [
          announced('小砚_产品-青杉'),
          ...messages('阿泽', '19:10:00', 7),
          '19:30:05 Inkstone: 大家好，我是小砚',
          ...messages('Inkstone', '19:31:00', 9),
        ],
        '日切 | Inkstone | 19:00:00 | 19:30:05–19:39:00',
      ));
    it('among others that talk a lot before', () =>
      check([announced('砚台'), ...messages('阿泽', '19:03:00', 20), ...renamed('Inkstone')], found('Inkstone')));
  });

  describe('are found where they are held', () => {
    const at = (shift: number): string[] =>
      TALK.map((entry) => entry.replace(/^\S+/, (time) => formatClock((parseClock(time) as number) + shift)));

    it('early', () => check([ANNOUNCED, ...at(-1200)], '清结算里的日切 | 沈砚秋-青杉 | 19:00:00 | 19:10:05–19:25:00'));
    it('late, with an excuse before', () =>
      check(
        [ANNOUNCED, '19:31:00 沈砚秋-青杉: 不好意思，还在路上，稍等一下', ...at(3600)],
        '清结算里的日切 | 沈砚秋-青杉 | 19:00:00 | 20:30:05–20:45:00',
      ));
    it('after a remark that was none of it', () =>
      check([ANNOUNCED, '19:27:00 沈砚秋-青杉: 不好意思，我开一下电脑', ...TALK], FOUND));
    it('after a greeting that was too soon', () =>
      check([ANNOUNCED, '19:20:00 沈砚秋-青杉: 大家好，可以开始了吗', '19:21:00 林一诺: 等等人', ...TALK], FOUND));
  });

  describe('hold together', () => {
    it('through the remarks of others', () =>
      check(
        [
          ANNOUNCED,
          ...TALK.slice(0, 5),
          '19:34:10 阿泽: 签到，来晚了',
          '19:34:20 Bob: 图有点小',
          '19:34:30 江小北: 等等再问',
          ...TALK.slice(5),
          ...ANSWERS,
        ],
        FOUND,
      ));
    it('through an interruption, where there is a close at its end', () => {
      const chatter = Array.from({ length: 12 }, (_, i) => `19:37:${i + 10} Bob: 这个我们也遇到过，第${i}次`);
      check([ANNOUNCED, ...TALK.slice(0, 8), ...chatter, ...TALK.slice(8), ...ANSWERS], FOUND);
    });
    it('through pictures and a long pause', () =>
      check(
        [
          ANNOUNCED,
          OPENING,
          ...messages('沈砚秋-青杉', '19:31:00', 4),
          '19:34:30 沈砚秋-青杉: ![2026-11-20 19:34:30](http://img.example.org/20261120_193430.png)',
          ...messages('沈砚秋-青杉', '19:44:00', 4),
          '19:48:00 沈砚秋-青杉: 以上是我今天的分享',
        ],
        '清结算里的日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:48:00',
      ));
    const long = [OPENING, ...messages('沈砚秋-青杉', '19:31:00', 20), CLOSING.replace('19:45', '19:52')];
    const interposed = (time: string, ...words: readonly string[]): void => {
      const entries = [ANNOUNCED, ...long, ...words.map((said) => `${time} 沈砚秋-青杉: ${said}`)];
      check(entries.sort(), FOUND.replace('19:45', '19:52'));
    };
    it('past words that close a part and go on to the next', () => {
      interposed('19:46:30', '今天的第一部分就到这里，接下来我说对账');
      interposed('19:46:30', '今天的第一部分就到这里', '接下来聊聊对账');
    });
    it('past closing words after which as much again is presented', () => interposed('19:34:30', '今天的日切就到这里'));
    it('past words that close something', () => interposed('19:42:30', '日切介绍完了'));
    it('up to what is added at once', () =>
      check([ANNOUNCED, ...TALK, '19:45:30 沈砚秋-青杉: 有事私聊', ...ANSWERS], FOUND.replace('19:45:00', '19:45:30')));
    it('but not over a long silence', () =>
      check(
        [ANNOUNCED, ...TALK.slice(0, -1), ...messages('沈砚秋-青杉', '20:10:00', 7), '20:17:00 沈砚秋-青杉: 说完了'],
        '清结算里的日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:43:00',
      ));
    it('however many sign in late', () =>
      check(
        [
          ANNOUNCED,
          ...TALK.slice(0, 9),
          ...['阿泽', 'Bob', '江小北', '林一诺'].map((name) => `19:38:30 ${name}: 签到`),
          ...TALK.slice(9, -1),
        ],
        '清结算里的日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:43:00',
      ));
    it('up to the last message before others answer, where nothing closes', () =>
      check(
        [
          ANNOUNCED,
          ...TALK.slice(0, -1),
          '19:46:00 阿泽: [强]',
          '19:46:05 Bob: [强][强]',
          '19:46:10 江小北: 谢谢分享',
          '19:46:20 林一诺: [鼓掌]',
          ...ANSWERS,
        ],
        '清结算里的日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:43:00',
      ));
  });

  it('may be a few long messages', () => {
    const long = '日切之后的交易记在下一个会计日，对账文件也按这一天出。'.repeat(4);
    const few = [OPENING, ...['19:31', '19:34', '19:37'].map((time) => `${time}:00 沈砚秋-青杉: ${long}`), CLOSING];
    check([ANNOUNCED, ...few, ...ANSWERS], FOUND);
    check([ANNOUNCED, ...few.map((entry) => entry.replace(long, '见图')), ...ANSWERS]);
  });

  it('may be two a day', () => {
    const second = [
      `20:00:00 林一诺: ${NOTICE('Kay-白石-架构', '热点账户', '20:30')}`,
      '20:30:00 Kay-bs: 各位晚上好，我们开始吧',
      ...messages('Kay-bs', '20:31:00', 8),
      '20:40:00 Kay-bs: 分享完毕',
    ];
    check([ANNOUNCED, ...TALK, ...ANSWERS, ...second], FOUND, '热点账户 | Kay-bs | 20:00:00 | 20:30:00–20:40:00');
    check(
      [ANNOUNCED, second[0]?.replace('20:00:00', '19:00:30') as string, ...TALK, ...ANSWERS, ...second.slice(1)],
      FOUND,
      '热点账户 | Kay-bs | 19:00:30 | 20:30:00–20:40:00',
    );
  });

  describe('need an announcement for the day', () => {
    const held = [
      '19:30:05 沈砚秋-青杉: 我说一下',
      ...messages('沈砚秋-青杉', '19:31:00', 13),
      '19:45:00 沈砚秋-青杉: 谢谢大家',
    ];
    const announced = `19:00:00 林一诺: ${NOTICE('砚台~清风', '日切', '19:30')}`;
    it('which makes a talk of a long run of messages', () =>
      check([announced, ...held], '日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:45:00'));
    it('not one that is cancelled', () => check([announced, '19:20:00 林一诺: 嘉宾有事，今晚的分享取消', ...held]));
    it('not one that is postponed', () => check([announced, '19:20:00 林一诺: 原定今晚的分享改到下周三', ...held]));
    it('not one for tomorrow', () => check([announced.replace('今天请到', '明天请到'), ...held]));
    it('not one for another date', () => check([announced.replace('今天请到', '11月25日请到'), ...held]));
    it('which may say its date', () =>
      check(
        [announced.replace('今天请到', '11月20日请到'), ...held],
        '日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:45:00',
      ));
    it('also one called off and taken up by another', () =>
      check(
        [
          `12:00:00 林一诺: ${NOTICE('Kay-白石-架构', '热点账户', '19:30')}`,
          '18:30:00 林一诺: Kay 出差，今晚的分享取消',
          ANNOUNCED,
          ...TALK,
        ],
        FOUND,
      ));
    it('also one called off and announced again', () =>
      check(
        [ANNOUNCED, '19:10:00 林一诺: 今晚的分享取消', ANNOUNCED.replace('19:00:00', '19:20:00'), ...TALK],
        FOUND.replace('19:00:00', '19:20:00'),
      ));
    it('not one that is called off after it was held', () =>
      check(
        [ANNOUNCED, ...held, '20:00:00 林一诺: 今晚第二场分享取消'],
        '清结算里的日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:45:00',
      ));
    it('by somebody else, if it is closed in so many words', () => {
      const short = messages('Inkstone', '19:31:00', 8);
      check([announced, ...short]);
      check([announced, ...short, '19:40:00 Inkstone: 分享完毕'], '日切 | Inkstone | 19:00:00 | 19:31:00–19:40:00');
      check([announced, ...messages('林一诺', '19:31:00', 13), '19:45:00 林一诺: 谢谢大家']);
    });
    it('by the presenter’s name, if it has a greeting', () => {
      const short = ['19:30:00 ??Kay??: 大家好', ...messages('??Kay??', '19:31:00', 7)];
      const notice = (name: string): string => announced.replace('砚台~清风', name);
      check([notice('砚台'), ...short]);
      check([notice('kay-白石'), ...short], '日切 | ??Kay?? | 19:00:00 | 19:30:00–19:37:00');
      const lost = short.map((entry) => entry.replace('??Kay??', '阿秋??'));
      check([notice('??阿秋-青杉'), ...lost], '日切 | 阿秋?? | 19:00:00 | 19:30:00–19:37:00');
    });
    it('each for one talk only', () =>
      check([ANNOUNCED, ...TALK, '20:00:00 Bob: 我来介绍一下自己', ...messages('Bob', '20:01:00', 14)], FOUND));
    it('to all, or to whom it names', () =>
      check(
        ['18:50:00 林一诺: @所有人 今晚有分享，嘉宾是老朋友，主题是“清结算里的日切”', ANNOUNCED, ...TALK],
        FOUND.replace('19:00:00', '18:50:00'),
      ));
    it('where a quarter of an hour later is no other day', () =>
      check([ANNOUNCED, '19:20:00 林一诺: 嘉宾开会，分享推迟15分钟', ...TALK], FOUND));
    it('and nothing else is one', () => check(held));
  });

  it('are none where an announced one was never held', () => {
    check([
      ANNOUNCED,
      ...SIGN_INS,
      '19:40:00 Bob: 嘉宾呢',
      '19:41:00 林一诺: 联系不上',
      '19:42:00 沈砚秋-青杉: 抱歉才看到',
    ]);
  });

  it('are none in a long discussion', () => {
    const discussion = Array.from(
      { length: 60 },
      (_, i) =>
        `20:${String(i).padStart(2, '0')}:00 ${['阿泽', 'Bob', '江小北'][i % 3]}: 我们这边分账是按日终余额算的，你们呢`,
    );
    check(discussion);
    check([ANNOUNCED, ...discussion]);
    check(messages('阿泽', '10:00:00', 40));
  });

  it('need no announcement where they open and close as talks do', () => {
    check(TALK, '? | 沈砚秋-青杉 | ? | 19:30:05–19:45:00');
    check(
      [
        '19:30:00 Bob: 大家好，今天我分享的主题是《对账》',
        ...messages('Bob', '19:31:00', 13),
        '19:45:00 Bob: 分享完毕',
      ],
      '对账 | Bob | ? | 19:30:00–19:45:00',
    );
  });

  it('are found in English', () => {
    const talk = [
      "19:30:00 kay: Hi everyone, tonight I'd like to talk about settlement cut-off",
      ...messages('kay', '19:31:00', 8),
      "19:40:00 kay: That's all from me, any questions?",
      '19:41:00 Bob: Thanks, great talk!',
      '19:42:00 Ann: How do you handle time zones?',
      '19:43:00 kay: By the merchant',
    ];
    const found = 'Settlement cut-off | kay | 18:00:00 | 19:30:00–19:40:00';
    check(
      ['18:00:00 Ann: Tonight\'s talk: @kay will present, the topic is "Settlement cut-off", starts at 19:30', ...talk],
      found,
    );
    check(['18:00:00 Ann: Please welcome @kay, the topic is Settlement cut-off.', ...talk], found);
    check(['18:00:00 Ann: Today Kay will talk to us. Topic: Settlement cut-off', ...talk], found);
    check([
      '18:00:00 Ann: Tonight\'s talk: @kay will present, the topic is "Settlement cut-off"',
      "18:30:00 Ann: Sorry, tonight's talk is cancelled",
      ...messages('kay', '19:31:00', 8),
    ]);
  });

  it('state their topic in many wordings', () => {
    const topics: Record<string, string | undefined> = {
      '今晚邀请到@沈砚秋 给大家分享《日切》': '日切',
      '朋友们 今天请到@沈砚秋 给我们做分享. 主题内容是 日切与对账  大家欢迎. 讲的时候先别提问': '日切与对账',
      '今日分享预告 分享嘉宾:@沈砚秋-青杉 主题内容:日切与对账': '日切与对账',
      '晚上有请@沈砚秋 为大家分享日切与对账。请大家签到，为下周的分享准备': '日切与对账',
      '今天請到@沈砚秋 給大家做分享，主題是「日切」': '日切',
      '今天请到@沈砚秋 给大家做分享，主题是“Cut-off, in practice（日切）”': 'Cut-off, in practice（日切）',
      '今晚请@沈砚秋 给大家做分享，主题待定': undefined,
      '晚上请@沈砚秋  给大家做分享。': undefined,
      '今晚由沈砚秋同学给大家分享，题目：日切': '日切',
    };
    for (const [notice, title = '?'] of Object.entries(topics)) {
      check([`19:00:00 林一诺: ${notice}`, ...TALK], `${title} | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:45:00`);
    }
  });

  it('take their topic from a second entry, or from the presenter', () => {
    const notice = '19:00:00 林一诺: 大家好，晚上请@沈砚秋 为我们分享。';
    check(
      [notice, '19:10:00 林一诺: 主题是日切。分享期间不打断', ...TALK],
      '日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:45:00',
    );
    check(
      [notice, OPENING.replace('今天给大家分享一下日切', '今天分享的主题是“日切”'), ...TALK.slice(1)],
      '日切 | 沈砚秋-青杉 | 19:00:00 | 19:30:05–19:45:00',
    );
  });

  describe('in a log of two exports', () => {
    const twice = (entries: readonly string[]): string[] =>
      entries.flatMap((entry) => [entry, entry.replace(/^(\S+) (.*?): /, '$1 $2（群）: ')]);

    it('are found once', () => {
      check(twice([ANNOUNCED, ...SIGN_INS, ...TALK, ...ANSWERS]), FOUND);
      const early = ['19:20:00 沈砚秋-青杉: 大家好，可以开始了吗', '19:20:30 沈砚秋-青杉: 那等等人'];
      check(twice([ANNOUNCED, ...early, ...TALK]), FOUND);
    });
    it('know the names that the front matter records', () => {
      const entries = TALK.map((entry, i) => (i % 2 === 0 ? entry : entry.replace('沈砚秋-青杉: ', 'Inkstone: ')));
      const recorded = '---\nspeakers:\n  沈砚秋-青杉: [Inkstone]\n---\n';
      assert.equal(detectTalks(logOf([ANNOUNCED, ...entries])).length, 0);
      assert.equal(detectTalks(logOf([ANNOUNCED, ...entries], recorded))[0]?.end, parseClock('19:45:00'));
    });
  });

  it('are found again after an edit, the same as in a log that is read anew', () => {
    const before = logOf([ANNOUNCED, ...SIGN_INS, ...TALK, ...ANSWERS]);
    const at = before.text.indexOf('我的分享到这里');
    const after = before.edit({ from: at, to: at + 7, insert: '后面说对账' });
    const anew = ChatDocument.parse(before.uri, 1, after.text);
    assert.equal(detectTalks(before).length, 1);
    assert.deepEqual(detectTalks(after), detectTalks(anew));
  });

  describe('take no longer than the log is long', () => {
    /** The least of a few times, in milliseconds; each run reads the log anew. */
    const shortest = (make: () => ChatDocument): number => {
      const times = Array.from({ length: 5 }, () => {
        const document = make();
        const time = startCpuTime();
        detectTalks(document);
        return time();
      });
      return Math.min(...times);
    };
    /** Eight times the work may take 24 times as long; were it quadratic, it would be 64. The rest is noise. */
    const grows = (make: (size: number) => ChatDocument, size: number): void => {
      const [small, large] = [shortest(() => make(size)), shortest(() => make(8 * size))];
      assert.ok(large <= 24 * small + 5, `${small} ms became ${large} ms`);
    };

    it('with many entries', () => {
      const others = Array.from({ length: 1000 }, (_, i) => `20:00:00 ${['阿泽', 'Bob', '江小北'][i % 3]}: 好的，${i}`);
      grows((size) => logOf([ANNOUNCED, ...TALK, ...Array.from({ length: size }, () => others).flat()]), 1);
      grows((size) => logOf(Array.from({ length: size }, () => [ANNOUNCED, ...TALK, ...ANSWERS]).flat()), 10);
    });
    it('with somebody who holds forth again and again', () => {
      const chatter = Array.from({ length: 12 }, (_, i) => `20:00:00 Bob: 这个我们也遇到过，第${i}次`);
      grows(
        (size) => logOf(Array.from({ length: size }, () => [ANNOUNCED, ...TALK.slice(1, 8), ...chatter]).flat()),
        50,
      );
    });
    it('with whatever stands on a line', () => {
      for (const unit of [
        '今天请到@',
        '分享',
        '主题是“',
        '大家',
        '[[',
        '？',
        'a ',
        '以上是我',
        '@a',
        '《',
        '\u3000',
        'talk ',
      ]) {
        const line = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
        grows((size) => logOf([`19:00:00 Bob: ${line(size)}`, `19:00:01 Bob: 今天请到${line(size)}`]), 12_500);
      }
    });
  });

  itWithCorpus('agree with the labelled logs', () => {
    const labels = JSON.parse(readFileSync(join(corpusFolder, 'talks.json'), 'utf8')) as Record<
      string,
      readonly Label[]
    >;
    const score = new Score();
    for (const [path, talks] of Object.entries(labels)) score.add(path, talks);
    score.demand();
  });
});

interface Label {
  readonly title: string | null;
  readonly speaker: string;
  readonly start: string;
  readonly end: string;
}

/** How well the talks found in labelled logs agree with the labels. */
class Score {
  readonly #problems: string[] = [];
  #found = 0;
  #missed = 0;
  #invented = 0;
  #starts = 0;
  #ends = 0;
  #stated = 0;
  #titles = 0;

  add(path: string, labels: readonly Label[]): void {
    const document = ChatDocument.parse(`file:///${path}`, 1, readFileSync(join(corpusFolder, path), 'utf8'));
    const talks = [...detectTalks(document)];
    for (const { title, speaker, start, end } of labels) {
      const [from, to] = [parseClock(start) as number, parseClock(end) as number];
      const index = talks.findIndex((talk) => talk.speaker === speaker && shareOf(talk, from, to) >= 0.5);
      const [talk] = index < 0 ? [] : talks.splice(index, 1);
      if (!talk) {
        this.#missed++;
        this.#problems.push(`${path}: missed ${speaker}, ${start}–${end}`);
        continue;
      }
      this.#found++;
      const shown = `${path}: ${formatClock(talk.start)}–${formatClock(talk.end)}, should be ${start}–${end}`;
      if (Math.abs(talk.start - from) <= 3 * 60) this.#starts++;
      else this.#problems.push(shown);
      if (Math.abs(talk.end - to) <= 5 * 60) this.#ends++;
      else this.#problems.push(shown);
      if (title === null) continue;
      this.#stated++;
      if (plain(talk.title ?? '') === plain(title)) this.#titles++;
      else this.#problems.push(`${path}: “${talk.title ?? ''}”, should be “${title}”`);
    }
    this.#invented += talks.length;
    for (const { speaker, start, end } of talks) {
      this.#problems.push(`${path}: no talk is ${speaker}, ${formatClock(start)}–${formatClock(end)}`);
    }
  }

  demand(): void {
    const f1 = (2 * this.#found) / (2 * this.#found + this.#missed + this.#invented);
    const rates = {
      f1,
      start: this.#starts / this.#found,
      end: this.#ends / this.#found,
      title: this.#titles / this.#stated,
    };
    const told = `${JSON.stringify(rates)}\n${this.#problems.join('\n')}`;
    assert.ok(f1 >= 0.95 && rates.start >= 0.9 && rates.end >= 0.9 && rates.title >= 0.95, told);
  }
}

const shareOf = (talk: { readonly start: number; readonly end: number }, from: number, to: number): number =>
  (Math.min(talk.end, to) - Math.max(talk.start, from)) / (Math.max(talk.end, to) - Math.min(talk.start, from));

/** A title without quotes and white space. */
const plain = (title: string): string => title.replace(/[\s“”"《》]/g, '');
