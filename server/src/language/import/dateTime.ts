import { isDay } from '../lint/logDay.js';
import { hourOfDay, secondsOfDay } from '../syntax/header.js';
import type { ClockTime } from './chatMessage.js';

/** What a pattern with the groups of {@link DAY} or {@link CLOCK} found. */
type Groups = Readonly<Record<string, string | undefined>>;

/** Source of a pattern: a day that begins with its year. */
export const DAY = '(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<date>\\d{1,2})日?';

/** Source of a pattern: a time with or without seconds. */
export const CLOCK = '(?<hours>\\d{1,2}):(?<minutes>\\d{2})(?::(?<seconds>\\d{2}))?';

/** Source of a pattern: half of the day, before a time. */
export const HALF_BEFORE = '(?:(?<before>上午|下午|凌晨|早上|中午|晚上|[AaPp]\\.?[Mm]\\.?) ?)';

/** Source of a pattern: half of the day, behind a time. WhatsApp puts a narrow space before it. */
export const HALF_AFTER = '(?:[ \\u00a0\\u202f]?(?<after>[AaPp]\\.?[\\u00a0\\u202f ]?[Mm]\\.?))';

/** The day that the groups of {@link DAY} tell, as `YYYY-MM-DD`; `undefined` where no calendar has it. */
export function readDay({ year, month, date }: Groups): string | undefined {
  const day = `${year}-${pair(month)}-${pair(date)}`;
  return isDay(day) ? day : undefined;
}

/** The day of a year as `MM-DD`; `undefined` where no year has it. */
export function readMonthDay({ month, date }: Groups): string | undefined {
  // A leap year has them all.
  const day = readDay({ year: '2000', month, date });
  return day?.slice(5);
}

/** The time that the groups of {@link CLOCK} and of halves of the day tell; `undefined` where no clock shows it. */
export function readClock({ hours, minutes, seconds, before, after }: Groups): ClockTime | undefined {
  const half = before ?? after;
  const hour = Number(hours);
  const time = secondsOfDay(
    half === undefined ? hour : hourOfDay(hour, half),
    Number(minutes),
    seconds === undefined ? 0 : Number(seconds),
  );
  return time === undefined ? undefined : { seconds: time, exact: seconds !== undefined };
}

const pair = (digits = ''): string => digits.padStart(2, '0');
