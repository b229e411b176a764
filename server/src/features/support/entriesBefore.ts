import type { ChatDocument, Entry, PlacedBlock } from '../../language/index.js';

/** The last `most` entries before the block with an index that are wanted, in the order of the log. */
export function entriesBefore(
  document: ChatDocument,
  index: number,
  most: number,
  isWanted: (entry: Entry) => boolean,
): PlacedBlock<Entry>[] {
  const found: PlacedBlock<Entry>[] = [];
  const chunks = [...document.chunks()];
  let end = document.blockCount;
  for (const { chunk, from } of chunks.reverse()) {
    const start = end - chunk.blocks.length;
    let to = from + chunk.length;
    for (let at = chunk.blocks.length - 1; at >= 0 && found.length < most; at--) {
      const block = chunk.blocks[at] as (typeof chunk.blocks)[number];
      to -= block.text.length;
      if (start + at < index && block.kind === 'entry' && isWanted(block)) {
        found.push({ block, index: start + at, from: to });
      }
    }
    if (found.length === most) break;
    end = start;
  }
  return found.reverse();
}
