import { crc32, deflateSync } from 'node:zlib';
import type { PictureFormat } from '../../server/src/pictures/picture.js';

export interface Sample {
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

/** A black PNG. What is put after its end makes it another one that looks the same. */
export function png(width = 3, height = 2, after = ''): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks, Buffer.from(after)]);
}

function pngChunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  return Buffer.concat([number32(content.length), body, number32(crc32(body))]);
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A JPEG of one pixel, progressive. */
const dot = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////' +
    '////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

/** The beginning of a JPEG of 640 × 480 as it lies, with a camera's note on how to turn it. */
export function turnedJpeg(orientation: number, littleEndian: boolean): Buffer {
  const word = (value: number) => (littleEndian ? [value, 0] : [0, value]);
  const long = (value: number) => (littleEndian ? [...word(value), 0, 0] : [0, 0, ...word(value)]);
  const tag = littleEndian ? [0x12, 0x01] : [0x01, 0x12];
  const mark = Buffer.from(littleEndian ? 'II*\0' : 'MM\0*', 'latin1');
  const entry = [...tag, ...word(3), ...long(1), ...word(orientation), 0, 0];
  const notes = Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    mark,
    Buffer.from([...long(8), ...word(1), ...entry]),
  ]);
  const frame = Buffer.from([8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, notes), Buffer.from([0xff]), segment(0xc0, frame)]);
}

function segment(marker: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, 0, content.length + 2]), content]);
}

function bmp(width: number, height: number, headerSize: 12 | 40): Buffer {
  const bytes = Buffer.alloc(14 + headerSize + 4 * Math.abs(height) * width);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(14 + headerSize, 10);
  bytes.writeUInt32LE(headerSize, 14);
  if (headerSize === 12) {
    bytes.writeUInt16LE(width, 18);
    bytes.writeUInt16LE(height, 20);
  } else {
    bytes.writeInt32LE(width, 18);
    bytes.writeInt32LE(height, 22);
  }
  return bytes;
}

/** A box as AVIF is made of. */
export function box(kind: string, ...content: readonly Buffer[]): Buffer {
  const length = content.reduce((sum, part) => sum + part.length, 8);
  return Buffer.concat([number32(length), Buffer.from(kind, 'latin1'), ...content]);
}

export const sizeBox = (width: number, height: number): Buffer =>
  box('ispe', number32(0), number32(width), number32(height));

/** The beginning of an AVIF, with these properties. */
export function avif(...properties: readonly Buffer[]): Buffer {
  return Buffer.concat([
    box('ftyp', Buffer.from('mif1\0\0\0\0avifmiaf', 'latin1')),
    box('meta', number32(0), box('hdlr', Buffer.alloc(20)), box('iprp', box('ipco', ...properties))),
    box('mdat', Buffer.alloc(16)),
  ]);
}

/** The beginning of a WebP with colours, transparency or frames. */
function extendedWebp(width: number, height: number): Buffer {
  const chunk = Buffer.alloc(10);
  chunk.writeUIntLE(width - 1, 4, 3);
  chunk.writeUIntLE(height - 1, 7, 3);
  return Buffer.concat([Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1'), chunk]);
}

const LOSSY = 'UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA';
const LOSSLESS = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';
const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Small pictures in all formats and variants of them. */
export const samples: readonly Sample[] = [
  { format: 'PNG', width: 3, height: 2, bytes: png() },
  { format: 'JPEG', width: 1, height: 1, bytes: dot },
  { format: 'JPEG', width: 640, height: 480, bytes: turnedJpeg(1, true) },
  { format: 'JPEG', width: 480, height: 640, bytes: turnedJpeg(6, true) },
  { format: 'JPEG', width: 480, height: 640, bytes: turnedJpeg(8, false) },
  { format: 'GIF', width: 1, height: 1, bytes: Buffer.from(GIF, 'base64') },
  { format: 'WebP', width: 1, height: 1, bytes: Buffer.from(LOSSY, 'base64') },
  { format: 'WebP', width: 1, height: 1, bytes: Buffer.from(LOSSLESS, 'base64') },
  { format: 'WebP', width: 1200, height: 70_000, bytes: extendedWebp(1200, 70_000) },
  { format: 'BMP', width: 5, height: 4, bytes: bmp(5, 4, 40) },
  { format: 'BMP', width: 5, height: 4, bytes: bmp(5, -4, 40) },
  { format: 'BMP', width: 5, height: 4, bytes: bmp(5, 4, 12) },
  { format: 'AVIF', width: 800, height: 600, bytes: avif(sizeBox(80, 60), sizeBox(800, 600)) },
  { format: 'AVIF', width: 600, height: 800, bytes: avif(sizeBox(800, 600), box('irot', Buffer.from([3]))) },
];
