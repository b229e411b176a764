/** Longer addresses lead nowhere: no server takes them, and in a hover nothing else would have room. */
const LONGEST = 2000;

/**
 * The URI that an address in a log leads to, a relative one counted from the log: a web page, or a place on the log's own
 * file system; `undefined` for all else. A log can come from a stranger, so it may lead neither to programs nor to files
 * of another machine.
 */
export function addressTarget(address: string, log: string): string | undefined {
  const url = resolved(address, log);
  if (!url || url.href.length > LONGEST) return undefined;
  if (url.protocol === 'http:' || url.protocol === 'https:') return url.href;
  return URL.canParse(log) && url.protocol === new URL(log).protocol && url.host === new URL(log).host
    ? url.href
    : undefined;
}

function resolved(address: string, log: string): URL | undefined {
  if (address === '' || address.length > LONGEST) return undefined;
  if (URL.canParse(address)) return new URL(address);
  return URL.canParse(address, log) ? new URL(address, log) : undefined;
}
