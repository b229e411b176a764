import { lineStartsOf } from '../text/lines.js';
import type { LineColumn, Span, TextChange } from '../text/span.js';
import { type Block, type Entry, type FrontMatter, perBlock, readBlocks } from './block.js';
import { type Chunk, chunksOf, startsOf } from './chunk.js';

/** A block at its place in a version of a log. */
export interface PlacedBlock<Kind extends Block = Block> {
  readonly block: Kind;
  readonly index: number;
  /** Where it starts in the log, in UTF-16 code units. */
  readonly from: number;
}

/** Where a chunk stands in a log. */
interface Place {
  readonly chunk: Chunk;
  readonly index: number;
  readonly from: number;
  readonly line: number;
}

/** How many blocks before and after a change are read again: whether a line is a header depends on no more than these. */
const CONTEXT = 1;

const LF = 10;
const CR = 13;

/** Where each line of the block starts, from the block's start; found when first asked for. */
export const lineStartsOfBlock = perBlock(({ text }: Block): readonly number[] => lineStartsOf(text));

/** One version of a log. Never changes; `edit` makes the next version and shares every block it can. */
export class ChatDocument {
  readonly #places: readonly Place[];
  #text: string | undefined;

  private constructor(
    readonly uri: string,
    readonly version: number,
    chunks: readonly Chunk[],
    text?: string,
  ) {
    const places: Place[] = [];
    let index = 0;
    let from = 0;
    let line = 0;
    for (const chunk of chunks) {
      places.push({ chunk, index, from, line });
      index += chunk.blocks.length;
      from += chunk.length;
      line += chunk.lineBreaks;
    }
    this.#places = places;
    this.#text = text;
    this.blockCount = index;
    this.length = from;
    this.lineCount = line + 1;
  }

  /** Reads a log. Any text is one: what is wrong with it is found later, by the rules. */
  static parse(uri: string, version: number, text: string): ChatDocument {
    return new ChatDocument(uri, version, chunksOf(readBlocks(text, 'log')), text);
  }

  readonly blockCount: number;
  /** UTF-16 code units of the whole text. */
  readonly length: number;
  readonly lineCount: number;

  /** The whole text; joined when first asked for. */
  get text(): string {
    this.#text ??= this.#places.map(({ chunk }) => chunk.blocks.map((block) => block.text).join('')).join('');
    return this.#text;
  }

  /** The chunks in order, each with the index and the offset of its first block. */
  *chunks(): Generator<{ readonly chunk: Chunk; readonly index: number; readonly from: number }> {
    yield* this.#places;
  }

  /** The blocks in order, from the one with index `start` on. */
  *blocks(start = 0): Generator<PlacedBlock> {
    for (const place of this.#places) {
      if (place.index + place.chunk.blocks.length <= start) continue;
      let { index, from } = place;
      for (const block of place.chunk.blocks) {
        if (index >= start) yield { block, index, from };
        index++;
        from += block.text.length;
      }
    }
  }

  *entries(): Generator<PlacedBlock<Entry>> {
    for (const { block, index, from } of this.blocks()) if (block.kind === 'entry') yield { block, index, from };
  }

  get frontMatter(): FrontMatter | undefined {
    const first = this.#places[0]?.chunk.blocks[0];
    return first?.kind === 'frontMatter' ? first : undefined;
  }

  /** The block with this index; throws `RangeError` where there is none. */
  block(index: number): PlacedBlock {
    const place = this.#places[lastAtMost(this.#places, index, (candidate) => candidate.index)];
    const placed = place && blockIn(place, index - place.index);
    if (!placed) throw new RangeError(`There is no block ${index}: the log has ${this.blockCount}.`);
    return placed;
  }

  /** The block with this index in a chunk, itself told by its index; `undefined` where there is none. */
  blockIn(chunk: number, index: number): PlacedBlock | undefined {
    const place = this.#places[chunk];
    return place && blockIn(place, index);
  }

  /** The block that holds the offset; the last one at the text's end; `undefined` in an empty log. */
  blockAt(offset: number): PlacedBlock | undefined {
    const place = this.#places[lastAtMost(this.#places, offset, (candidate) => candidate.from)];
    return place && blockIn(place, lastAtMost(startsOf(place.chunk).offsets, offset - place.from, itself));
  }

  /** The place of an offset. One between `\r` and `\n` is reported before both; one outside the text at its nearer end. */
  positionAt(offset: number): LineColumn {
    const at = Math.max(0, Math.min(offset, this.length));
    const place = this.#places[lastAtMost(this.#places, at, (candidate) => candidate.from)];
    if (!place) return { line: 0, column: 0 };
    const { offsets, lines } = startsOf(place.chunk);
    const index = lastAtMost(offsets, at - place.from, itself);
    const block = place.chunk.blocks[index] as Block;
    const inBlock = at - place.from - (offsets[index] as number);
    const starts = lineStartsOfBlock(block);
    const line = lastAtMost(starts, inBlock, itself);
    let column = inBlock - (starts[line] as number);
    const inBreak = block.text.charCodeAt(inBlock) === LF && block.text.charCodeAt(inBlock - 1) === CR;
    if (inBreak && column > 0) column--;
    return { line: place.line + (lines[index] as number) + line, column };
  }

  /** The offset of a place. A column past the line's end is its end, a line past the last is the text's end. */
  offsetAt({ line, column }: LineColumn): number {
    if (line < 0) return 0;
    if (line >= this.lineCount) return this.length;
    const place = this.#places[lastAtMost(this.#places, line, (candidate) => candidate.line)];
    if (!place) return 0;
    const { offsets, lines } = startsOf(place.chunk);
    const index = lastAtMost(lines, line - place.line, itself);
    const block = place.chunk.blocks[index] as Block;
    const { text } = block;
    const starts = lineStartsOfBlock(block);
    const inBlock = line - place.line - (lines[index] as number);
    const start = starts[inBlock] as number;
    const nextStart = starts[inBlock + 1];
    let end = nextStart ?? text.length;
    if (nextStart !== undefined) {
      end--;
      if (text.charCodeAt(end) === LF && end > start && text.charCodeAt(end - 1) === CR) end--;
    }
    return place.from + (offsets[index] as number) + Math.min(start + Math.max(0, column), end);
  }

  /** The text of a stretch, put together from the blocks it touches. */
  slice({ from, to }: Span): string {
    if (this.#text !== undefined) return this.#text.slice(Math.max(0, from), Math.max(0, to));
    let result = '';
    for (const placed of this.blocks(this.blockAt(from)?.index)) {
      if (placed.from >= to) break;
      result += placed.block.text.slice(Math.max(0, from - placed.from), to - placed.from);
    }
    return result;
  }

  /** The next version: one change made, the blocks it does not touch shared. Throws `RangeError` outside the text. */
  edit(change: TextChange, version = this.version + 1): ChatDocument {
    if (change.from < 0 || change.to < change.from || change.to > this.length) {
      throw new RangeError(`The change ${change.from} to ${change.to} is not within the text, 0 to ${this.length}.`);
    }
    const touched = this.blockAt(change.from)?.index ?? 0;
    let first = Math.max(0, touched - CONTEXT);
    if (first > 0 && this.block(first).block.kind !== 'entry') first = 0;
    const from = first === 0 ? 0 : this.block(first).from;
    // Read on past the change until a block begins where an old one did; from there on nothing can differ.
    for (let reach = CONTEXT; ; reach *= 4) {
      const end = (this.blockAt(change.to)?.index ?? 0) + reach;
      const last = end + CONTEXT >= this.blockCount;
      const to = last ? this.length : this.block(end + CONTEXT).from;
      const text = this.slice({ from, to: change.from }) + change.insert + this.slice({ from: change.to, to });
      const blocks = readBlocks(text, first === 0 ? 'log' : 'entry');
      if (last) return this.#splice(first, this.blockCount, blocks, version);
      const kept = blocksUpTo(blocks, this.block(end).from + change.insert.length - (change.to - change.from) - from);
      if (kept) return this.#splice(first, end, kept, version);
    }
  }

  /** This log with the blocks from index `from` to `to` (not included) replaced; chunks outside are shared. */
  #splice(from: number, to: number, blocks: readonly Block[], version: number): ChatDocument {
    const places = this.#places;
    const head = Math.max(
      0,
      lastAtMost(places, from, (place) => place.index),
    );
    let tail = head;
    while (tail < places.length && (places[tail] as Place).index < to) tail++;
    const before = places[head]?.chunk.blocks.slice(0, from - (places[head]?.index ?? 0)) ?? [];
    const lastTouched = places[tail - 1];
    const after = lastTouched && tail > head ? lastTouched.chunk.blocks.slice(to - lastTouched.index) : [];
    const chunks = [
      ...places.slice(0, head).map(({ chunk }) => chunk),
      ...chunksOf([...before, ...blocks, ...after]),
      ...places.slice(Math.max(tail, head)).map(({ chunk }) => chunk),
    ];
    return new ChatDocument(this.uri, version, chunks);
  }
}

/** The block of a chunk with this index in it, where there is one. */
function blockIn({ chunk, index, from }: Place, within: number): PlacedBlock | undefined {
  const block = chunk.blocks[within];
  return block && { block, index: index + within, from: from + (startsOf(chunk).offsets[within] as number) };
}

/** The blocks that end at or before the offset; `undefined` where none ends there, so that reading has to go on. */
function blocksUpTo(blocks: readonly Block[], offset: number): readonly Block[] | undefined {
  let end = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (end === offset) return blocks.slice(0, i);
    end += (blocks[i] as Block).text.length;
  }
  return undefined;
}

/** The index of the last item whose number is at most `value`; -1 where there is none. The numbers never decrease. */
function lastAtMost<Item>(items: readonly Item[], value: number, numberOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(items[middle] as Item) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const itself = (value: number): number => value;
