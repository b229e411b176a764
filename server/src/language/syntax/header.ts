import type { Span } from '../text/span.js';
import { isWhiteSpace, trimmedEnd, trimmedStart, WHITE_SPACE } from '../text/whiteSpace.js';

/** A line that begins an entry, or was meant to. Spans count from the line's start. */
export interface Header {
  readonly time: Span;
  /** Seconds since midnight; `undefined` where no clock shows such a time. Without seconds in the line: its full minute. */
  readonly seconds: number | undefined;
  /** Whether the line says the seconds. */
  readonly hasSeconds: boolean;
  /** The name, white space at its ends not included; empty where there is none. */
  readonly speaker: Span;
  /** Whether it is written as the format wants it, `> HH:MM:SS  NAME`; spacing at its end does not count. */
  readonly wellFormed: boolean;
}

/** A line that is no header as written, read as the one it was meant to be. */
export interface NearMiss {
  readonly header: Header;
  /** The line as the format wants it, without spaces at its end. */
  readonly meant: string;
  /** Whether something that is not in the line had to be made up, as the seconds of `07:45`. */
  readonly guessed: boolean;
  /** The day that stands before the time, as `YYYY-MM-DD`; `undefined` where there is none. */
  readonly date: string | undefined;
  /** Whether its shape alone tells; else it takes blank lines around it to believe it. */
  readonly sure: boolean;
}

const GREATER_THAN = 0x3e;
const SPACE = 0x20;
const COLON = 0x3a;
/** What stands for `>` where it is typed on a Chinese keyboard or copied from a page. */
const MARKS = '>＞》〉';
const AMPERSAND = 0x26;
/** Longer names than this are not looked at when a near miss is read; bytes of a line beyond it are never scanned. */
const LONGEST_NEAR_MISS = 400;

const DIGIT = '[0-9０-９]';
const BREAK = `[${WHITE_SPACE}]`;
const CHINESE_HALF_DAY = '上午|下午|凌晨|早上|中午|晚上';
const ENGLISH_HALF_DAY = '[AaPp]\\.?[Mm]\\.?(?![A-Za-z])';
const DATE = `${DIGIT}{4}[-/.年]${DIGIT}{1,2}[-/.月]${DIGIT}{1,2}日?`;
const NEAR_MISS = new RegExp(
  `^${BREAK}{0,8}(?<mark>[${MARKS}]|&gt;)?${BREAK}{0,8}` +
    `(?:(?<date>${DATE})${BREAK}{0,8})?` +
    `(?:(?<before>${CHINESE_HALF_DAY}|${ENGLISH_HALF_DAY})${BREAK}{0,8})?` +
    `(?<hours>${DIGIT}{1,2})(?<separator>[:：.．])(?<minutes>${DIGIT}{1,2})(?:(?<second>[:：.．])(?<seconds>${DIGIT}{1,2}))?(?!${DIGIT}|[:：]${DIGIT})` +
    // Behind two spaces it would be the beginning of a name, and 下午茶 is one.
    `(?:${BREAK}?(?<after>(?:${CHINESE_HALF_DAY})(?=${BREAK})|${ENGLISH_HALF_DAY}))?` +
    `(?<space>${BREAK}*)(?<name>.*)$`,
  'dsu',
);

const digitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

/** Whether `text` has `HH:MM:SS` in ASCII digits at `at`. */
function clockAt(text: string, at: number): boolean {
  return (
    text.charCodeAt(at + 2) === COLON &&
    text.charCodeAt(at + 5) === COLON &&
    digitAt(text, at) &&
    digitAt(text, at + 1) &&
    digitAt(text, at + 3) &&
    digitAt(text, at + 4) &&
    digitAt(text, at + 6) &&
    digitAt(text, at + 7)
  );
}

/** Seconds since midnight; `undefined` where no clock shows such a time. */
export function secondsOfDay(hours: number, minutes: number, seconds: number): number | undefined {
  return hours < 24 && minutes < 60 && seconds < 60 ? hours * 3600 + minutes * 60 + seconds : undefined;
}

const pairAt = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** Reads the line `text[from, to)` as a header written right; `undefined` where it is none. */
export function readHeader(text: string, from: number, to: number): Header | undefined {
  if (text.charCodeAt(from) !== GREATER_THAN || text.charCodeAt(from + 1) !== SPACE) return undefined;
  let clock = from + 2;
  while (text.charCodeAt(clock) === SPACE) clock++;
  const afterClock = clock + 8;
  if (afterClock > to || !clockAt(text, clock)) return undefined;
  const nameEnd = trimmedEnd(text, afterClock, to);
  let nameStart = afterClock;
  if (nameEnd > afterClock) {
    while (text.charCodeAt(nameStart) === SPACE) nameStart++;
    if (nameStart < afterClock + 2 || isWhiteSpace(text.charCodeAt(nameStart))) return undefined;
  }
  return {
    time: { from: clock - from, to: afterClock - from },
    seconds: secondsOfDay(pairAt(text, clock), pairAt(text, clock + 3), pairAt(text, clock + 6)),
    hasSeconds: true,
    speaker: { from: nameStart - from, to: nameEnd - from },
    wellFormed: true,
  };
}

const HALF_DAY_BEGINNINGS = '上下凌早中晚AaPp';

/** For each UTF-16 code unit 1 where a header, or what was meant to be one, can begin with it. */
const beginnings = new Uint8Array(1 << 16);
for (const char of `${MARKS}&0123456789０１２３４５６７８９${HALF_DAY_BEGINNINGS}`) beginnings[char.charCodeAt(0)] = 1;

/** Whether the first character of a line that is no white space can begin a header, or what was meant to be one. */
export const mayBeginHeader = (code: number): boolean => beginnings[code] === 1;

/** A cheap look at the first characters of a line, that spares almost every line of a body the pattern. */
function mayBeNearMiss(text: string, from: number, to: number): boolean {
  const start = trimmedStart(text, from, Math.min(to, from + 8));
  const code = text.charCodeAt(start);
  if (start === to || !mayBeginHeader(code)) return false;
  if (code === AMPERSAND) return text.startsWith('&gt;', start);
  if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) {
    for (let i = start + 1; i < start + 3; i++) if (':：.．'.includes(text.charAt(i))) return true;
    return '-/.年'.includes(text.charAt(start + 4));
  }
  if ('AaPp'.includes(text.charAt(start))) return '.Mm'.includes(text.charAt(start + 1));
  return true;
}

const asciiDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The hour of a 24-hour clock, from one of twelve and the half of the day it stands with. */
export function hourOfDay(hour: number, half: string): number {
  if (hour > 12) return hour;
  if (/^[Pp]|下午|晚上/.test(half)) return hour === 12 ? (half === '晚上' ? 0 : 12) : hour + 12;
  if (half === '中午') return hour < 11 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

const SENTENCE = /[，。！？；,!?;]/;

/** Reads the line `text[from, to)`, which is no header, as one that was meant to be; `undefined` where nothing says so. */
export function readNearMiss(text: string, from: number, to: number): NearMiss | undefined {
  if (!mayBeNearMiss(text, from, to)) return undefined;
  const match = NEAR_MISS.exec(text.slice(from, Math.min(to, from + LONGEST_NEAR_MISS)));
  const at = match?.indices?.groups;
  if (!match?.groups || !at) return undefined;
  const { mark, date, before, after, separator = '', second, space = '', seconds } = match.groups;
  const colons = isColon(separator);
  // `2.85 万` and `12.30` are numbers, `12:30.5` is a stretch of time.
  if (second === undefined ? !colons : isColon(second) !== colons) return undefined;

  const nameFrom = from + (at['name']?.[0] ?? 0);
  const nameTo = trimmedEnd(text, nameFrom, to);
  const name = text.slice(nameFrom, nameTo);
  const half = before ?? after;
  const apart = space.length > 1 || space === '\t' || space === '\u3000' || name === '';
  const exact = second !== undefined || half !== undefined || date !== undefined;
  if (mark === undefined && !(exact && colons && apart && name !== '')) return undefined;
  if (!exact && !apart && SENTENCE.test(name)) return undefined;

  const clockHour = Number(asciiDigits(match.groups['hours'] ?? ''));
  const clock = [
    half === undefined ? clockHour : hourOfDay(clockHour, half),
    Number(asciiDigits(match.groups['minutes'] ?? '')),
    Number(asciiDigits(seconds ?? '0')),
  ] as const;
  return {
    header: {
      time: { from: at['hours']?.[0] ?? 0, to: (at['seconds'] ?? at['minutes'] ?? [0, 0])[1] },
      seconds: secondsOfDay(...clock),
      hasSeconds: second !== undefined,
      speaker: { from: nameFrom - from, to: nameTo - from },
      wellFormed: false,
    },
    meant: `> ${clock.map((part) => String(part).padStart(2, '0')).join(':')}  ${name}`.trimEnd(),
    guessed: second === undefined,
    date: date === undefined ? undefined : isoDate(date),
    sure: mark !== undefined && exact,
  };
}

const isColon = (separator: string): boolean => separator === ':' || separator === '：';

function isoDate(date: string): string {
  return asciiDigits(date)
    .split(/\D+/u)
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
