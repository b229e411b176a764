/** Longer values than this are text, whatever they begin with. */
const LONGEST_NON_TEXT = 64;

/** Unquoted values that YAML 1.1, which the site reads, or YAML 1.2 take for something other than text. */
const NON_TEXT: readonly RegExp[] = [
  /^(?:~|null|=|<<)$/i,
  /^(?:y|yes|n|no|true|false|on|off)$/i,
  // Whole numbers, also those with separators, in other bases, and of minutes and seconds (`12:00`).
  /^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[\da-f_]+|\d[\d_,]*)$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^[-+]?(?:\d[\d_,]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?$/i,
  /^[-+]?\.inf$|^\.nan$/i,
  /^\d{4}-\d{1,2}-\d{1,2}$/,
  /^\d{4}-\d{1,2}-\d{1,2}(?:t|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?[ \t]*(?:z|[-+]\d{1,2}(?::?\d{2})?)?$/i,
];

/** Whether a value that is written without quotes is something other than text to one of YAML's readers. */
export function isNonText(value: string): boolean {
  return value.length <= LONGEST_NON_TEXT && NON_TEXT.some((pattern) => pattern.test(value));
}

/** Characters that a value without quotes can't begin with; `-`, `?` and `:` only where a space follows. */
const INDICATOR = /^(?:[-?:](?:[ \t]|$)|[,[\]{}#&*!|>'"%@`])/;

/** Control characters and halves of characters: in quotes they have to be escaped. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;

/** The text as a value in front matter: as it is where YAML reads that as the same text, else in quotes. */
export function textValue(text: string): string {
  const plain =
    text !== '' &&
    text === text.trim() &&
    !INDICATOR.test(text) &&
    !/:(?:[ \t]|$)|[ \t]#/.test(text) &&
    !CONTROL.test(text) &&
    !isNonText(text);
  return plain ? text : quoted(text);
}

/** The text in quotes: double ones, unless something in it would need an escape there. */
export function quoted(text: string): string {
  if (CONTROL.test(text)) return JSON.stringify(text);
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** What stands between a key's colon and its value in a log as the exporter writes it: values begin in one column. */
export function canonicalGap(key: string): string {
  return key === 'tag' ? '\t\t  ' : ' '.repeat(Math.max(1, 11 - key.length));
}

/** What stands behind a value in a log as the exporter writes it. */
export function canonicalTail(key: string): string {
  return key === 'layout' || key === 'lines' ? ' ' : '';
}

/** A day and time as `date` has them. */
export interface WrittenDate {
  /** `YYYY-MM-DD`; not surely a day of the calendar. */
  readonly day: string;
  /** `HH:MM:SS`, not surely a time of a clock; `undefined` where there is none. */
  readonly time: string | undefined;
  /** The offset as it is written, the space before it included; empty where there is none. */
  readonly offset: string;
  /** Whether it is written as `date` should be. */
  readonly wellFormed: boolean;
}

const OFFSET = '[ \\t]*(?:Z|UTC|GMT|[-+]\\d{1,2}(?::?\\d{2})?)';
const DATE = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})(?:[Tt]|[ \\t]+)(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d{1,9})?(${OFFSET})?$`,
  'u',
);
const LOOSE_DATE = new RegExp(
  '^(\\d{4})(?: ?[-/._–—年] ?(\\d{1,2}) ?[-/._–—月] ?(\\d{1,2}) ?日?|(\\d{2})(\\d{2}))' +
    `(?:[T\\s,]{0,8}(\\d{1,2}) ?[:.时點点] ?(\\d{1,2})(?: ?[:.分] ?(\\d{1,2}))?(?: ?[分秒])?)?(${OFFSET})?$`,
  'iu',
);

/** Reads a day with or without a time, also in a form that `date` should not have; `undefined` where it is none. */
export function readDate(value: string): WrittenDate | undefined {
  if (value.length > LONGEST_NON_TEXT) return undefined;
  const [, day, time, offset = ''] = DATE.exec(value) ?? [];
  if (day !== undefined) return { day, time, offset, wellFormed: true };
  const loose = LOOSE_DATE.exec(value.normalize('NFKC').trim());
  if (!loose) return undefined;
  const [, year, month, date, month2, date2, hours, minutes, seconds = '0', looseOffset = ''] = loose;
  const pair = (part: string | undefined): string => String(part).padStart(2, '0');
  return {
    day: `${year}-${pair(month ?? month2)}-${pair(date ?? date2)}`,
    time: hours === undefined ? undefined : [hours, minutes, seconds].map(pair).join(':'),
    offset: looseOffset,
    wellFormed: false,
  };
}
