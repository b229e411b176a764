import type { ClockTime } from './chatMessage.js';

/** The last second of a day. */
const LAST = 24 * 3600 - 1;

/** A time to the second, and whether some of that was made up. */
export interface FilledTime {
  readonly seconds: number;
  readonly filled: boolean;
}

/**
 * Times to the second for messages of one day in their order, `before` and `after` being those of the entries around them.
 * What is told stays. What is not is chosen so that times go forward where they can, a second each where there is room;
 * a message without any time follows the one before it.
 */
export function fillTimes(
  times: readonly (ClockTime | undefined)[],
  before?: number | undefined,
  after?: number | undefined,
): readonly FilledTime[] {
  const latest = latestTimes(times, after);
  let last = before ?? startOf(times, after);
  return times.map((time, index) => {
    const [from, to] = rangeOf(time);
    const earliest = Math.max(from, last);
    const cap = latest[index] ?? to;
    if (earliest <= cap) last = Math.min(Math.max(from, last + 1), cap);
    // No room that is in order: what is told of the time is not given up for that.
    else last = earliest <= to ? earliest : from;
    return { seconds: last, filled: !time?.exact };
  });
}

/** The first and the last second that a time may mean. */
const rangeOf = (time: ClockTime | undefined): readonly [number, number] =>
  time ? [time.seconds, time.exact ? time.seconds : time.seconds + 59] : [0, LAST];

/** For each message the latest second at which all that follows can still be in order. */
function latestTimes(times: readonly (ClockTime | undefined)[], after = LAST): readonly number[] {
  const latest: number[] = new Array(times.length);
  let next = after;
  for (let index = times.length - 1; index >= 0; index--) {
    const [from, to] = rangeOf(times[index]);
    next = next < from ? to : Math.min(to, next);
    latest[index] = next;
  }
  return latest;
}

/** The second before the first message, where nothing stands above: messages without a time lead up to the first that has one. */
function startOf(times: readonly (ClockTime | undefined)[], after: number | undefined): number {
  const first = times.findIndex((time) => time !== undefined);
  const known = times[first]?.seconds ?? after ?? 0;
  return Math.max(0, known - (first < 0 ? times.length : first)) - 1;
}
