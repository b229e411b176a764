import { keyOf } from '../../frontMatter/keys.js';
import type { ChatDocument } from '../../syntax/document.js';
import { isNearFence } from '../../syntax/frontMatter.js';
import { readKeyLine } from '../../syntax/frontMatterParts.js';
import { endOfLine, nextLine } from '../../text/lines.js';
import type { Span } from '../../text/span.js';
import { isBlank, trimmedEnd, trimmedStart } from '../../text/whiteSpace.js';

/** Front matter that does not count as such, since the line that opens it is not the log's first, or not as it should be. */
export interface LostFrontMatter {
  /** The line that opens it, or was meant to, its white space not included; `undefined` where there is none. */
  readonly fence: Span | undefined;
  /** Where its first line starts. */
  readonly from: number;
  /** Whether nothing but blank lines stand before it. */
  readonly first: boolean;
}

/** Longer texts before the first entry are not looked through to their end. */
const MOST_LINES = 50;
/** So many lines with known keys make text front matter. */
const ENOUGH_KEYS = 2;

/** Front matter in the text before the first entry that the site does not see; `undefined` where there is none. */
export function lostFrontMatter(document: ChatDocument): LostFrontMatter | undefined {
  const [placed] = document.blocks();
  if (placed?.block.kind !== 'preamble') return undefined;
  const { text } = placed.block;
  let keys = 0;
  let fence: Span | undefined;
  let from: number | undefined;
  let first = true;
  let line = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let count = 0; line < text.length && count < MOST_LINES; count++) {
    const end = endOfLine(text, line);
    const own = { from: trimmedStart(text, line, end), to: trimmedEnd(text, line, end) };
    const name = readKeyLine(text, line, end)?.name;
    if (name !== undefined && keyOf(name) !== undefined) {
      from ??= fence?.from ?? line;
      keys++;
    } else if (from === undefined && !isBlank(text, line, end)) {
      if (fence) first = false;
      fence = text.slice(own.from, own.to) === '---' || isNearFence(text, own.from, own.to) ? own : undefined;
      if (!fence) first = false;
    }
    line = nextLine(text, end);
  }
  return from !== undefined && keys >= ENOUGH_KEYS ? { fence, from, first } : undefined;
}
