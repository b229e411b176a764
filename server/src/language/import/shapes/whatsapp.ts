import { HALF_AFTER, HALF_BEFORE, readClock } from '../dateTime.js';
import { LONGEST_HEAD, type Shape } from '../shape.js';
import { type DateParts, dayOf, type PartOrder, partOrder } from '../whatsappDays.js';

/** Marks of the writing direction, which WhatsApp puts before what it adds itself. */
const DIRECTION = '[\\u200e\\u200f\\u202a-\\u202e\\ufeff]*';
const SPACE = '[ \\u00a0\\u202f]';
const CLOCK = '(?<hours>\\d{1,2})[:.](?<minutes>\\d{2})(?:[:.](?<seconds>\\d{2}))?';
const HEAD = new RegExp(
  `^${DIRECTION}(?<open>\\[?)(?<first>\\d{1,4})(?<separator>[-/.])(?<second>\\d{1,2})\\k<separator>(?<third>\\d{1,4})\\.?,?` +
    `${SPACE}+${HALF_BEFORE}?${CLOCK}${HALF_AFTER}?` +
    `(?:(?<close>\\])|${SPACE}[-–])${SPACE}(?<rest>.*)$`,
  'su',
);
/** Where the name ends. */
const NAME_END = /:(?: |$)/;
/** Who says what nobody said, as that somebody joined. */
const NOTICE = 'WhatsApp';

interface Line {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly date: DateParts;
  /** What is the same in all heads of one export. */
  readonly form: string;
}

/**
 * An export of WhatsApp: `20/11/2026, 09:05 - Name: text`, or `[20/11/2026, 09:05:33] Name: text`; more lines may follow.
 * The order of day and month is that of the phone, the form of all heads the same.
 */
export const whatsapp: Shape = {
  id: 'whatsapp',
  program: 'whatsapp',
  reader(lines, hints, tell) {
    const first = lines.findIndex((line) => line.trim() !== '');
    const opening = readLine(lines[first]);
    const isExport = opening !== undefined && lines.some((line) => nameIn(readLine(line)) !== undefined);
    let form = isExport ? opening.form : undefined;
    let order: PartOrder | undefined;
    return (at) => {
      const line = readLine(lines[at]);
      if (!line || (form !== undefined && line.form !== form)) return undefined;
      const name = nameIn(line);
      // Elsewhere than in an export, it may be a line of a program's own log.
      if (!isExport && (name === undefined || !(hints.trusting || hints.isKnown(name)))) return undefined;
      form = line.form;
      order ??= partOrder(datesOf(lines, form), hints.day, tell);
      const day = dayOf(line.date, order);
      const time = readClock(line.groups);
      if (day === undefined || time === undefined) return { kind: 'broken' };
      const rest = line.groups['rest'] ?? '';
      return name === undefined
        ? { kind: 'head', speaker: NOTICE, day, time, text: rest, evidence: 'form' }
        : { kind: 'head', speaker: name, day, time, text: rest.replace(/^.*?:(?: |$)/su, ''), evidence: 'form' };
    };
  },
};

function readLine(line = ''): Line | undefined {
  // What is said may be long; it stands behind all that tells a head.
  const groups = HEAD.exec(line)?.groups;
  if (!groups) return undefined;
  const { open, close, first = '', separator = '', second = '', third = '', seconds } = groups;
  if ((open === '[') !== (close === ']') || (first.length > 2 && third.length > 2)) return undefined;
  return {
    groups,
    date: { first, second, third, twelveHours: (groups['before'] ?? groups['after']) !== undefined, separator },
    form: [open, separator, first.length > 2, seconds === undefined].join(' '),
  };
}

function nameIn(line: Line | undefined): string | undefined {
  const rest = line?.groups['rest']?.slice(0, LONGEST_HEAD) ?? '';
  const end = NAME_END.exec(rest)?.index ?? -1;
  const name = rest.slice(0, Math.max(end, 0)).trim();
  return name === '' ? undefined : name;
}

const datesOf = (lines: readonly string[], form: string): readonly DateParts[] =>
  lines.flatMap((text) => {
    const line = readLine(text);
    return line?.form === form ? [line.date] : [];
  });
