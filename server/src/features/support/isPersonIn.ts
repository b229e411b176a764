import type { ArchivedLog } from '../../language/index.js';
import type { Person } from './person.js';

/** Tells of the names in a log of the archive which are the person's. */
export function isPersonIn({ summary, people }: ArchivedLog, person: Person): (name: string) => boolean {
  // Where a log records nothing of its own, the person's names are those that are known everywhere.
  const records = Object.keys(summary.recorded).length > 0;
  return (name) => person.has(name) || (records && person.has(people.personOf(name)));
}
