import type { Random } from './random.js';

/** Names of a group, some of them of one person in two exports. */
const NAMES = ['林一诺', '沈砚秋-青杉', 'Bob', '阿泽', '江小北', 'Kay~bs', '沈砚秋-青杉（群）', '阿泽（群）'];
const ANNOUNCEMENTS = [
  '今晚请到 @NAME 给大家分享，主题是“日切与对账”',
  '今天请到@NAME 做分享，大家欢迎',
  '主题是热点账户',
  '今晚的分享取消',
  '明天请到@NAME 给大家分享',
];
const OPENINGS = ['大家好，我是NAME，今天给大家分享一下日切', '各位晚上好，我们开始吧', '大家好', '我来介绍一下自己'];
const CLOSINGS = ['我的分享到这里，谢谢大家', '分享完毕', '谢谢大家', '今天的日切就到这里', '日切介绍完了'];
const MESSAGES = [
  '日切之后的交易记在下一个会计日，对账文件也按这一天出',
  '先说什么是日切：一天的账在哪一刻结束。'.repeat(5),
  '接下来聊聊对账',
  '![2026-11-20 19:33:00](http://img.example.org/20261120_193300.png)',
  '[强]',
];
const REMARKS = ['签到', '[鼓掌][鼓掌]', '谢谢分享', '这个我们也遇到过', '跨时区的商户怎么办？', '图有点小'];
/** In seconds. */
const PAUSES = [0, 0, 3, 20, 60, 60, 60, 320];

/** What somebody may say among talks; `time` as it stands in the header. */
export function inventedRemark(random: Random, time: string): string {
  return entryOf(time, random.pick(NAMES), random.pick(random.pick([REMARKS, MESSAGES])));
}

const entryOf = (time: string, name: string, words: string): string => `> ${time}  ${name}  \n   \n${words}  \n   \n`;

/** The entries of an invented day with talks, announced or not, that others interrupt, applaud and answer. */
export function inventedTalks(random: Random, count: number): string[] {
  const entries: string[] = [];
  let seconds = 0;
  const say = (name: string, words: string): void => {
    seconds = random.below(60) === 0 ? Math.max(0, seconds - 100) : seconds + random.pick(PAUSES);
    const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
    const time = random.below(80) === 0 ? '99:99:99' : clock;
    entries.push(entryOf(time, name, words.replace('NAME', random.pick(NAMES))));
    // The other export of the same chat.
    if (random.below(100) === 0) entries.push((entries.at(-1) as string).replace(name, `${name}（群）`));
  };
  while (entries.length < count) {
    const presenter = random.pick(NAMES);
    const others = random.below(6);
    const remark = (): void => {
      if (random.below(10) < others) say(random.pick(NAMES), random.pick(REMARKS));
    };
    if (random.below(2) === 0) say(random.pick(NAMES), random.pick(ANNOUNCEMENTS));
    for (let i = random.below(6); i > 0; i--) remark();
    if (random.below(3) > 0) say(presenter, random.pick(OPENINGS));
    for (let i = random.pick([2, 8, 20, 60]); i > 0; i--) {
      say(presenter, random.pick(MESSAGES));
      remark();
    }
    if (random.below(3) > 0) say(presenter, random.pick(CLOSINGS));
    for (let i = random.below(12); i > 0; i--) say(random.pick(NAMES), random.pick(REMARKS));
    if (random.below(6) === 0) seconds += 2000;
  }
  return entries;
}
