import { CLOCK, readClock, readDay, readMonthDay } from '../dateTime.js';
import { LONGEST_HEAD, type Shape } from '../shape.js';

const HEAD = new RegExp(
  `^(?<name>\\S.*?)[:：][ \\t]*(?:(?<year>\\d{4})[-/])?(?<month>\\d{1,2})[-/](?<date>\\d{1,2}) ${CLOCK}[ \\t]*$`,
  'u',
);

/** Copied from QQ: `昵称: 02-23 18:05:27`, what was said below; some versions write the year too. */
export const qqChat: Shape = {
  id: 'qqChat',
  program: 'qq',
  reader: (lines) => (at) => {
    const line = lines[at] ?? '';
    const groups = line.length <= LONGEST_HEAD ? HEAD.exec(line)?.groups : undefined;
    if (!groups) return undefined;
    const day = groups['year'] === undefined ? readMonthDay(groups) : readDay(groups);
    const time = readClock(groups);
    if (day === undefined || time === undefined) return { kind: 'broken' };
    return { kind: 'head', speaker: (groups['name'] ?? '').trim(), day, time, evidence: time.exact ? 'form' : 'time' };
  },
};
