import { endOfLine, nextLine } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { isBlank, trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import { type Header, mayBeginHeader, readHeader, readNearMiss } from './header.js';
import { signsOf } from './signs.js';

/** A piece of a log that stands alone. Spans inside count from the block's start, so edits elsewhere leave it as it is. */
export type Block = FrontMatter | Preamble | Entry;

export interface BlockBase {
  readonly text: string;
  /** What was computed of it, by the computation: see {@link perBlock}. None as long as nothing was. */
  results: Map<unknown, unknown> | undefined;
  /** How many line breaks the text holds. */
  readonly lineBreaks: number;
  /** Which kinds of characters the text holds: bits of `Sign`. */
  readonly signs: number;
}

/** The YAML at the start of a log, its two fences included. */
export interface FrontMatter extends BlockBase {
  readonly kind: 'frontMatter';
  /** The YAML between the fences. */
  readonly yaml: Span;
  /** Whether the closing fence is there. Without it, the front matter ends at the first header. */
  readonly closed: boolean;
}

/** What stands before the first header, other than front matter. */
export interface Preamble extends BlockBase {
  readonly kind: 'preamble';
}

/** A header line and what follows it up to the next. */
export interface Entry extends BlockBase, Header {
  readonly kind: 'entry';
  readonly body: Span;
}

/** Wraps a computation on a block so that it runs once for each. The block itself keeps the result, so nothing is ever invalidated. */
export function perBlock<Kind extends Block, Result>(compute: (block: Kind) => Result): (block: Kind) => Result {
  return (block) => {
    block.results ??= new Map();
    const { results } = block;
    if (!results.has(compute)) results.set(compute, compute(block));
    return results.get(compute) as Result;
  };
}

/** The header of an entry, without white space at its end. */
export function headerSpanOf({ text }: Entry): Span {
  return { from: 0, to: trimmedEnd(text, 0, endOfLine(text, 0)) };
}

const BYTE_ORDER_MARK = 0xfeff;

/** Whether the line `text[from, to)` is a fence of front matter: `---`, or `...` to close it, as Jekyll reads them. */
function isFence(text: string, from: number, to: number, closing: boolean): boolean {
  return (text.startsWith('---', from) || (closing && text.startsWith('...', from))) && isBlank(text, from + 3, to);
}

/**
 * Cuts a text into blocks; joined, their texts give it back. `start` is what it begins with: a whole log's text, or, for
 * a part of one, the entry whose header is its first line.
 */
export function readBlocks(text: string, start: 'log' | 'entry'): Block[] {
  return new BlockReader(text).read(start);
}

class BlockReader {
  readonly #text: string;
  readonly #blocks: Block[] = [];
  /** Where the block that is being read starts, its header if it has one, and where its body starts. */
  #from = 0;
  #header: Header | undefined;
  #bodyFrom = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(start: 'log' | 'entry'): Block[] {
    const text = this.#text;
    const { length } = text;
    let breaks = 0;
    // Whether the line above is blank, and whether the block so far holds nothing but its header.
    let blankAbove = true;
    let bodyEmpty = false;
    let line = 0;
    if (start === 'log') {
      line = this.#readFrontMatter();
      this.#from = line;
    }
    while (line < length) {
      const end = endOfLine(text, line);
      const next = nextLine(text, end);
      const first = trimmedStart(text, line, end);
      let found: Header | undefined;
      if (start === 'entry' && line === 0) found = anyHeader(text, 0, end);
      else if (first < end && mayBeginHeader(text.charCodeAt(first))) {
        found = this.#headerAt(line, end, next, blankAbove, bodyEmpty);
      }
      if (found) {
        this.#close(line, breaks);
        breaks = 0;
        this.#header = found;
        this.#bodyFrom = next;
      }
      blankAbove = first === end;
      if (!blankAbove) bodyEmpty = found !== undefined;
      if (next > end) breaks++;
      line = next;
    }
    this.#close(length, breaks);
    return this.#blocks;
  }

  /** Ends the block that is being read; the next one starts where it ends. */
  #close(to: number, lineBreaks: number): void {
    const from = this.#from;
    const header = this.#header;
    this.#from = to;
    if (to === from) return;
    const signs = signsOf(this.#text, { from, to });
    const text = this.#text.slice(from, to);
    if (!header) {
      this.#blocks.push({ kind: 'preamble', text, lineBreaks, signs, results: undefined });
      return;
    }
    const { time, seconds, hasSeconds, speaker, wellFormed } = header;
    const body = { from: this.#bodyFrom - from, to: to - from };
    this.#blocks.push({
      kind: 'entry',
      text,
      lineBreaks,
      signs,
      time,
      seconds,
      hasSeconds,
      speaker,
      wellFormed,
      body,
      results: undefined,
    });
  }

  /** Reads front matter where the log begins with some, and tells where it ends. */
  #readFrontMatter(): number {
    const text = this.#text;
    const first = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
    const firstEnd = endOfLine(text, first);
    if (!isFence(text, first, firstEnd, false)) return 0;
    const yamlFrom = nextLine(text, firstEnd);
    let breaks = yamlFrom > firstEnd ? 1 : 0;
    let blankAbove = false;
    let line = yamlFrom;
    while (line < text.length) {
      const end = endOfLine(text, line);
      const next = nextLine(text, end);
      const fence = isFence(text, line, end, true);
      if (!fence && this.#headerAt(line, end, next, blankAbove, false)) break;
      if (next > end) breaks++;
      if (fence) {
        this.#blocks.push({
          kind: 'frontMatter',
          text: text.slice(0, next),
          lineBreaks: breaks,
          signs: signsOf(text, { from: 0, to: next }),
          yaml: { from: yamlFrom, to: line },
          closed: true,
          results: undefined,
        });
        return next;
      }
      blankAbove = isBlank(text, line, end);
      line = next;
    }
    this.#blocks.push({
      kind: 'frontMatter',
      text: text.slice(0, line),
      lineBreaks: breaks,
      signs: signsOf(text, { from: 0, to: line }),
      yaml: { from: yamlFrom, to: line },
      closed: false,
      results: undefined,
    });
    return line;
  }

  /** The header that the line is, or was meant to be, where the lines around it bear that out. */
  #headerAt(line: number, end: number, next: number, blankAbove: boolean, bodyEmpty: boolean): Header | undefined {
    const text = this.#text;
    const header = readHeader(text, line, end);
    if (header) return header;
    const miss = readNearMiss(text, line, end);
    if (!miss) return undefined;
    if (miss.sure) return miss.header;
    if (!blankAbove) return undefined;
    // A line with a time that is all an entry has to say is what was said, not the next header.
    if (bodyEmpty && this.#headerFollows(next)) return undefined;
    return next >= text.length || isBlank(text, next, endOfLine(text, next)) ? miss.header : undefined;
  }

  /**
   * Whether the next line that isn't blank is a header behind a line that is none. However badly it is written: to mend
   * it must not change what the line before it is.
   */
  #headerFollows(line: number): boolean {
    const text = this.#text;
    for (let at = line; at < text.length; ) {
      const end = endOfLine(text, at);
      const next = nextLine(text, end);
      if (!isBlank(text, at, end)) return this.#headerAt(at, end, next, true, false) !== undefined;
      at = next;
    }
    return true;
  }
}

function anyHeader(text: string, from: number, to: number): Header | undefined {
  return readHeader(text, from, to) ?? readNearMiss(text, from, to)?.header;
}
