import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';
import { Sign } from '../syntax/signs.js';
import type { Span } from '../text/span.js';

/** A place that says which day a log is of. */
export interface DayEvidence {
  readonly source: 'title' | 'date' | 'fileName';
  /** `YYYY-MM-DD`, a day of the calendar. */
  readonly day: string;
  /** Where it stands in the log; `undefined` for the file's name. */
  readonly span: Span | undefined;
}

const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;

/** What title, `date` and file name say of the day, in this order of trust; those that say none are left out. */
export function dayEvidence(document: ChatDocument): readonly DayEvidence[] {
  const evidence: DayEvidence[] = [];
  const named = daysIn(fileNameOf(document.uri))[0]?.[0];
  const add = (source: 'title' | 'date', text: string, from: number): void => {
    const days = daysIn(text);
    // Of several days, one that the file's name holds too is the log's.
    const match = days.find(([day]) => day === named) ?? days[0];
    if (!match) return;
    const start = from + match.index;
    evidence.push({ source, day: match[0], span: { from: start, to: start + match[0].length } });
  };
  const block = document.frontMatter;
  if (block) {
    const { fields } = contentOf(block);
    for (const source of ['title', 'date'] as const) {
      const field = fields.find(({ name }) => name === source);
      if (field) add(source, block.text.slice(field.value.from, field.value.to), field.value.from);
    }
  }
  if (named !== undefined) evidence.push({ source: 'fileName', day: named, span: undefined });
  return evidence;
}

/** The days that a text holds, those of no calendar left out. */
function daysIn(text: string): readonly RegExpExecArray[] {
  const days: RegExpExecArray[] = [];
  DAY.lastIndex = 0;
  for (let match = DAY.exec(text); match; match = DAY.exec(text)) if (isDay(match[0])) days.push(match);
  return days;
}

/** The name of the file at a URI. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A picture whose text and address, both as the exporter writes them, may say the same. */
const IMAGE = /!\[(\d{4})-(\d{2})-(\d{2}) \d{2}:\d{2}:\d{2}\]\([^()\s]{0,400}?(\d{8})_\d{6}\b/g;

const imageDaysOf = perChunk((chunk): ReadonlyMap<string, number> => {
  const days = new Map<string, number>();
  if ((chunk.signs & Sign.exclamation) === 0) return days;
  for (const { kind, text, signs } of chunk.blocks) {
    if (kind !== 'entry' || !(signs & Sign.exclamation)) continue;
    for (const [, year, month, date, address] of text.matchAll(IMAGE)) {
      const day = `${year}-${month}-${date}`;
      if (address === `${year}${month}${date}`) days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  return days;
});

/**
 * The day that more than half of the pictures are named for, those left out whose text and address differ; `undefined`
 * where there is none.
 */
export function imageDay(document: ChatDocument): string | undefined {
  const days = new Map<string, number>();
  let pictures = 0;
  for (const { chunk } of document.chunks()) {
    for (const [day, count] of imageDaysOf(chunk)) {
      days.set(day, (days.get(day) ?? 0) + count);
      pictures += count;
    }
  }
  for (const [day, count] of days) if (count * 2 > pictures && isDay(day)) return day;
  return undefined;
}

/** Where the text of the first picture of a day says that day. */
export function firstPictureOf(document: ChatDocument, day: string): Span | undefined {
  for (const { chunk, from } of document.chunks()) {
    if (!imageDaysOf(chunk).has(day)) continue;
    let start = from;
    for (const { kind, text } of chunk.blocks) {
      const at = kind === 'entry' ? text.indexOf(`![${day}`) : -1;
      if (at >= 0) return { from: start + at + 2, to: start + at + 2 + day.length };
      start += text.length;
    }
  }
  return undefined;
}

/** What the evidence for a log's day comes to. */
export interface DayVerdict {
  /** What most of it says, else the most trusted; `undefined` where there is none. */
  readonly day: string | undefined;
  /** Whether more speaks for this day than for any other. */
  readonly decided: boolean;
}

/**
 * Title and `date` are easily copied from another log, both at once; file name and pictures' texts come from the exporter.
 * So two of a kind weigh more than one of the other, and of two and two, or one and one, the exporter's.
 */
const WEIGHT = { title: 2, date: 2, fileName: 3, pictures: 3 } as const;

/** Weighs the evidence. Where it is divided, the pictures count too. */
export function weighDays(document: ChatDocument, evidence: readonly DayEvidence[]): DayVerdict {
  const [first] = evidence;
  if (!first) return { day: undefined, decided: false };
  if (evidence.every(({ day }) => day === first.day)) return { day: first.day, decided: true };
  const weights = new Map<string, number>();
  const add = (day: string, weight: number): void => void weights.set(day, (weights.get(day) ?? 0) + weight);
  for (const { day, source } of evidence) add(day, WEIGHT[source]);
  const pictures = imageDay(document);
  if (pictures !== undefined) add(pictures, WEIGHT.pictures);
  const most = Math.max(0, ...weights.values());
  const days = [...weights].filter(([, weight]) => weight === most).map(([day]) => day);
  return { day: days[0], decided: days.length === 1 };
}

/** The day of the log: what most of the evidence says, else the most trusted of it. */
export function logDay(document: ChatDocument): string | undefined {
  return weighDays(document, dayEvidence(document)).day;
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `YYYY-MM-DD` is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0) + Number(leap);
}
