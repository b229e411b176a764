import { message } from '../language/index.js';
import { hostEntry, hostName, portOf } from './hostName.js';
import type { PictureSettings } from './picture.js';
import { PictureFailure } from './pictureFailure.js';

/** What the process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that an address is asked through; `undefined` where it is asked directly. The settings count more than the
 * environment. Throws a {@link PictureFailure} where the proxy speaks no HTTP.
 */
export function proxyFor(
  url: URL,
  { proxy, noProxy }: Pick<PictureSettings, 'proxy' | 'noProxy'>,
  env: Environment,
): URL | undefined {
  const scheme = url.protocol.slice(0, -1);
  const address = proxy || variable(env, `${scheme}_proxy`) || variable(env, 'all_proxy');
  if (!address) return undefined;
  const exceptions = noProxy.length > 0 ? noProxy : (variable(env, 'no_proxy') ?? '').split(/[\s,]+/);
  if (exceptions.some((exception) => isExcepted(url, exception))) return undefined;
  const withScheme = address.includes('://') ? address : `http://${address}`;
  const found = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (found?.protocol === 'http:' || found?.protocol === 'https:') return found;
  throw new PictureFailure(message('The proxy’s address is not one of “http:” or “https:”.'));
}

const variable = (env: Environment, name: string): string | undefined => env[name] || env[name.toUpperCase()];

/** Whether an exception means the host: `*` for all, `name`, `.name` or `*.name` for it and all below it. */
function isExcepted(url: URL, exception: string): boolean {
  if (exception === '*') return true;
  const { name, port } = hostEntry(exception.replace(/^\*?\./, ''));
  if (name === '' || (port !== undefined && port !== portOf(url))) return false;
  return name === hostName(url) || url.hostname.endsWith(`.${name}`);
}
