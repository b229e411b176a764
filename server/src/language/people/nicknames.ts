import type { KnownNames } from './knownNames.js';
import { meaningOf } from './mentions.js';

const kept = new WeakMap<KnownNames, { readonly mentions: string; readonly names: ReadonlyMap<string, string> }>();

/**
 * The nickname by which each person is mentioned, by their canonical names; of several the first of `mentions`. Kept while
 * the names known and the mentions stay the same.
 */
export function nicknames(mentions: Iterable<string>, known: KnownNames): ReadonlyMap<string, string> {
  const all = [...new Set(mentions)];
  const key = all.join('\n');
  const before = kept.get(known);
  if (before?.mentions === key) return before.names;
  const names = new Map<string, string>();
  for (const mention of all) {
    const { person } = meaningOf(mention, known);
    if (person !== undefined && !names.has(person)) names.set(person, mention);
  }
  kept.set(known, { mentions: key, names });
  return names;
}
