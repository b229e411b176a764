import type { Archive } from '../../language/index.js';
import { isPersonIn } from './isPersonIn.js';
import { lineTarget } from './lineLink.js';
import type { Person } from './person.js';

/** A talk that somebody gave. */
export interface TalkGiven {
  readonly title: string | undefined;
  /** `YYYY-MM-DD`; absent where nothing tells it. */
  readonly day: string | undefined;
  /** The address of the line it begins with; absent where the log is no file. */
  readonly target: string | undefined;
}

/** The talks of a person in the logs that are known, the latest first; those without a day last. */
export function talksGiven(person: Person, archive: Archive): readonly TalkGiven[] {
  const given: TalkGiven[] = [];
  for (const log of archive.logs()) {
    const { uri, summary } = log;
    for (const { speaker, title, place } of summary.talks) {
      if (speaker === undefined || !isPersonIn(log, person)(speaker)) continue;
      given.push({ title, day: summary.day, target: lineTarget(uri, place.line) });
    }
  }
  return given.sort(({ day: a = '' }, { day: b = '' }) => Number(a < b) - Number(a > b));
}
