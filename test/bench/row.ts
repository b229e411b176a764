import type { Workplace } from './workplace.js';

/** One line of the table: what was measured, what it was held against, and whether the bar is reached. */
export interface Result {
  readonly work: string;
  /** Ours, with its unit. */
  readonly ours: string;
  /** What it is held against, and what that took, with its unit; empty where the bar is a number. */
  readonly against: string;
  readonly theirs: string;
  readonly bar: string;
  readonly reached: boolean;
}

/** A part of the benchmark that can be run by itself. */
export interface Row {
  readonly name: string;
  measure(workplace: Workplace): Promise<readonly Result[]>;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const ordered = [...numbers].sort((a, b) => a - b);
  const middle = ordered.length >> 1;
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : (upper + (ordered[middle - 1] ?? upper)) / 2;
}

/** A time in milliseconds as the table shows it. */
export const milliseconds = (time: number): string =>
  time >= 1000 ? `${(time / 1000).toFixed(2)} s` : `${time >= 100 ? time.toFixed(0) : time.toFixed(1)} ms`;

/** Bytes as the table shows them. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** How many times one number is another, as the table shows it. */
export const times = (ratio: number): string => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)} ×`;
