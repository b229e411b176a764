import { fileNameOf, isDay } from '../lint/logDay.js';

/** Logs of one folder whose names differ by the day alone: as a rule, those of one chat group. */
export interface LogGroup {
  /** The URI of the folder, with a slash at its end. */
  readonly folder: string;
  /** The name of their files, with `YYYY-MM-DD` in place of the day. */
  readonly pattern: string;
  /** What tells it from others: the pattern without day and ending; may be empty. */
  readonly name: string;
  /** The URI of the latest of its logs, and that one's day. */
  readonly latest: string;
  readonly day: string;
}

const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;
/** What stands for the day in a pattern. */
export const DAY_SIGN = 'YYYY-MM-DD';

/** The day in a file's name, and its pattern; `undefined` where there is no day of the calendar in it. */
export function patternOf(fileName: string): { readonly day: string; readonly pattern: string } | undefined {
  const [day] = DAY.exec(fileName) ?? [];
  return day === undefined || !isDay(day) ? undefined : { day, pattern: fileName.replace(day, DAY_SIGN) };
}

/** What a pattern says besides the day and the ending. */
export function groupName(pattern: string): string {
  return pattern
    .replace(/\.[^.]*$/, '')
    .replace(DAY_SIGN, '')
    .replace(/^[-_ .]+|[-_ .]+$/g, '');
}

/**
 * The groups of logs with these URIs: first those of the folder that `near` stands in, then those with the latest logs.
 * Logs without a day in their names belong to none.
 */
export function logGroups(uris: Iterable<string>, near?: string): readonly LogGroup[] {
  const groups = new Map<string, LogGroup>();
  for (const uri of uris) {
    const folder = folderOf(uri);
    const { day, pattern } = patternOf(fileNameOf(uri)) ?? {};
    if (day === undefined || pattern === undefined) continue;
    const known = groups.get(folder + pattern);
    if (known && known.day >= day) continue;
    groups.set(folder + pattern, { folder, pattern, name: groupName(pattern), latest: uri, day });
  }
  const isNear = ({ folder }: LogGroup): boolean => near !== undefined && folder === folderOf(near);
  return [...groups.values()].sort(
    (a, b) =>
      Number(isNear(b)) - Number(isNear(a)) ||
      b.day.localeCompare(a.day) ||
      (a.latest < b.latest ? -1 : Number(a.latest > b.latest)),
  );
}

/** The URI of the folder that a file stands in, with a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);
