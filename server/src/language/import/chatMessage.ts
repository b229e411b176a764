import type { Message } from '../text/message.js';

/** A time as a chat program tells it. */
export interface ClockTime {
  /** Since midnight; those of the full minute where `exact` is `false`. */
  readonly seconds: number;
  /** Whether it is told to the second. */
  readonly exact: boolean;
}

/** A message as a chat program wrote it down. */
export interface ChatMessage {
  /** Where it begins in what was read: a line, or the row of a table, counted from 1. */
  readonly line: number;
  readonly speaker: string;
  /** `YYYY-MM-DD`, or `MM-DD` where the program leaves out the year; `undefined` where it tells no day. */
  readonly day: string | undefined;
  readonly time: ClockTime | undefined;
  /** What was said, line by line; no blank lines at its ends. */
  readonly lines: readonly string[];
}

/** What the user should know of an import. */
export interface ImportNote {
  readonly text: Message;
  /** Whether something of what was read is not in the result. */
  readonly lost?: boolean;
}

/** Lines without the blank ones at their ends. */
export function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  let from = 0;
  let to = lines.length;
  while (from < to && lines[from]?.trim() === '') from++;
  while (to > from && lines[to - 1]?.trim() === '') to--;
  return lines.slice(from, to);
}
