import type { Random } from './random.js';

/** Pieces that random logs are made of: well-formed, nearly so, and hostile ones. */
const PIECES = [
  '---\n',
  '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\n---\n',
  '---\ntitle: [玫瑰]\n',
  '...\n',
  '> 07:45:33  林一诺  \n',
  '> 07:45:33  林一诺  \n   \n早上好[玫瑰]  \n   \n',
  '> 12:03:56  Peter-青杉-PM  \n   \n![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png) \n   \n',
  '> 25:61:00  Ann\n',
  '> 09:00:00  \n',
  '>09:00:01  Ann\n',
  '＞09：00：02　林一诺\n',
  '09:00:03  Ann\n',
  '> 9:05  Ann\n',
  '> 下午 3:05:09  Ann\n',
  '> 2026-11-20 09:00:04  Ann\n',
  '   \n',
  '\n',
  '\r\n',
  '\r',
  '\n\n\n',
  'hi',
  ' ',
  '>',
  '9',
  ':',
  '-',
  '你好，@林一诺-青杉-PM?谢谢  \n',
  '<!-- @note 2026-11-20 reviewer: needs a source -->\n',
  '<!--',
  '-->',
  '12:30:00 见\n',
  '\ufeff',
  '\ud83d',
  '\u0000',
  '\u2028',
  '[玫瑰]',
  '`',
];

/** Some text that may be a log, in pieces; often it begins as a log does. */
export function randomPieces(random: Random, most: number): string[] {
  const start = random.below(3) === 0 ? PIECES.slice(1, 2) : [];
  return [...start, ...random.list(most, () => random.pick(PIECES))];
}
