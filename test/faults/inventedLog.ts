import type { Random } from '../support/random.js';
import { clock, Log } from './log.js';

/** Names as people give themselves, of every shape that a name has had. */
const NAMES = [
  '林一诺',
  '周牧-青杉支付-产品',
  '阿泽',
  'Nora | 远山 | 风控',
  'Kim.K??',
  '顾南乔-云麓科技-测试',
  '老何@云麓',
  '三木支付  骆小满',
  'Mia&Lee',
  '“小鹿”',
  '[架构] 何立',
  '【云麓】Zed++',
  '何立（试用）',
  'AM 小王',
  '下午茶',
  '9点见',
  '2026-11-20',
  '12:30',
  '王小满: 研发',
  '👨‍👩‍👧 一家',
  'Łukasz Żółć',
  'さくら',
  '한별',
  '！',
  '?',
  '<Ann>',
  '# 1',
  'null',
  '陳 大文',
] as const;

/** What people say, with everything in it that may be taken for something else. */
const SAYINGS = [
  '早上好[太阳]',
  '[强][强][强]',
  '[Facepalm] 昨天那个[捂脸]',
  '收到，谢谢[抱拳]',
  '签到',
  '微信红包',
  '好的??',
  '12:30 见',
  '07:45:33 的那笔对上了吗',
  '9.30.15 这个版本号不对吧',
  '下午3点开会，2026-11-20 之前给我',
  '见附件[1]，[2026] 年的，[招商银行] 的',
  '[对账说明](https://docs.example.org/a?b=1&c=2)',
  'https://example.org/x(1)，第三章',
  '看 http://example.org/img/20261120_104355.png',
  '@周牧-青杉支付-产品?一般八点半',
  '@所有人 明天调休',
  '「阿泽：几点能下？」',
  '「阿泽: 几点能下？」 - - - 不知道',
  'a > b 吗？',
  '> 引用一句',
  '>> 更早的一句',
  'if (a < b && c > d) return x[i];',
  'R&D 和 A&amp;B',
  '《对账》（第二版）！[强]',
  '`code` **粗** _斜_ ~~删~~',
  '1. 第一 2. 第二',
  '# 不是标题',
  '--',
  '-----',
  '！！！',
  '金额 1,024.50 元（含税）',
  '三方支付：title: x',
  'tag:#x',
  'Ñandú café naïve Ωmega',
  'さようなら',
  '😀👍🏽',
  '?',
  '。',
  '价格（税前)',
  '他说“好”，又说"行"',
  '[笔记',
  '记号]',
  '[]',
  '![',
  '（图）',
  '开始时间为【19:30】',
  '大家好，我是沈砚秋，今天聊聊日切',
  '以上是我今天的分享，谢谢大家[抱拳]',
] as const;

/** A canonical log that nobody wrote: right in every line, and full of what looks wrong. Of so many entries, or of any number. */
export function inventedLog(random: Random, entries?: number): Log {
  const day = `20${17 + random.below(10)}-${random.pick(['01', '03', '07', '11', '12'])}-${random.pick(['01', '09', '12', '20', '30'])}`;
  const names = Array.from({ length: 3 + random.below(8) }, () => random.pick(NAMES));
  const count = entries ?? 5 + random.below(90);
  let seconds = random.pick([random.below(30_000), 66_000 + random.below(5_000)]);
  const written: string[] = [];
  for (let i = 0; i < count; i++) {
    const pause = random.pick([0, 1, 2, 7, 40, 300, Math.floor(100_000 / count)]);
    // Where the number is given, they are spread over the day.
    seconds = entries ? Math.floor((86_400 * i) / count) : Math.min(86_399, seconds + pause);
    const time = clock(seconds);
    const image = random.below(12) === 0;
    const file = `${day.replaceAll('-', '')}_${time.replaceAll(':', '')}.png`;
    // A number makes sure that nobody says the same again at the same second.
    const words = image
      ? `![${day} ${time}](http://img.example.org/chat/${file}) `
      : `${random.pick(SAYINGS)}${random.below(3) === 0 ? random.pick(SAYINGS) : ` ${i}`}  `;
    const body = !image && random.below(15) === 0 ? [words, `${random.pick(SAYINGS)}  `] : [words];
    if (random.below(40) === 0) body.push('<!-- @note 2026-11-23 reviewer: needs a source -->');
    written.push(`> ${time}  ${random.pick(names)}  `, '   ', ...body, '   ');
  }
  const author = random.pick(['PaymentGroup', 'None', 'PaymentGroup']);
  const header = random.below(2) === 0 ? ['header-img: "img/post-bg-wechat.jpg"'] : [];
  const lines = random.below(2) === 0 ? [`lines:      ${count - random.below(3)} `] : [];
  const type = random.pick(['WeChat', 'WeChat', 'chat']);
  const front = [
    '---',
    'layout:     source ',
    `title:      "${day}-WeChat"`,
    `date:       ${day} 12:00:00`,
    `author:     ${author}`,
    ...lines,
    'tag:\t\t  [chat]',
    ...header,
    '---',
  ];
  return new Log(`${day}-${type}.txt`, `${[...front, ...written].join('\n')}\n`);
}
