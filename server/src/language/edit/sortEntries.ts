import type { Block, Entry } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { readNearMiss } from '../syntax/header.js';
import { endOfLine } from '../text/lines.js';
import type { TextChange } from '../text/span.js';

/**
 * What has to change so that the entries stand in the order of their times; nothing where they do. Entries of the same
 * second keep their order, and one without a readable time stays
 * behind the entry it follows.
 */
export function sortEntries(document: ChatDocument): readonly TextChange[] {
  const entries = [...document.entries()];
  let time = 0;
  const sorted = entries
    .map(({ block }, index) => {
      if (canMove(block)) time = block.seconds ?? time;
      return { block, index, time };
    })
    .sort((a, b) => a.time - b.time || a.index - b.index);
  const first = sorted.findIndex(({ index }, at) => index !== at);
  if (first < 0) return [];
  const last = sorted.findLastIndex(({ index }, at) => index !== at);
  const from = entries[first]?.from ?? 0;
  const end = entries[last];
  if (!end) return [];
  return [
    {
      from,
      to: end.from + end.block.text.length,
      insert: joinBlocks(sorted.slice(first, last + 1).map(({ block }) => block)),
    },
  ];
}

/** Whether the entry is one wherever it stands: some near misses of headers are only between blank lines. */
function canMove({ text, wellFormed }: Entry): boolean {
  return wellFormed || readNearMiss(text, 0, endOfLine(text, 0))?.sure === true;
}

/** The texts of blocks one behind the other; one that was the log's last, and lacks its line break, gets one. */
export function joinBlocks(blocks: readonly Block[]): string {
  const lineBreak = blocks.some(({ text }) => text.includes('\r\n')) ? '\r\n' : '\n';
  return blocks.map(({ text }) => (/[\r\n]$/.test(text) ? text : text + lineBreak)).join('');
}
