import type { Block } from './block.js';

/**
 * Neighbouring blocks, held together so that an edit copies one chunk and the list of chunks, not the whole log. Chunks
 * never change; what was computed of one can be kept as long as it lives (see {@link perChunk}).
 */
export interface Chunk {
  readonly blocks: readonly Block[];
  /** UTF-16 code units of all its blocks. */
  readonly length: number;
  readonly lineBreaks: number;
  /** The signs of any of its blocks. */
  readonly signs: number;
  /** What was computed of it, by the computation: see {@link perChunk}. */
  readonly results: Map<(chunk: Chunk) => unknown, unknown>;
}

/** As many blocks as make copying a chunk and walking the list of chunks about equally dear in a log of 100,000. */
const CHUNK_SIZE = 256;

function chunkOf(blocks: readonly Block[]): Chunk {
  let length = 0;
  let lineBreaks = 0;
  let signs = 0;
  for (const block of blocks) {
    length += block.text.length;
    lineBreaks += block.lineBreaks;
    signs |= block.signs;
  }
  return { blocks, length, lineBreaks, signs, results: new Map() };
}

/** Cuts blocks into chunks of about the same size, none empty. */
export function chunksOf(blocks: readonly Block[]): Chunk[] {
  if (blocks.length <= CHUNK_SIZE) return blocks.length === 0 ? [] : [chunkOf(blocks)];
  const count = Math.ceil(blocks.length / CHUNK_SIZE);
  const chunks: Chunk[] = [];
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * blocks.length) / count);
    chunks.push(chunkOf(blocks.slice(from, Math.floor(((i + 1) * blocks.length) / count))));
  }
  return chunks;
}

/**
 * Wraps a computation on a chunk so that it runs once for each; edits elsewhere leave its result as it is. The chunk itself
 * keeps the result: a `WeakMap` with short-lived keys would take a tenth of a check in collecting garbage alone.
 */
export function perChunk<Result>(compute: (chunk: Chunk) => Result): (chunk: Chunk) => Result {
  return (chunk) => {
    const { results } = chunk;
    if (!results.has(compute)) results.set(compute, compute(chunk));
    return results.get(compute) as Result;
  };
}

/**
 * Wraps a step of a walk along the chunks of a log, from what is known before a chunk to what is known behind it and what was
 * found in it. A chunk is gone through again only where what is known before it is not the `same` as the last time: after an
 * edit, mostly the one that was edited.
 */
export function stepPerChunk<Known, Found>(
  step: (chunk: Chunk, before: Known) => { readonly after: Known; readonly found: Found },
  same: (one: Known, other: Known) => boolean,
): (chunk: Chunk, before: Known) => { readonly after: Known; readonly found: Found } {
  const keptOf = perChunk(
    (): { last?: { readonly before: Known; readonly after: Known; readonly found: Found } } => ({}),
  );
  return (chunk, before) => {
    const kept = keptOf(chunk);
    if (!kept.last || (kept.last.before !== before && !same(kept.last.before, before))) {
      kept.last = { before, ...step(chunk, before) };
    }
    return kept.last;
  };
}

/** Where each block of a chunk starts: how many UTF-16 code units and line breaks stand before it in the chunk. */
export const startsOf = perChunk(
  ({ blocks }): { readonly offsets: readonly number[]; readonly lines: readonly number[] } => {
    const offsets: number[] = [];
    const lines: number[] = [];
    let offset = 0;
    let line = 0;
    for (const block of blocks) {
      offsets.push(offset);
      lines.push(line);
      offset += block.text.length;
      line += block.lineBreaks;
    }
    return { offsets, lines };
  },
);
