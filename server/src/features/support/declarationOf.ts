import type { Named } from './namedAt.js';

/**
 * Where a log says who somebody is, of the places that name them: where their names are recorded, or else their first
 * header. `undefined` where there is neither.
 */
export function declarationOf(places: readonly Named[]): Named | undefined {
  return places.find(({ kind }) => kind === 'canonical') ?? places.find(({ kind }) => kind === 'header');
}
