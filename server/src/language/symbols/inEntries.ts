import type { Entry } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { rowsFor } from './lists.js';

/** Something in an entry, such as a picture, and the entry at its place. */
export interface FoundInEntry<Found> extends PlacedBlock<Entry> {
  readonly found: Found;
}

/**
 * Makes a search for things in entries, given how to find them in one: it tells how many there are in a log, and as many of
 * them as one list of an outline takes. What was found in a chunk is kept as long as the chunk lives.
 */
export function inEntries<Found>(
  find: (entry: Entry) => readonly Found[],
): (document: ChatDocument) => { readonly total: number; readonly first: readonly FoundInEntry<Found>[] } {
  const inChunk = perChunk((chunk): readonly FoundInEntry<Found>[] => {
    const things: FoundInEntry<Found>[] = [];
    let from = 0;
    for (const [index, block] of chunk.blocks.entries()) {
      if (block.kind === 'entry') for (const found of find(block)) things.push({ block, index, from, found });
      from += block.text.length;
    }
    return things;
  });
  return (document) => {
    let total = 0;
    const first: FoundInEntry<Found>[] = [];
    const most = rowsFor(document);
    for (const { chunk, index, from } of document.chunks()) {
      const things = inChunk(chunk);
      total += things.length;
      for (const thing of things.slice(0, most - first.length)) {
        first.push({ ...thing, index: thing.index + index, from: thing.from + from });
      }
    }
    return { total, first };
  };
}
