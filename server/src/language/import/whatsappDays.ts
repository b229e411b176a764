import { message } from '../text/message.js';
import type { ImportNote } from './chatMessage.js';
import { readDay } from './dateTime.js';

/** A date as a phone writes it: three numbers, in the order of its region. */
export interface DateParts {
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly separator: string;
  /** Whether the time beside it has halves of the day. */
  readonly twelveHours: boolean;
}

/** The order of the numbers in all dates of an export. */
export type PartOrder = 'year first' | 'day first' | 'month first';

/** The day of a date; `undefined` where no calendar has it. */
export function dayOf({ first, second, third }: DateParts, order: PartOrder): string | undefined {
  if (order === 'year first') return readDay({ year: first, month: second, date: third });
  const [date, month] = order === 'day first' ? [first, second] : [second, first];
  return readDay({ year: third.padStart(4, '20'), month, date });
}

/**
 * The order in which the dates of an export are written: the only one that is possible, that has the log's day among
 * them, or in which they never go back. Where nothing tells, it is guessed, and said so.
 */
export function partOrder(
  dates: readonly DateParts[],
  logDay: string | undefined,
  tell: (note: ImportNote) => void,
): PartOrder {
  if (dates.some(({ first }) => first.length > 2)) return 'year first';
  const orders = ['day first', 'month first'] as const;
  const days = orders.map((order) => dates.map((date) => dayOf(date, order)));
  const [dayFirst, monthFirst] = days as [(string | undefined)[], (string | undefined)[]];
  const choose = (holds: (of: readonly (string | undefined)[]) => boolean): PartOrder | undefined => {
    const [isDayFirst, isMonthFirst] = [holds(dayFirst), holds(monthFirst)];
    if (isDayFirst === isMonthFirst) return undefined;
    return isDayFirst ? 'day first' : 'month first';
  };
  const sure =
    choose((of) => of.every((day) => day !== undefined)) ??
    choose((of) => logDay !== undefined && of.includes(logDay)) ??
    choose((of) => of.every((day, at) => at === 0 || (of[at - 1] ?? '') <= (day ?? '')));
  if (sure) return sure;
  const [date] = dates;
  // The United States write month and year short, and halves of the day; elsewhere the day comes first.
  const american = date?.separator === '/' && date.third.length === 2 && date.twelveHours;
  const guess = american ? 'month first' : 'day first';
  if (date && dayFirst.some((day, at) => day !== monthFirst[at])) {
    const example = [date.first, date.second, date.third].join(date.separator);
    tell({
      text:
        guess === 'day first'
          ? message(
              'Day and month are not told apart by the dates; “{0}” was taken for {1}, the day first.',
              example,
              dayOf(date, guess) ?? '',
            )
          : message(
              'Day and month are not told apart by the dates; “{0}” was taken for {1}, the month first.',
              example,
              dayOf(date, guess) ?? '',
            ),
    });
  }
  return guess;
}
