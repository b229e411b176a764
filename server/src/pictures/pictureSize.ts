import { avifSize } from './avifSize.js';
import { jpegSize } from './jpegSize.js';
import type { PictureFormat, PictureSize } from './picture.js';

/**
 * How many of a file's first bytes are looked at for its size. It stands at the very beginning in all formats but JPEG,
 * where a camera's notes and a colour profile can come before it.
 */
export const HEADER_BYTES = 1_000_000;

/**
 * The size that a picture's header tells; `undefined` where the header is not whole or makes no sense. The bytes are a
 * stranger's: the time is linear in them, and nothing is thrown.
 */
export function pictureSize(format: PictureFormat, bytes: Buffer): PictureSize | undefined {
  try {
    const size = readers[format](bytes);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // The header goes on where the bytes have ended.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Each throws a `RangeError` where the bytes end too soon. */
const readers: Readonly<Record<PictureFormat, (bytes: Buffer) => PictureSize | undefined>> = {
  PNG: (bytes) =>
    bytes.toString('latin1', 12, 16) === 'IHDR'
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : undefined,
  GIF: (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  BMP: (bytes) =>
    bytes.readUInt32LE(14) === 12
      ? { width: bytes.readUInt16LE(18), height: bytes.readUInt16LE(20) }
      : // A height below zero says that the rows go from the top down.
        { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) },
  JPEG: jpegSize,
  WebP: webpSize,
  AVIF: avifSize,
};

function webpSize(bytes: Buffer): PictureSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return undefined;
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      if (bytes.readUInt8(20) !== 0x2f) return undefined;
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
