import type { PictureSize } from './picture.js';

/** The size in a JPEG's frame header, turned as its Exif notes say; a `RangeError` where the bytes end before it. */
export function jpegSize(bytes: Buffer): PictureSize | undefined {
  let onItsSide = false;
  let at = 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    // A marker may have any number of 0xff before it.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) {
      const height = bytes.readUInt16BE(at + 5);
      const width = bytes.readUInt16BE(at + 7);
      return onItsSide ? { width: height, height: width } : { width, height };
    } else {
      const length = bytes.readUInt16BE(at + 2);
      if (marker === START_OF_SCAN || marker === END) return undefined;
      if (marker === EXIF) onItsSide = liesOnItsSide(bytes.subarray(at + 4, at + 2 + length)) ?? onItsSide;
      at += 2 + length;
    }
  }
}

const END = 0xd9;
const START_OF_SCAN = 0xda;
const EXIF = 0xe1;

/** Of 0xc0 to 0xcf, these three are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const ORIENTATION = 0x0112;

/** Whether width and height have to change places; `undefined` where the notes don't tell. */
function liesOnItsSide(notes: Buffer): boolean | undefined {
  if (notes.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined;
  const tiff = notes.subarray(6);
  const littleEndian = tiff.toString('latin1', 0, 2) === 'II';
  const read16 = (at: number) => (littleEndian ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number) => (littleEndian ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = read32(4);
    const entries = read16(directory);
    for (let entry = 0; entry < entries; entry++) {
      const at = directory + 2 + 12 * entry;
      if (read16(at) === ORIENTATION) return read16(at + 8) >= 5;
    }
  } catch (error) {
    // Damaged notes don't make a damaged picture.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}
