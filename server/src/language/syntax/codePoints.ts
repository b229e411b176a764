import { perChunk } from './chunk.js';
import type { ChatDocument } from './document.js';

/** Places of a log, counted as other programs count them. */
export interface Counts {
  /** Unicode code points; half of a surrogate pair counts as one. */
  readonly codePoints: number;
  /** The same, but each line break counts as one character, as in RFC 5147. */
  readonly characters: number;
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

function countsOf(text: string): Counts {
  const codePoints = text.length - (text.match(PAIR)?.length ?? 0);
  return { codePoints, characters: codePoints - (text.match(/\r\n/g)?.length ?? 0) };
}

const countsIn = perChunk((chunk): Counts => {
  let [codePoints, characters] = [0, 0];
  for (const { text } of chunk.blocks) {
    const counts = countsOf(text);
    codePoints += counts.codePoints;
    characters += counts.characters;
  }
  return { codePoints, characters };
});

/** How much of a log stands before an offset in UTF-16 code units. */
export function countsBefore(document: ChatDocument, offset: number): Counts {
  let [codePoints, characters] = [0, 0];
  for (const { chunk, from } of document.chunks()) {
    const isWhole = from + chunk.length <= offset;
    const counts = isWhole ? countsIn(chunk) : countsOf(document.slice({ from, to: offset }));
    codePoints += counts.codePoints;
    characters += counts.characters;
    if (!isWhole) break;
  }
  return { codePoints, characters };
}

/** The offset in UTF-16 code units behind so many code points of a log; `undefined` where it has fewer. */
export function offsetOfCodePoint(document: ChatDocument, count: number): number | undefined {
  let left = count;
  for (const { chunk, from } of document.chunks()) {
    const { codePoints } = countsIn(chunk);
    if (left < codePoints) return from + lengthOf(document.slice({ from, to: from + chunk.length }), left);
    left -= codePoints;
  }
  return left === 0 ? document.length : undefined;
}

/** The length of the first code points of a text. */
function lengthOf(text: string, count: number): number {
  let at = 0;
  for (let i = 0; i < count; i++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}
