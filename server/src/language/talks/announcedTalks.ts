import { logDay } from '../lint/logDay.js';
import type { Entry } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { type Notice, noticeOf } from './announcement.js';
import { nameOf } from './entryCues.js';
import { mayBeSame } from './names.js';

/** A talk that was announced for the log's day, by one entry or several. */
export interface Announced {
  /** The index of the first entry that announces it, among the blocks of the log. */
  readonly index: number;
  /** When that was, seconds since midnight. */
  readonly seconds: number;
  /** Who announced it, and who is to present; the latter as the organiser writes the names. */
  readonly by: string;
  readonly names: readonly string[];
  readonly title: string | undefined;
  /** The index of the entry that calls it off, or moves it to another day. */
  readonly calledOff: number | undefined;
}

/** What a chunk holds of announcements, by index in the chunk. */
const noticesOf = perChunk(({ blocks }) => {
  const notices: { readonly at: number; readonly entry: Entry; readonly notice: Notice }[] = [];
  for (const [at, entry] of blocks.entries()) {
    const notice = entry.kind === 'entry' ? noticeOf(entry) : undefined;
    if (entry.kind === 'entry' && notice) notices.push({ at, entry, notice });
  }
  return notices;
});

/** Announcements nearer than this belong together where one of them names nobody. */
const TOGETHER = 45 * 60;

/** The talks that were announced for the log's day, in the order of their announcements. */
export function announcedTalks(document: ChatDocument): readonly Announced[] {
  const talks: Announced[] = [];
  let day: string | undefined;
  let base = 0;
  for (const { chunk } of document.chunks()) {
    for (const { at, entry, notice } of noticesOf(chunk)) {
      const { seconds } = entry;
      if (seconds === undefined) continue;
      if (notice.date) {
        day ??= logDay(document) ?? '';
        if (!isDate(day, notice.date)) continue;
      }
      if (notice.kind === 'calledOff') {
        for (const [i, talk] of talks.entries()) talks[i] = { ...talk, calledOff: talk.calledOff ?? base + at };
        continue;
      }
      const known = talks.findIndex((talk) => talk.calledOff === undefined && isSame(talk, notice, seconds));
      const same = talks[known];
      if (same) {
        talks[known] = { ...same, names: [...same.names, ...notice.names], title: same.title ?? notice.title };
      } else if (notice.invites) {
        const { names, title } = notice;
        talks.push({ index: base + at, seconds, by: nameOf(entry), names, title, calledOff: undefined });
      }
    }
    base += chunk.blocks.length;
  }
  return talks;
}

/** Whether an entry announces once more what was announced already, or adds its topic. */
function isSame(talk: Announced, { names }: Notice, seconds: number): boolean {
  if (names.length === 0 || talk.names.length === 0) return seconds - talk.seconds < TOGETHER;
  return names.some((name) => talk.names.some((other) => mayBeSame(name, other)));
}

function isDate(day: string, { month, day: date }: NonNullable<Notice['date']>): boolean {
  const [, ownMonth, ownDate] = day.split('-').map(Number);
  return date === ownDate && (month === undefined || month === ownMonth);
}
