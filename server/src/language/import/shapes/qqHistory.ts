import { message } from '../../text/message.js';
import { CLOCK, DAY, HALF_AFTER, HALF_BEFORE } from '../dateTime.js';
import { namedHead } from '../namedHead.js';
import type { Shape } from '../shape.js';

const WHEN = `${DAY} ${HALF_BEFORE}?${CLOCK}${HALF_AFTER}?`;
/** With the number of the account, or its mail address, behind the name. */
const NUMBERED = new RegExp(
  `^${WHEN}[ \\t]+(?<name>\\S.*?)[ \\t]*(?:\\(\\d{4,12}\\)|<[^<>\\s]+@[^<>\\s]+>)[ \\t]*$`,
  'u',
);
const NAMED = new RegExp(`^${WHEN}[ \\t]+(?<name>\\S.*?)[ \\t]*$`, 'u');
/** Of an account without a name there is the number alone. */
const NUMBER = new RegExp(`^${WHEN}[ \\t]+\\((?<name>\\d{4,12})\\)[ \\t]*$`, 'u');

const TITLE = /^消息记录（此消息记录为文本格式/u;
const RULE = /^={16,}\s*$/u;
const GROUP = /^消息分组[:：]/u;
const PARTNER = /^消息对象[:：]/u;

/**
 * QQ's history, saved as text or copied: `2018-03-22 18:05:27 昵称(12345)`, what was said below. A saved one begins with
 * its title, and with lines that say whom it is with, between rules; in one with a friend the names have no number.
 */
export const qqHistory: Shape = {
  id: 'qqHistory',
  program: 'qq',
  reader(lines, hints, tell) {
    const frame = frameLines(lines);
    const partners = [...frame].filter((at) => PARTNER.test(lines[at] ?? '')).length;
    if (partners > 1) {
      tell({
        text: message(
          'The history holds {0} conversations, and their messages come into the same logs; better save each for itself.',
          partners,
        ),
      });
    }
    return (at) => {
      if (frame.has(at)) return { kind: 'frame' };
      const line = lines[at] ?? '';
      const numbered = namedHead(line, NUMBERED, 'form') ?? namedHead(line, NUMBER, 'form');
      if (numbered) return numbered;
      const named = namedHead(line, NAMED, 'time');
      // A line of a program's own log looks the same.
      const known = named?.kind === 'head' && hints.isKnown(named.speaker);
      const isApart = frame.has(at - 1) || (lines[at - 1] ?? '').trim() === '';
      return known || (isApart && (partners > 0 || hints.trusting)) ? named : undefined;
    };
  },
};

/**
 * The lines of the title, and of what says whom the history is with. A history begins with them; where several
 * conversations are saved at once, they stand between rules further down too.
 */
function frameLines(lines: readonly string[]): ReadonlySet<number> {
  const frame = new Set<number>();
  const isOwn = (line = ''): boolean => TITLE.test(line) || RULE.test(line) || GROUP.test(line) || PARTNER.test(line);
  let at = 0;
  for (; at < lines.length; at++) {
    if (isOwn(lines[at])) frame.add(at);
    else if (lines[at]?.trim() !== '') break;
  }
  if (![...frame].some((own) => TITLE.test(lines[own] ?? '') || PARTNER.test(lines[own] ?? ''))) return new Set();
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!GROUP.test(line) && !PARTNER.test(line)) continue;
    const around = [at - 1, at, at + 1];
    if (RULE.test(lines[at - 1] ?? '') && RULE.test(lines[at + 1] ?? '')) for (const own of around) frame.add(own);
  }
  return frame;
}
