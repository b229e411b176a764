import type { Random } from '../support/random.js';
import type { Log, LogEntry } from './log.js';

/** A talk, as front matter records it. */
export interface Talk {
  readonly title: string;
  readonly speaker: string;
  readonly start: string;
  readonly end: string;
}

/** The lines of a talk in front matter. */
export const talkLines = ({ title, speaker, start, end }: Talk): string[] => [
  `  - title: ${JSON.stringify(title)}`,
  `    speaker: ${JSON.stringify(speaker)}`,
  `    start: "${start}"`,
  `    end: "${end}"`,
];

/** A talk that the log could hold: two entries of one person, some time apart, and those between. */
export function someTalk(
  log: Log,
  random: Random,
): { readonly talk: Talk; readonly own: readonly LogEntry[] } | undefined {
  const names = [...new Set(log.entries.map(({ name }) => name))];
  const fitting = names.filter((name) => {
    const own = log.entries.filter((entry) => entry.name === name);
    return (own[0]?.seconds ?? 0) < (own.at(-1)?.seconds ?? 0);
  });
  if (fitting.length === 0) return undefined;
  const speaker = random.pick(fitting);
  const own = log.entries.filter((entry) => entry.name === speaker);
  const [first, last] = [own[0], own.at(-1)];
  return first && last && { talk: { title: '日切', speaker, start: first.time, end: last.time }, own };
}
