import { perChunk } from '../../syntax/chunk.js';
import type { ChatDocument } from '../../syntax/document.js';
import { textOf } from '../../syntax/inline.js';

/** For each name of a chunk's entries the times at which it speaks, in their order. */
const timesIn = perChunk((chunk): ReadonlyMap<string, readonly number[]> => {
  const times = new Map<string, number[]>();
  for (const block of chunk.blocks) {
    if (block.kind !== 'entry') continue;
    const name = textOf(block, block.speaker);
    const own = times.get(name);
    if (own === undefined) times.set(name, block.seconds === undefined ? [] : [block.seconds]);
    else if (block.seconds !== undefined) own.push(block.seconds);
  }
  return times;
});

/** The names of a log's speakers, in the order in which they first speak. */
export function speakersOf(document: ChatDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { chunk } of document.chunks()) for (const name of timesIn(chunk).keys()) names.add(name);
  return names;
}

/** The times at which any of some names speaks, in seconds since midnight; of all entries where no names are given. */
export function timesOf(document: ChatDocument, names: readonly string[] | undefined): readonly number[] {
  const found: number[] = [];
  for (const { chunk } of document.chunks()) {
    const times = timesIn(chunk);
    for (const name of names ?? times.keys()) for (const time of times.get(name) ?? []) found.push(time);
  }
  return found;
}
