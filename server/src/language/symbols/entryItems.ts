import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { message } from '../text/message.js';
import { shiftSpan } from '../text/span.js';
import { entryBySpeaker, spanOfEntry } from './entryItem.js';
import { labelOf } from './entryLabel.js';
import { rowsFor } from './lists.js';
import type { OutlineItem } from './outlineItem.js';

/**
 * The group of all entries in their order, for editors that find by ranges where in the outline the cursor is: unlike other
 * groups it spans all that it lists. In a log that is too long for a row each, a row is several entries. None without an entry.
 */
export function entryItems(document: ChatDocument): readonly OutlineItem[] {
  const [first] = document.entries();
  if (!first) return [];
  // Whatever else a log holds stands before its first entry.
  const total = document.blockCount - first.index;
  const each = Math.ceil(total / rowsFor(document));
  return [
    {
      kind: 'group',
      name: message('Entries'),
      detail: String(total),
      span: { from: first.from, to: document.length },
      nameSpan: shiftSpan(first.block.time, first.from),
      children: each === 1 ? Array.from(document.entries(), entryBySpeaker) : spells(document, first.index, each),
    },
  ];
}

/** Rows of so many entries each, named by the times of the first and the last. */
function spells(document: ChatDocument, start: number, each: number): readonly OutlineItem[] {
  const rows: OutlineItem[] = [];
  for (let index = start; index < document.blockCount; index += each) {
    const first = document.block(index) as PlacedBlock<Entry>;
    const last = document.block(Math.min(index + each, document.blockCount) - 1) as PlacedBlock<Entry>;
    rows.push({
      kind: 'group',
      name: `${labelOf(first.block).time}–${labelOf(last.block).time}`,
      detail: undefined,
      span: { from: first.from, to: spanOfEntry(last).to },
      nameSpan: shiftSpan(first.block.time, first.from),
      children: [],
    });
  }
  return rows;
}
