const gbk = new TextDecoder('gbk');

let bytesOf: Map<string, readonly number[]> | undefined;

/** A text as a program on Windows in China would have saved it; what GBK lacks becomes `?`. */
export function inGbk(text: string): Uint8Array {
  if (!bytesOf) {
    bytesOf = new Map();
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const char = gbk.decode(new Uint8Array([lead, trail]));
        if (char.length === 1 && char !== '\ufffd' && !bytesOf.has(char)) bytesOf.set(char, [lead, trail]);
      }
    }
  }
  const bytes: number[] = [];
  for (const char of text) bytes.push(...(char < '\u0080' ? [char.charCodeAt(0)] : (bytesOf.get(char) ?? [0x3f])));
  return new Uint8Array(bytes);
}

/** A text saved as GBK and read as UTF-8. */
export const gbkAsUtf8 = (text: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(inGbk(text));

/** A text saved as UTF-8 and read as GBK. */
export const utf8AsGbk = (text: string): string => gbk.decode(new TextEncoder().encode(text));

/** A text saved as UTF-8 and read as Windows-1252. */
export const utf8AsLatin = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
