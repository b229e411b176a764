import type { Entry } from '../../syntax/block.js';
import { formatClock } from '../../text/clock.js';
import type { Span } from '../../text/span.js';
import type { LogFacts } from '../rule.js';

/** The moment an entry was said, as the exporter writes it into a picture's alt text and its file name. */
export interface Moment {
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly alt: string;
  /** `YYYYMMDD_HHMMSS` */
  readonly stamp: string;
}

/** When an entry was said; `undefined` where its day or its time is not known. */
export function momentOf({ seconds }: Entry, { day }: LogFacts): Moment | undefined {
  if (day === undefined || seconds === undefined) return undefined;
  const alt = `${day} ${formatClock(seconds)}`;
  const digits = (from: number, to: number): string => alt.slice(from, to);
  const date = digits(0, 4) + digits(5, 7) + digits(8, 10);
  return { alt, stamp: `${date}_${digits(11, 13)}${digits(14, 16)}${digits(17, 19)}` };
}

const STAMPED = /(?<=^|[/\\])\d{8}_\d{6}(?=(?:\.[A-Za-z0-9]{1,5})?(?:[?#].*)?$)/s;

/** Where the exporter's `YYYYMMDD_HHMMSS` stands in an address, which is its file's name; `undefined` in other addresses. */
export function stampIn(address: string): Span | undefined {
  const match = STAMPED.exec(address);
  return match ? { from: match.index, to: match.index + match[0].length } : undefined;
}

/** Whether an alt text says nothing but a date, a time, or both, in whatever form. */
export function saysTime(alt: string): boolean {
  return /\d[-/.:：_年月时点]\d/u.test(alt) && /^[\d\s\-/.:：_T年月日时点分秒]+$/u.test(alt);
}
