import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../language/index.js';
import type { PictureFile, PictureFormat, PictureSize } from './picture.js';
import { codeOf, PictureFailure } from './pictureFailure.js';
import { pictureUri } from './pictureUri.js';

/** What is known of a picture besides its bytes. */
type Header = PictureSize & { readonly format: PictureFormat };

/** What a note tells: the file of the picture that a key stands for. */
interface Note extends Header {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Pictures kept in a folder, each named by its content's hash, so that a changed one has a new name. Beside them lies a
 * note for each key, named by the key's hash, so that no address can be read there. Nothing is held in memory: several
 * windows share the folder, each file is put there whole, and whatever is missing or damaged counts as not kept. A file's
 * time is when it was last asked for; those not asked for the longest go first.
 */
export class PictureCache {
  constructor(
    readonly folder: string,
    readonly now: () => number,
  ) {}

  /** The picture that was kept for a key; `undefined` where there is none any more. */
  async get(key: string): Promise<PictureFile | undefined> {
    try {
      const path = this.#notePath(key);
      const note: unknown = JSON.parse(await readFile(path, 'utf8'));
      if (!isNote(note)) return undefined;
      const picture = join(this.folder, note.name);
      if ((await stat(picture)).size !== note.bytes) return undefined;
      await Promise.all([this.#touch(path), this.#touch(picture)]);
      return pictureFile(picture, note);
    } catch {
      return undefined;
    }
  }

  /** Keeps a picture for a key, and makes room: the folder holds `limit` bytes, or this picture alone. */
  async keep(key: string, pieces: () => Iterable<Buffer>, header: Header, limit: number): Promise<PictureFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    for (const piece of pieces()) {
      hash.update(piece);
      bytes += piece.length;
    }
    const note: Note = { name: `${hash.digest('hex')}.${EXTENSIONS[header.format]}`, bytes, ...header };
    const path = join(this.folder, note.name);
    const notePath = this.#notePath(key);
    try {
      await mkdir(this.folder, { recursive: true });
      if ((await sizeOf(path)) === bytes) await this.#touch(path);
      else await this.#write(path, pieces());
      await this.#write(notePath, JSON.stringify(note));
      await this.#makeRoom(limit, new Set([path, notePath]));
    } catch (error) {
      throw new PictureFailure(message('The picture can’t be kept on this machine ({0}).', codeOf(error)));
    }
    return pictureFile(path, note);
  }

  /** Removes all that is kept. */
  async clear(): Promise<void> {
    for (const { path } of await this.#files()) await rm(path, { force: true });
  }

  #notePath(key: string): string {
    return join(this.folder, `${createHash('sha256').update(key).digest('hex')}.json`);
  }

  /** Puts a file there at one stroke, so that nobody finds half of it. */
  async #write(path: string, content: string | Iterable<Buffer>): Promise<void> {
    const draft = join(this.folder, `${randomUUID()}.tmp`);
    try {
      await writeFile(draft, content);
      await this.#touch(draft);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async #touch(path: string): Promise<void> {
    const seconds = this.now() / 1000;
    await utimes(path, seconds, seconds);
  }

  async #makeRoom(limit: number, needed: ReadonlySet<string>): Promise<void> {
    const files = (await this.#files()).sort((a, b) => a.time - b.time);
    let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { path, bytes } of files) {
      if (total <= limit) return;
      if (needed.has(path)) continue;
      // Another window may have been quicker, or show it at this moment.
      await rm(path, { force: true }).catch(() => undefined);
      total -= bytes;
    }
  }

  /** The cache's own files, with the bytes they take on the disk and the time of their last use. */
  async #files(): Promise<{ readonly path: string; readonly bytes: number; readonly time: number }[]> {
    const names = await readdir(this.folder).catch(() => []);
    const found = names
      .filter((name) => OWN_NAME.test(name))
      .map(async (name) => {
        const path = join(this.folder, name);
        const stats = await stat(path).catch(() => undefined);
        return stats ? [{ path, bytes: Math.ceil(stats.size / CLUSTER) * CLUSTER, time: stats.mtimeMs }] : [];
      });
    return (await Promise.all(found)).flat();
  }
}

const EXTENSIONS: Readonly<Record<PictureFormat, string>> = {
  PNG: 'png',
  JPEG: 'jpg',
  GIF: 'gif',
  WebP: 'webp',
  BMP: 'bmp',
  AVIF: 'avif',
};

const PICTURE_NAME = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp|bmp|avif)$/;
const OWN_NAME = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp|bmp|avif|json)$|^[0-9a-f-]{36}\.tmp$/;

/** What the smallest file takes on most disks. */
const CLUSTER = 4096;

function isNote(value: unknown): value is Note {
  const { name, format, bytes, width, height } = (value ?? {}) as Partial<Record<keyof Note, unknown>>;
  return (
    typeof name === 'string' &&
    PICTURE_NAME.test(name) &&
    typeof format === 'string' &&
    Object.hasOwn(EXTENSIONS, format) &&
    [bytes, width, height].every((count) => Number.isSafeInteger(count) && (count as number) > 0)
  );
}

const pictureFile = (path: string, { format, bytes, width, height }: Note): PictureFile => ({
  uri: pictureUri(path),
  format,
  bytes,
  width,
  height,
});

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}
