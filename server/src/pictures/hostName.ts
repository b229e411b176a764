import { isIPv6 } from 'node:net';

/** The host of an address as the system's calls take it: an IPv6 address without its brackets. */
export const hostName = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/** The host's port, also where the address leaves it out. */
export const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');

/** A host as people write it in settings: `name` or `name:port`; the name in small letters, without brackets. */
export function hostEntry(text: string): { readonly name: string; readonly port: string | undefined } {
  const entry = text.trim().toLowerCase();
  if (isIPv6(entry)) return { name: entry, port: undefined };
  const [, name = '', port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry) ?? [];
  return { name, port };
}
