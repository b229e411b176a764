import { type DetectedTalk, formatClock, quoted } from '../../language/index.js';

/** What the front matter says of a talk, by its keys, in their order; all in quotes, so that YAML takes it for text. */
export const talkValues = ({ title, speaker, start, end }: DetectedTalk): readonly (readonly [string, string])[] => [
  ...(title === undefined ? [] : [['title', quoted(title)] as const]),
  ['speaker', quoted(speaker)],
  ['start', quoted(formatClock(start))],
  ['end', quoted(formatClock(end))],
];

/** The lines of an item of `talks` that records a talk. */
export const talkLines = (talk: DetectedTalk, indent: string): readonly string[] =>
  talkValues(talk).map(([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${value}`);
