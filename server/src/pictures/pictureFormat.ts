import type { PictureFormat } from './picture.js';

/** How many first bytes tell the format, or that there is none. A picture's need a few, an SVG's stand after some text. */
export const FORMAT_BYTES = 1024;

/** The sizes that a BMP's second header can have; with those, its two letters alone don't make a text a picture. */
const BMP_HEADERS: ReadonlySet<number> = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

/** The format by a file's first bytes, whatever the server or its name calls it; `undefined` where it is none of these. */
export function pictureFormat(bytes: Buffer): PictureFormat | 'SVG' | undefined {
  const text = bytes.toString('latin1', 0, FORMAT_BYTES);
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'PNG';
  if (text.startsWith('\xff\xd8\xff')) return 'JPEG';
  if (/^GIF8[79]a/.test(text)) return 'GIF';
  if (/^RIFF.{4}WEBP/s.test(text)) return 'WebP';
  if (text.startsWith('BM') && bytes.length >= 18 && BMP_HEADERS.has(bytes.readUInt32LE(14))) return 'BMP';
  if (isAvif(text, bytes)) return 'AVIF';
  if (/^(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<svg\b/i.test(text)) return 'SVG';
  return undefined;
}

/** AVIF and HEIC are the same box with different brands in it. */
function isAvif(text: string, bytes: Buffer): boolean {
  if (text.slice(4, 8) !== 'ftyp') return false;
  const brands = text.slice(8, Math.min(bytes.readUInt32BE(0), FORMAT_BYTES));
  return /^(?:.{4})*?avi[fs]/s.test(brands);
}
