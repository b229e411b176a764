import type { Archive, ArchivedLog } from './archive.js';

/** The logs of an archive, the oldest first. Days are compared as texts; logs without one come first. */
export function logsByDay(archive: Archive): ArchivedLog[] {
  return [...archive.logs()].sort((a, b) => order(a.summary.day ?? '', b.summary.day ?? '') || order(b.uri, a.uri));
}

/** Not `localeCompare`, which is many times as slow. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
