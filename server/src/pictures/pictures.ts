import { lookup } from 'node:dns/promises';
import { message } from '../language/index.js';
import type { Resolve } from './addressesOf.js';
import { download } from './download.js';
import { headerOf } from './headerOf.js';
import { defaultLimits, type Limits } from './limits.js';
import { localPicture } from './localPicture.js';
import type { Picture, PictureFile, PictureRequest, PictureSettings } from './picture.js';
import { PictureCache } from './pictureCache.js';
import { PictureFailure } from './pictureFailure.js';
import { HEADER_BYTES } from './pictureSize.js';
import { placesOf } from './places.js';
import type { Environment } from './proxyFor.js';
import { RecentFailures } from './recentFailures.js';
import { SharedWork } from './sharedWork.js';
import { withinTime } from './timeLimit.js';
import { Turns } from './turns.js';

/** What pictures are looked for with; what is absent is the machine's own. */
export interface Means {
  /** The time in milliseconds. */
  readonly now?: () => number;
  readonly resolve?: Resolve;
  readonly env?: Environment;
  readonly limits?: Limits;
}

/** The pictures behind addresses in logs, found on this machine or fetched and kept in a folder that is ours alone. */
export class Pictures {
  readonly #cache: PictureCache;
  readonly #failures: RecentFailures;
  readonly #resolve: Resolve;
  readonly #env: Environment;
  readonly #limits: Limits;
  readonly #turns: Turns;
  readonly #fetching = new SharedWork<PictureFile>();

  constructor(
    cacheFolder: string,
    { now = Date.now, resolve = lookUp, env = process.env, limits = defaultLimits }: Means = {},
  ) {
    this.#cache = new PictureCache(cacheFolder, now);
    this.#failures = new RecentFailures(now);
    this.#resolve = resolve;
    this.#env = env;
    this.#limits = limits;
    this.#turns = new Turns(limits.atOnce);
  }

  /**
   * Looks for a picture: in the local files it may be in, then among the copies, then, where the settings allow it, at its
   * address. Throws the signal's reason where that is aborted; a download that nobody waits for any more is broken off.
   */
  async find(request: PictureRequest, settings: PictureSettings, signal: AbortSignal): Promise<Picture> {
    signal.throwIfAborted();
    try {
      return { kind: 'shown', ...(await this.#find(request, settings, signal)) };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof PictureFailure) return { kind: 'failed', reason: error.reason };
      throw error;
    }
  }

  /** Forgets all copies and failures. */
  async clear(): Promise<void> {
    this.#failures.clear();
    await this.#cache.clear();
  }

  async #find(request: PictureRequest, settings: PictureSettings, signal: AbortSignal): Promise<Found> {
    if (settings.preview === 'never') throw new PictureFailure(message('Pictures are switched off by “{0}”.', PREVIEW));
    const { files, url } = placesOf(request, settings.trusted);
    for (const file of files) {
      const picture = await localPicture(file, this.#limits, { cache: this.#cache, cacheBytes: settings.cacheBytes });
      if (picture) return { ...picture, local: true };
    }
    const [file] = files;
    if (file !== undefined && (!url || settings.preview === 'local')) {
      throw new PictureFailure(message('There is no file for this picture: “{0}” is not there.', decoded(file)));
    }
    if (!url) throw new PictureFailure(message('“{0}” is no address of a picture.', request.address));
    return { ...(await this.#fromAfar(url, settings, signal)), local: false };
  }

  /** The copy of what is at an address. Whether one may be fetched depends on the settings, so they are part of the key. */
  #fromAfar(url: URL, settings: PictureSettings, signal: AbortSignal): Promise<PictureFile> {
    const address = url.href.replace(/#.*$/s, '');
    const key = JSON.stringify([address, settings]);
    const known = this.#failures.get(key);
    if (known) throw new PictureFailure(known);
    const look = async (shared: AbortSignal): Promise<PictureFile> => {
      try {
        return (await this.#cache.get(address)) ?? (await this.#fetch(new URL(address), settings, shared));
      } catch (error) {
        if (error instanceof PictureFailure && !shared.aborted) this.#failures.add(key, error.reason);
        throw error;
      }
    };
    return this.#fetching.ask(key, look, signal);
  }

  async #fetch(url: URL, settings: PictureSettings, signal: AbortSignal): Promise<PictureFile> {
    if (!settings.trusted) throw new PictureFailure(message('Pictures are fetched in trusted workspaces only.'));
    if (settings.preview !== 'always') {
      throw new PictureFailure(message('Pictures that have to be fetched are switched off by “{0}”.', PREVIEW));
    }
    const terms = { settings, limits: this.#limits, resolve: this.#resolve, env: this.#env };
    return await this.#turns.take(async () => {
      const bytes = await withinTime(this.#limits.milliseconds, signal, (inTime) => download(url, terms, inTime));
      const header = headerOf(bytes.head(HEADER_BYTES), this.#limits.pixels);
      return await this.#cache.keep(url.href, () => bytes.pieces(), header, settings.cacheBytes);
    }, signal);
  }
}

type Found = PictureFile & { readonly local: boolean };

const PREVIEW = 'chatlog.images.preview';

const lookUp: Resolve = (host) => lookup(host, { all: true });

/** A URI as people read it. */
function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
