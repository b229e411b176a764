import { isUtf8 } from 'node:buffer';

/** A text from a file, and what it was written in. */
export interface DecodedText {
  readonly text: string;
  /** How many characters could not be read; U+FFFD stands in their place. */
  readonly lost: number;
}

/** Reads text in UTF-8, UTF-16, with a byte order mark or with many zero bytes, or else GBK (as GB18030, which holds it). */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, lost: text.split('\ufffd').length - 1 };
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // A text without a mark has ASCII in it, which UTF-16 writes with a zero.
  if (first === 0 || second === 0) return first === 0 ? 'utf-16be' : 'utf-16le';
  return isUtf8(bytes) || !isGbk(bytes) ? 'utf-8' : 'gb18030';
}

/** Whether more of the bytes can be read as GBK than as UTF-8: a damaged file in one is still not the other. */
function isGbk(bytes: Uint8Array): boolean {
  const lostIn = (encoding: string): number => new TextDecoder(encoding).decode(bytes).split('\ufffd').length;
  return lostIn('gb18030') <= lostIn('utf-8');
}
