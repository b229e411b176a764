import { CLOCK, DAY, readClock, readDay } from '../dateTime.js';
import { LONGEST_HEAD, type Shape } from '../shape.js';

const DAY_LINE = new RegExp(`^[—–─―-]{3,}[ \\t]*${DAY}[ \\t]*[—–─―-]{3,}[ \\t]*$`, 'u');
const HEAD = new RegExp(`^(?<name>\\S.*?)[ \\t\\u3000]{2,}${CLOCK}[ \\t]*$`, 'u');

/**
 * Forwarded by WeChat as a mail: a line with the day between dashes, then `昵称  07:45`, a blank line, what was said. A day
 * counts only with a blank line above and a head below, a head only below a day.
 */
export const wechatMail: Shape = {
  id: 'wechatMail',
  program: 'wechat',
  reader(lines) {
    let day: string | undefined;
    const headAt = (at: number): Readonly<Record<string, string | undefined>> | undefined => {
      const line = lines[at] ?? '';
      const isHeading = (lines[at + 1] ?? '').trim() === '';
      return line.length <= LONGEST_HEAD && isHeading ? HEAD.exec(line)?.groups : undefined;
    };
    const next = nextFilled(lines);
    return (at) => {
      const line = lines[at] ?? '';
      const dayGroups = line.length <= LONGEST_HEAD ? DAY_LINE.exec(line)?.groups : undefined;
      const isApart = (lines[at - 1] ?? '').trim() === '';
      if (dayGroups && isApart && headAt(next[at] ?? lines.length)) {
        const told = readDay(dayGroups);
        if (told === undefined) return { kind: 'broken' };
        day = told;
        return { kind: 'frame' };
      }
      const groups = day === undefined ? undefined : headAt(at);
      if (!groups) return undefined;
      const time = readClock(groups);
      if (!time) return { kind: 'broken' };
      return { kind: 'head', speaker: groups['name'] ?? '', day, time, evidence: 'time' };
    };
  },
};

/** For each line the index of the next one that is not blank. */
function nextFilled(lines: readonly string[]): readonly number[] {
  const next: number[] = new Array(lines.length);
  let filled = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    next[at] = filled;
    if (lines[at]?.trim() !== '') filled = at;
  }
  return next;
}
