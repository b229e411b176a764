import type { Entry } from '../syntax/block.js';
import type { PlacedBlock } from '../syntax/document.js';
import { message, type Text } from '../text/message.js';
import { type Span, shiftSpan } from '../text/span.js';
import { labelOf } from './entryLabel.js';
import type { OutlineItem } from './outlineItem.js';

/** An entry that stands among those of others: named by time and speaker. */
export function entryBySpeaker({ block, from }: PlacedBlock<Entry>): OutlineItem {
  const { bySpeaker, beginning, length } = labelOf(block);
  return entryItem(block, from, length, bySpeaker, beginning);
}

/** An entry that stands among others of its speaker: named by time and the beginning of its text. */
export function entryByText({ block, from }: PlacedBlock<Entry>): OutlineItem {
  const { byText, length } = labelOf(block);
  return entryItem(block, from, length, byText, undefined);
}

/** Where an entry stands, the line break at its end not included. */
export function spanOfEntry({ block, from }: PlacedBlock<Entry>): Span {
  return { from, to: from + labelOf(block).length };
}

/** In place of the entries that a list leaves out: leads to the first of them. */
export function moreItem(first: PlacedBlock<Entry>, count: number): OutlineItem {
  return { ...entryByText(first), kind: 'more', name: message('… {0} more', count) };
}

function entryItem(block: Entry, from: number, length: number, name: Text, detail: Text | undefined): OutlineItem {
  const span = { from, to: from + length };
  return { kind: 'entry', name, detail, span, nameSpan: shiftSpan(block.time, from), children: noItems };
}

const noItems: readonly OutlineItem[] = [];
