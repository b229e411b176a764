import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import type { Text } from '../text/message.js';
import { moreItem } from './entryItem.js';
import type { OutlineItem } from './outlineItem.js';

/**
 * An outline lists all of a log of so many blocks: the longest day of the logs that are known has about 2,100 entries. It is also
 * the most rows that any list has.
 */
export const MOST_ROWS = 2500;
/** How many rows each list of a longer log has: all of it, after each pause in typing, would cost the editor seconds. */
const ROWS_OF_LONG_LOG = 100;

/** How many rows a list in the outline of a log may have; of several, so that together they are about as long as one. */
export function rowsFor({ blockCount }: ChatDocument, lists = 1): number {
  return blockCount <= MOST_ROWS ? MOST_ROWS : Math.max(1, Math.floor(ROWS_OF_LONG_LOG / lists));
}

/**
 * The rows of a list of `total` entries, or of things in them, of which the first are given. Where those are not all, the last one given is only
 * where the row begins that stands for what is left out.
 */
export function listItems<Thing extends PlacedBlock<Entry>>(
  first: readonly Thing[],
  total: number,
  itemOf: (thing: Thing) => OutlineItem,
): readonly OutlineItem[] {
  if (first.length === total) return first.map(itemOf);
  const rows = first.slice(0, -1);
  const next = first.at(-1);
  return next ? [...rows.map(itemOf), moreItem(next, total - rows.length)] : [];
}

/**
 * A group of rows, at the place of the one that stands first in the log: no stretch could hold all of them and nothing else.
 * None without rows.
 */
export function groupItem(name: Text, count: number, rows: readonly OutlineItem[]): readonly OutlineItem[] {
  if (rows.length === 0) return [];
  const { span, nameSpan } = rows.reduce((first, row) => (row.span.from < first.span.from ? row : first));
  return [{ kind: 'group', name, detail: String(count), span, nameSpan, children: rows }];
}
