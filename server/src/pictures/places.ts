import type { PictureRequest } from './picture.js';

/** Where a picture can be. */
export interface Places {
  /** The URIs of local files that it may be in, the likeliest first. */
  readonly files: readonly string[];
  /** Its address, where it has one of its own. */
  readonly url: URL | undefined;
}

/**
 * The places that an address means. A log, and the settings of a workspace that is not trusted, can come from a stranger, so
 * neither may name a file on another machine: to look for one, Windows tells that machine the user's name and the hash of
 * the password.
 */
export function placesOf({ address, log, mapped }: PictureRequest, trusted: boolean): Places {
  const here = hostOf(log);
  const files = mapped !== undefined && (trusted || hostOf(mapped) === here) ? [mapped] : [];
  const url = resolved(address, log);
  if (url?.protocol !== 'file:') return { files, url };
  return { files: url.host === here ? [...files, url.href] : files, url: undefined };
}

const hostOf = (uri: string): string | undefined => (URL.canParse(uri) ? new URL(uri).host : undefined);

function resolved(address: string, log: string): URL | undefined {
  if (URL.canParse(address)) return new URL(address);
  return URL.canParse(address, log) ? new URL(address, log) : undefined;
}
