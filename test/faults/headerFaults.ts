import type { Random } from '../support/random.js';
import { type Fault, type FaultKind, kindsOf } from './fault.js';
import { clock, type Log, type LogEntry, two } from './log.js';

const FULL_WIDTH = '０１２３４５６７８９';
const fullWidth = (text: string): string => text.replace(/\d/g, (digit) => FULL_WIDTH[Number(digit)] ?? digit);

/** A header's parts, to be put together wrongly. */
interface Parts {
  readonly day: string;
  readonly time: string;
  readonly hours: number;
  /** `:MM:SS`. */
  readonly rest: string;
  /** The hour on a twelve-hour clock, without a leading zero. */
  readonly twelve: number;
  readonly name: string;
  readonly random: Random;
}

/** Writes one header in another way; `undefined` where that entry can't be written so. */
type Rewrite = (parts: Parts) => string | undefined;

function rewritten(rewrite: Rewrite): FaultKind['put'] {
  return (log, random) => {
    const lines = log.entries.flatMap((entry) => {
      const hours = Math.floor(entry.seconds / 3600);
      const line = rewrite({
        day: log.day,
        time: entry.time,
        hours,
        rest: entry.time.slice(2),
        twelve: hours % 12 === 0 ? 12 : hours % 12,
        name: log.line(entry.line).slice(12),
        random,
      });
      return line === undefined ? [] : [{ at: entry.line, line }];
    });
    if (lines.length === 0) return undefined;
    const { at, line } = random.pick(lines);
    return { text: log.splice(at, 1, line), line: at };
  };
}

/** A header whose time is written in another way. */
const timed = (write: (parts: Parts) => string | undefined): FaultKind['put'] =>
  rewritten((parts) => {
    const time = write(parts);
    return time === undefined ? undefined : `> ${time}  ${parts.name}`;
  });

/** A header with something else than two spaces before the name, which must not look like a part of the time then. */
const gapped = (write: (parts: Parts) => string): FaultKind['put'] =>
  rewritten((parts) => (/^(?:\d|[ap]m\b|[上下]午)/i.test(parts.name) ? undefined : write(parts)));

const malformed = kindsOf('header-malformed', [
  ['no >', 'always', rewritten(({ time, name }) => `${time}  ${name}`)],
  ['full-width ＞', 'always', rewritten(({ time, name }) => `＞ ${time}  ${name}`)],
  ['full-width ＞, no space', 'always', rewritten(({ time, name }) => `＞${time}  ${name}`)],
  ['no space after >', 'always', rewritten(({ time, name }) => `>${time}  ${name}`)],
  ['a tab after >', 'always', rewritten(({ time, name }) => `>\t${time}  ${name}`)],
  ['U+3000 after >', 'always', rewritten(({ time, name }) => `>\u3000${time}  ${name}`)],
  ['NBSP after >', 'always', rewritten(({ time, name }) => `>\u00a0${time}  ${name}`)],
  ['one space before the name', 'always', gapped(({ time, name }) => `> ${time} ${name}`)],
  ['no space before the name', 'always', gapped(({ time, name }) => `> ${time}${name}`)],
  ['a tab before the name', 'always', gapped(({ time, name }) => `> ${time}\t${name}`)],
  ['U+3000 before the name', 'always', gapped(({ time, name }) => `> ${time}\u3000${name}`)],
  ['two NBSP before the name', 'always', gapped(({ time, name }) => `> ${time}\u00a0\u00a0${name}`)],
  ['a space and a tab before the name', 'always', gapped(({ time, name }) => `> ${time} \t${name}`)],
  ['7:45:33', 'always', timed(({ hours, rest }) => (hours < 10 ? `${hours}${rest}` : undefined))],
  ['07:45', 'clean', timed(({ time }) => time.slice(0, 5))],
  ['7:45', 'clean', timed(({ hours, time }) => (hours < 10 ? time.slice(1, 5) : undefined))],
  ['07：45：33', 'always', timed(({ time }) => time.replaceAll(':', '：'))],
  ['07:45：33', 'always', timed(({ time }) => `${time.slice(0, 5)}：${time.slice(6)}`)],
  ['07.45.33', 'always', timed(({ time }) => time.replaceAll(':', '.'))],
  ['full-width digits', 'always', timed(({ time }) => fullWidth(time))],
  ['full-width digits and colons', 'always', timed(({ time }) => fullWidth(time).replaceAll(':', '：'))],
  [
    'one full-width digit',
    'always',
    timed(({ time, random }) => {
      const at = random.pick([0, 1, 3, 4, 6, 7]);
      return time.slice(0, at) + fullWidth(time.charAt(at)) + time.slice(at + 1);
    }),
  ],
  ['上午', 'always', timed(({ hours, rest, twelve }) => (hours < 12 ? `上午${twelve}${rest}` : undefined))],
  [
    '上午, two digits',
    'always',
    timed(({ hours, rest, twelve }) => (hours < 12 ? `上午 ${two(twelve)}${rest}` : undefined)),
  ],
  ['下午', 'always', timed(({ hours, rest, twelve }) => (hours >= 12 ? `下午${twelve}${rest}` : undefined))],
  ['下午, a space', 'always', timed(({ hours, rest, twelve }) => (hours >= 12 ? `下午 ${twelve}${rest}` : undefined))],
  ['AM', 'always', timed(({ hours, rest, twelve }) => (hours < 12 ? `${twelve}${rest} AM` : undefined))],
  ['PM', 'always', timed(({ hours, rest, twelve }) => (hours >= 12 ? `${twelve}${rest} PM` : undefined))],
  ['pm, no space', 'always', timed(({ hours, rest, twelve }) => (hours >= 12 ? `${two(twelve)}${rest}pm` : undefined))],
  ['a date before the time', 'always', timed(({ day, time }) => `${day} ${time}`)],
  ['a date before the time, slashes', 'always', timed(({ day, time }) => `${day.replaceAll('-', '/')} ${time}`)],
  [
    'a date before the time, 年月日',
    'always',
    timed(({ day, time }) => {
      const [year, month, date] = day.split('-').map(Number);
      return `${year}年${month}月${date}日 ${time}`;
    }),
  ],
  ['several at once', 'always', gapped(({ time, name }) => `＞${fullWidth(time).replaceAll(':', '：')}\u3000${name}`)],
  ['a space before >', 'always', rewritten(({ time, name }) => ` > ${time}  ${name}`)],
  ['&gt;', 'always', rewritten(({ time, name }) => `&gt; ${time}  ${name}`)],
  ['》', 'always', rewritten(({ time, name }) => `》 ${time}  ${name}`)],
]);

/** A header at a time that no day has. */
const at = (...times: readonly string[]): FaultKind['put'] => timed(({ random }) => random.pick(times));

const invalid = kindsOf('time-invalid', [
  ['25:61:00', undefined, at('25:61:00')],
  ['an hour too many', undefined, at('24:00:00', '24:30:00', '25:10:20', '99:00:00')],
  [
    'a minute too many',
    undefined,
    timed(({ time, random }) => `${time.slice(0, 3)}${60 + random.below(40)}${time.slice(5)}`),
  ],
  ['a second too many', undefined, timed(({ time, random }) => `${time.slice(0, 6)}${60 + random.below(40)}`)],
]);

/** A header whose name is replaced by white space. */
const nameless = (gap: string): FaultKind['put'] => rewritten(({ time }) => `> ${time}${gap}`);

const nobody = kindsOf('speaker-missing', [
  ['nothing after the time', undefined, nameless('')],
  ['two spaces after the time', undefined, nameless('  ')],
  ['many spaces after the time', undefined, nameless('    ')],
  ['U+3000 after the time', undefined, nameless('\u3000\u3000')],
  ['NBSP after the time', undefined, nameless('\u00a0 ')],
  [
    'as both neighbours',
    'one of them',
    (log, random) => {
      const name = (index: number): string | undefined => log.entries[index]?.name;
      const entry = log.entryWhere(
        random,
        ({ index }) => name(index - 1) === name(index) || name(index + 1) === name(index),
      );
      return entry && { text: log.splice(entry.line, 1, `> ${entry.time}  `), line: entry.line };
    },
  ],
]);

const secondsAt = (log: Log, index: number): number => log.entries[index]?.seconds ?? Number.NaN;

/** Gives an entry another time. */
function restamp(log: Log, entry: LogEntry, seconds: number): Fault {
  const header = `> ${clock(seconds)}  ${log.line(entry.line).slice(12)}`;
  return { text: log.splice(entry.line, 1, header), line: entry.line };
}

/** Puts an entry's lines before another entry, which comes earlier or later; the line is that of the one that moved. */
function move(log: Log, entry: LogEntry, before: number): Fault {
  const lines = [...log.lines];
  const block = lines.splice(entry.line, entry.end - entry.line);
  const target = log.entries[before]?.line ?? log.lines.length;
  const start = target > entry.line ? target - block.length : target;
  lines.splice(start, 0, ...block);
  return { text: lines.join(log.eol), line: start };
}

/** Whether no other entry stands at the same second, and the entry is not the last, whose end may lack its blank line. */
const standsAlone = ({ index, seconds }: LogEntry, log: Log): boolean =>
  index < log.entries.length - 1 && secondsAt(log, index - 1) !== seconds && secondsAt(log, index + 1) !== seconds;

const order = kindsOf('time-order', [
  [
    'a second before the one above',
    'clean',
    (log, random) => {
      const entry = log.entryWhere(
        random,
        ({ index }) => secondsAt(log, index - 1) > 0 && secondsAt(log, index - 2) < secondsAt(log, index - 1),
      );
      return entry && restamp(log, entry, secondsAt(log, entry.index - 1) - 1);
    },
  ],
  [
    'far before the ones above',
    'clean',
    (log, random) => {
      const entry = log.entryWhere(random, ({ index }) => secondsAt(log, index - 3) > secondsAt(log, 0));
      return entry && restamp(log, entry, random.below(secondsAt(log, Math.max(0, entry.index - 3))));
    },
  ],
  [
    'far after the ones below',
    'clean',
    (log, random) => {
      const entry = log.entryWhere(random, ({ index }) => index > 0 && secondsAt(log, index + 3) < 86_398);
      const below = entry && Math.max(...log.entries.slice(entry.index).map(({ seconds }) => seconds));
      return entry && below && below < 86_399
        ? restamp(log, entry, below + 1 + random.below(86_399 - below))
        : undefined;
    },
  ],
  [
    'an hour less',
    'clean',
    (log, random) => {
      const entry = log.entryWhere(
        random,
        ({ index, seconds }) => seconds >= 3600 && secondsAt(log, index - 2) > seconds - 3600,
      );
      return entry && restamp(log, entry, entry.seconds - 3600);
    },
  ],
  [
    'moved down',
    'always',
    (log, random) => {
      const last = log.entries.length;
      const entry = log.entryWhere(random, (one) => one.index < last - 4 && standsAlone(one, log));
      return entry && move(log, entry, entry.index + 3 + random.below(last - 3 - entry.index));
    },
  ],
  [
    'moved up',
    'always',
    (log, random) => {
      const entry = log.entryWhere(random, (one) => one.index > 3 && standsAlone(one, log));
      if (!entry) return undefined;
      // In front of the very first entry it would be that one's word against all the others'.
      return move(log, entry, 1 + random.below(entry.index - 2));
    },
  ],
  [
    'past midnight',
    undefined,
    (log, random) => {
      const count = 1 + random.below(Math.min(5, log.entries.length));
      const [first, ...others] = log.entries.slice(-count);
      if (
        !first ||
        !(secondsAt(log, first.index - 1) > 64_800) ||
        log.images.some(({ entry }) => entry.index >= first.index)
      )
        return undefined;
      let seconds = random.below(600);
      const lines = [...log.lines];
      for (const { line } of [first, ...others]) {
        lines[line] = `> ${clock(seconds)}  ${log.line(line).slice(12)}`;
        seconds += random.below(90);
      }
      return { text: lines.join(log.eol), line: first.line };
    },
  ],
]);

const before = kindsOf('text-before-first-entry', [
  ['a line', undefined, (log) => ({ text: log.splice(log.close + 1, 0, '大家早上好  '), line: log.close + 1 })],
  [
    'a line among blank ones',
    undefined,
    (log) => ({
      text: log.splice(log.close + 1, 0, '', '大家早上好  ', '   '),
      line: log.close + 2,
    }),
  ],
  [
    'two paragraphs',
    undefined,
    (log) => ({
      text: log.splice(log.close + 1, 0, '大家早上好  ', '   ', '今天的记录  ', '   '),
      line: log.close + 1,
    }),
  ],
  ['a heading', undefined, (log) => ({ text: log.splice(log.close + 1, 0, '# 记录'), line: log.close + 1 })],
  [
    'the first header deleted',
    undefined,
    (log) => {
      const [first] = log.entries;
      const body = first?.body[0];
      const lines = Number(log.fields.get('lines')?.value ?? 0);
      if (!first || body === undefined || log.entries.length < 2 || lines >= log.entries.length) return undefined;
      return { text: log.splice(first.line, 1), line: body - 1 };
    },
  ],
]);

export const headerFaults: readonly FaultKind[] = [...malformed, ...invalid, ...nobody, ...order, ...before];
