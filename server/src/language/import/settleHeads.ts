import type { Head, ImportHints } from './shape.js';

/** A line that may be a head, and whether that has been settled. */
export interface Candidate {
  readonly at: number;
  /** The index of its shape. */
  readonly shape: number;
  readonly head: Head;
  isHead: boolean;
  /** Whether nothing but its place among others speaks for it. */
  isGuess?: boolean;
}

/** Longer texts are no names. */
const LONGEST_NAME = 60;
/** What ends with these words announces something rather than naming somebody. */
const LABEL = new RegExp(
  '(?:如下|下面|以下|例如|比如|譬如|包括|注意|事项|说明|提示|总结|问题|内容|地点|时间|日期|开始|结束|截止|会议|要求|原因|方案|步骤|备注|链接' +
    '|网址|地址|电话|议程|安排|方式|名单|费用|清单|结果|流程|规则|标准|目标|主题|背景|结论|答案|情况|数据|参数|版本|配置|密码|代码|命令|报错' +
    '|日志|错误|计划|任务|进度|分工|要点|重点|资料|材料|文件|附件|来源|参考|解释|定义|优点|缺点|区别|特点|作用|影响|意见|建议|观点|格式|示例' +
    '|例子|通知|公告|更新|发布|答|问)$|^(?:notes?|ps|todo|time|date|deadline|meeting|agenda|examples?|steps|error|warning|info)$',
  'u',
);
const SENTENCE = /[，。！？；]/u;
const isLabel = (text: string): boolean => LABEL.test(text.toLowerCase());
/** Whether a text can be a name that nobody knows. */
export const mayBeName = (text: string): boolean =>
  !SENTENCE.test(text) && !isLabel(text) && text.length <= LONGEST_NAME;

/**
 * Settles which candidates are heads: those whose form says so, whose names are known, or that are believed for what stands
 * around them. The rest is text.
 */
export function settleHeads(candidates: readonly Candidate[], lines: readonly string[], hints: ImportHints): void {
  const sure = new Set(candidates.filter(({ isHead }) => isHead).map(({ head }) => head.speaker));
  const isKnown = ({ speaker }: Head): boolean => sure.has(speaker) || hints.isKnown(speaker);
  const times = new Map<string, number>();
  for (const { head } of candidates) {
    const key = `${head.evidence} ${head.speaker}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const isRepeated = (head: Head): boolean =>
    (times.get(`${head.evidence} ${head.speaker}`) ?? 0) > 1 && mayBeName(head.speaker);
  for (const each of candidates) {
    if (each.head.evidence === 'time') each.isHead = isKnown(each.head);
  }
  settleTimes(candidates, lines);
  settleNames(candidates, lines, hints, { isKnown, isRepeated });
}

/**
 * A name alone is believed where it is known; or where it stands more than once with a text below it. Directly below a
 * head it is what was said.
 */
function settleNames(
  candidates: readonly Candidate[],
  lines: readonly string[],
  { trusting }: ImportHints,
  { isKnown, isRepeated }: Readonly<Record<'isKnown' | 'isRepeated', (head: Head) => boolean>>,
): void {
  // Beside heads with a time, it counts only where a message ends above it.
  const timed = candidates.some(({ isHead }) => isHead);
  const believed = candidates.filter(({ head }) => head.evidence === 'name' && (isKnown(head) || isRepeated(head)));
  const isApart = (at: number): boolean => (lines[at - 1] ?? '').trim() === '';
  // Where messages are seen to stand apart, so does the only one that somebody says.
  const isUsual = trusting || (!timed && believed.length > 1 && believed.every(({ at }) => isApart(at)));
  let last: Candidate | undefined;
  for (const each of candidates) {
    const { head, at } = each;
    if (head.evidence === 'name') {
      let above = at - 1;
      while (above >= 0 && lines[above]?.trim() === '') above--;
      const apart = isApart(at);
      const isFirstSaid = last?.at === above && last.head.text === undefined;
      const known = isKnown(head);
      const enough = known || isRepeated(head) ? apart || !timed : isUsual && apart && mayBeName(head.speaker);
      // A sticker leaves nothing behind a name.
      const alone = known && !timed ? isFirstSaid && !apart : isFirstSaid || (lines[at + 1] ?? '').trim() === '';
      each.isHead = enough && !alone;
      each.isGuess = each.isHead && !known && !isRepeated(head);
    }
    if (each.isHead) last = each;
  }
}

/**
 * A time behind a name that is not known is believed where it is in order: among the most heads of its shape that are. One
 * that somebody told of, as that of a meeting, rarely is. In the midst of messages of another shape, one is not enough.
 */
function settleTimes(candidates: readonly Candidate[], lines: readonly string[]): void {
  const ordered = new Set<Candidate>();
  const shapes = new Map<number, Candidate[]>();
  for (const each of candidates) {
    if (each.head.evidence === 'name') continue;
    const own = shapes.get(each.shape);
    if (own) own.push(each);
    else shapes.set(each.shape, [each]);
  }
  let most: readonly Candidate[] = [];
  for (const own of shapes.values()) {
    let isFollowed = false;
    for (const index of longestOrder(own.map(({ head }) => stampOf(head)))) {
      const each = own[index];
      if (!each) continue;
      // What nobody follows can't be out of order.
      if (isFollowed || !isLabel(each.head.speaker)) ordered.add(each);
      isFollowed ||= !isLabel(each.head.speaker);
    }
    if (own.length > most.length) most = own;
  }
  // What was copied begins with a message.
  const first = candidates.find(({ head }) => head.evidence === 'time');
  if (first && mayBeName(first.head.speaker) && lines.slice(0, first.at).every((line) => line.trim() === '')) {
    first.isHead = true;
  }
  let last: Candidate | undefined;
  for (const each of candidates) {
    if (ordered.has(each) && !each.isHead) {
      const apart = (lines[each.at - 1] ?? '').trim() === '';
      each.isHead = each.shape === most[0]?.shape || each.shape === last?.shape || apart;
    }
    if (each.isHead) last = each;
  }
}

/** What a head tells of its time, to be compared; days without a year are of the same one. */
const stampOf = ({ day = '', time }: Head): string =>
  `${day.padStart(10, '0')} ${String(time?.seconds ?? 0).padStart(5, '0')}`;

/** The indexes, last to first, of the longest run of values that never go back, others between them left out. */
function longestOrder(values: readonly string[]): readonly number[] {
  // For each length of a run, the index of the smallest value that such a run ends with; and what stands before each.
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? '') <= value) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const run: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.push(index);
  return run;
}
