import type { PictureSize } from './picture.js';

/**
 * The size among an AVIF's properties; `undefined` where they are not whole. A file can hold several pictures:
 * tiles, a preview, a layer for transparency. The largest is the whole.
 */
export function avifSize(bytes: Buffer): PictureSize | undefined {
  const meta = find(bytes, 'meta');
  // This box alone has a version before its content.
  const properties = meta && find(meta.subarray(4), 'iprp');
  const container = properties && find(properties, 'ipco');
  if (!container) return undefined;
  let size: PictureSize | undefined;
  let turned = false;
  for (const { kind, content } of boxes(container)) {
    if (kind === 'irot') turned = (content.readUInt8(0) & 1) === 1;
    if (kind !== 'ispe') continue;
    const width = content.readUInt32BE(4);
    const height = content.readUInt32BE(8);
    if (!size || width * height > size.width * size.height) size = { width, height };
  }
  return size && turned ? { width: size.height, height: size.width } : size;
}

interface Box {
  readonly kind: string;
  readonly content: Buffer;
}

function find(bytes: Buffer, kind: string): Buffer | undefined {
  for (const box of boxes(bytes)) if (box.kind === kind) return box.content;
  return undefined;
}

/** The boxes that lie one after the other, as far as they are whole. */
function* boxes(bytes: Buffer): Generator<Box> {
  let from = 0;
  while (from < bytes.length) {
    let start = from + 8;
    let length = bytes.readUInt32BE(from);
    if (length === 0) length = bytes.length - from;
    if (length === 1) {
      length = Number(bytes.readBigUInt64BE(start));
      start += 8;
    }
    const to = from + length;
    if (to < start || to > bytes.length) return;
    yield { kind: bytes.toString('latin1', from + 4, from + 8), content: bytes.subarray(start, to) };
    from = to;
  }
}
