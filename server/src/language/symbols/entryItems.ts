import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { message } from '../text/message.js';
import { shiftSpan } from '../text/span.js';
import { entryBySpeaker } from './entryItem.js';
import { listItems, MOST_ROWS } from './lists.js';
import type { OutlineItem } from './outlineItem.js';

/**
 * The group of all entries in their order, for editors that find by ranges where in the outline the cursor is: unlike other
 * groups it spans all that it lists. None without an entry.
 */
export function entryItems(document: ChatDocument): readonly OutlineItem[] {
  const entries: PlacedBlock<Entry>[] = [];
  for (const entry of document.entries()) {
    entries.push(entry);
    if (entries.length === MOST_ROWS) break;
  }
  const [first] = entries;
  if (!first) return [];
  // Whatever else a log holds stands before its first entry.
  const total = document.blockCount - first.index;
  return [
    {
      kind: 'group',
      name: message('Entries'),
      detail: String(total),
      span: { from: first.from, to: document.length },
      nameSpan: shiftSpan(first.block.time, first.from),
      children: listItems(entries, total, entryBySpeaker),
    },
  ];
}
