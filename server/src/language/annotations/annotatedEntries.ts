import type { Entry } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { annotationsOf } from './annotations.js';

/** The entries of a chunk that have annotations; index and offset count from the chunk's start. */
const annotatedIn = perChunk((chunk): readonly PlacedBlock<Entry>[] => {
  const found: PlacedBlock<Entry>[] = [];
  let from = 0;
  for (const [index, block] of chunk.blocks.entries()) {
    if (block.kind === 'entry' && annotationsOf(block).length > 0) found.push({ block, index, from });
    from += block.text.length;
  }
  return found;
});

/** The entries of a log that have annotations, in order. After an edit only the entries around it are looked at again. */
export function* annotatedEntries(document: ChatDocument): Generator<PlacedBlock<Entry>> {
  let first = 0;
  for (const { chunk, from: start } of document.chunks()) {
    for (const { block, index, from } of annotatedIn(chunk)) yield { block, index: first + index, from: start + from };
    first += chunk.blocks.length;
  }
}
