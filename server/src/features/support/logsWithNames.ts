import type { Archive } from '../../language/index.js';

/** The URIs of the logs of an archive in which one of the names may stand: in a header, a mention, or the front matter. */
export function logsWithNames(archive: Archive, names: ReadonlySet<string>): Set<string> {
  const uris = new Set(archive.logsNaming([...names]));
  for (const { uri, summary } of archive.logs()) {
    if (summary.named.some((name) => names.has(name))) uris.add(uri);
  }
  return uris;
}
