import type { Archive } from './archive.js';

/**
 * Wraps a computation on the logs beside one, so that to edit that one costs nothing: it runs again when another log
 * changes, or other logs are asked about.
 */
export function keptBeside<Result>(
  compute: (archive: Archive, uri: string) => Result,
): (archive: Archive, uri: string) => Result {
  const known = new WeakMap<Archive, { readonly uri: string; readonly state: number; readonly result: Result }>();
  return (archive, uri) => {
    const state = archive.stateBeside(uri);
    const kept = known.get(archive);
    if (kept && kept.uri === uri && kept.state === state) return kept.result;
    const result = compute(archive, uri);
    known.set(archive, { uri, state, result });
    return result;
  };
}
