import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { message } from '../language/index.js';
import { headerOf } from './headerOf.js';
import type { Limits } from './limits.js';
import type { PictureFile } from './picture.js';
import type { PictureCache } from './pictureCache.js';
import { codeOf, PictureFailure } from './pictureFailure.js';
import { HEADER_BYTES } from './pictureSize.js';
import { pictureUri } from './pictureUri.js';

/** What the editor shows from any folder; a picture with another extension only from the extension's own. */
const SHOWN_ANYWHERE: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.gif', '.bmp', '.webp']);

/** Where a local picture that the editor does not show is copied to, and how much may be kept there. */
interface Copies {
  readonly cache: PictureCache;
  readonly cacheBytes: number;
}

/**
 * The picture in a file of this machine, by its URI: the file itself, or a copy where the editor needs one; `undefined`
 * where there is no such file. Throws a {@link PictureFailure} where it is no picture.
 */
export async function localPicture(uri: string, limits: Limits, copies: Copies): Promise<PictureFile | undefined> {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  const stats = await stat(path).catch(() => undefined);
  // To open what is no file, such as a pipe, can take for ever.
  if (!stats?.isFile()) return undefined;
  const copied = !SHOWN_ANYWHERE.has(extname(path).toLowerCase());
  const key = JSON.stringify([path, stats.mtimeMs, stats.size]);
  const copy = copied ? await copies.cache.get(key) : undefined;
  if (copy) return copy;
  if (copied && stats.size > limits.bytes) {
    throw new PictureFailure(message('The picture is larger than {0} MB.', limits.bytes / 1_000_000));
  }
  const bytes = await firstBytes(path, copied ? stats.size : Math.min(stats.size, HEADER_BYTES));
  const header = headerOf(bytes, limits.pixels);
  return copied
    ? await copies.cache.keep(key, () => [bytes], header, copies.cacheBytes)
    : { uri: pictureUri(path), bytes: stats.size, ...header };
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read({
        buffer: Buffer.allocUnsafe(count),
        length: count,
        position: 0,
      });
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new PictureFailure(message('“{0}” could not be read ({1}).', path, codeOf(error)));
  }
}
