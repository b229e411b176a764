import { readClock, readDay } from './dateTime.js';
import { type LineInShape, LONGEST_HEAD } from './shape.js';

/** Reads a line with a pattern whose groups are a name, a day and a time. */
export function namedHead(line: string, pattern: RegExp, evidence: 'form' | 'time'): LineInShape | undefined {
  const groups = line.length <= LONGEST_HEAD ? pattern.exec(line)?.groups : undefined;
  if (!groups) return undefined;
  const day = readDay(groups);
  const time = readClock(groups);
  if (day === undefined || time === undefined) return { kind: 'broken' };
  return { kind: 'head', speaker: (groups['name'] ?? '').trim(), day, time, evidence };
}
