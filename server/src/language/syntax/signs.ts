import { damageBeginnings } from '../text/mojibake.js';
import type { Span } from '../text/span.js';

/**
 * Which kinds of characters a text holds, one bit each. A rule that looks for something that begins with one of them need
 * not look at the many blocks that hold none.
 */
export const Sign = {
  /** `[`, `]` and their like of full width. */
  bracket: 1,
  /** `!`, also of full width. */
  exclamation: 2,
  ampersand: 4,
  /** `<`, also of full width. */
  angle: 8,
  /** What damage of the encoding can begin with. */
  damage: 16,
} as const;

/** For each UTF-16 code unit the bits of its kinds. */
const signsOfCode: Readonly<Uint8Array> = tableOf([
  ['[]［］【】', Sign.bracket],
  ['!！', Sign.exclamation],
  ['&', Sign.ampersand],
  ['<＜', Sign.angle],
  [damageBeginnings, Sign.damage],
]);

function tableOf(kinds: readonly (readonly [characters: string, sign: number])[]): Uint8Array {
  const table = new Uint8Array(1 << 16);
  for (const [characters, sign] of kinds) {
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      table[code] = (table[code] as number) | sign;
    }
  }
  return table;
}

/** The signs of `text[from, to)`. */
export function signsOf(text: string, { from, to }: Span): number {
  let signs = 0;
  for (let i = from; i < to; i++) signs |= signsOfCode[text.charCodeAt(i)] as number;
  return signs;
}
