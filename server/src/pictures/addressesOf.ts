import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { message } from '../language/index.js';
import { hostEntry, hostName, portOf } from './hostName.js';
import { isPublicAddress } from './isPublicAddress.js';
import { PictureFailure } from './pictureFailure.js';
import { orAborted } from './timeLimit.js';

/** All addresses of a host by its name; throws where there are none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * The addresses that a URL's host has, each of which may be asked: they are public, or the user allows the host. Connect to
 * these and to no others: a second look at the name could tell other addresses. Throws a {@link PictureFailure} where one
 * is not public, or there are none.
 */
export async function addressesOf(
  url: URL,
  resolve: Resolve,
  allowedHosts: readonly string[],
  signal: AbortSignal,
): Promise<readonly LookupAddress[]> {
  const host = hostName(url);
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await resolved(host, resolve, signal);
  if (!isAllowed(url, allowedHosts) && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new PictureFailure(
      message(
        '“{0}” is within this machine or its network; the setting “{1}” can allow it.',
        url.host,
        'chatlog.images.allowedHosts',
      ),
    );
  }
  return addresses;
}

async function resolved(host: string, resolve: Resolve, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  const addresses = await orAborted(resolve(host), signal).catch(() => []);
  signal.throwIfAborted();
  if (addresses.length > 0) return addresses;
  throw new UnknownHost(message('There is no server “{0}”, or no network.', host));
}

/** A host's name leads nowhere; behind a proxy that may be so for all names. */
export class UnknownHost extends PictureFailure {}

function isAllowed(url: URL, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some((entry) => {
    const { name, port } = hostEntry(entry);
    return name === hostName(url) && (port === undefined || port === portOf(url));
  });
}
