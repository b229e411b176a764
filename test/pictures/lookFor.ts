import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inEnglish } from '../../server/src/language/index.js';
import type { Picture, PictureSettings } from '../../server/src/pictures/picture.js';
import { type Means, Pictures } from '../../server/src/pictures/pictures.js';

const anything: PictureSettings = {
  preview: 'always',
  allowedHosts: [],
  cacheBytes: 10_000_000,
  proxy: undefined,
  noProxy: [],
  trusted: true,
};

/** What a test looks for pictures with. */
export interface Looking extends Partial<PictureSettings> {
  readonly mapped?: string;
  readonly log?: string;
  readonly signal?: AbortSignal;
}

/** A folder of logs and a cache, gone after the test. No proxy of this machine's environment is used. */
export class Room {
  readonly folder = mkdtempSync(join(tmpdir(), 'chatlog-pictures-'));
  readonly cache = join(this.folder, 'cache');
  readonly log = pathToFileURL(join(this.folder, 'logs/2026-11-20-WeChat.txt')).href;

  pictures(means: Means = {}): Pictures {
    return new Pictures(this.cache, { env: {}, ...means });
  }

  find(
    pictures: Pick<Pictures, 'find'>,
    address: string,
    { mapped, log, signal, ...settings }: Looking = {},
  ): Promise<Picture> {
    const request = { address, log: log ?? this.log, mapped };
    return pictures.find(request, { ...anything, ...settings }, signal ?? new AbortController().signal);
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What was found, in a line: the sentence where there is nothing. */
export function inWords(picture: Picture): string {
  if (picture.kind === 'failed') return inEnglish(picture.reason);
  const { format, width, height, bytes, local } = picture;
  return `${format} ${width} × ${height}, ${bytes} bytes${local ? ', local' : ''}`;
}
