import { fits, matchText, normalized } from '../../language/index.js';

/** More than anybody looks through; what is sent for one keystroke stays small, whatever an archive holds. */
export const MOST_PROPOSALS = 200;

/** Some things to propose, and whether there are more. */
export interface Fitting<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/**
 * What may be meant by what is typed, in the order given. As long as there are few, that is everything: editors choose
 * among it themselves. Of many it is what fits best, by name, sound or initials.
 */
export function fitting<Item>(
  all: Iterable<Item>,
  textsOf: (item: Item) => readonly string[],
  typed: string,
): Fitting<Item> {
  const items = [...all];
  if (items.length <= MOST_PROPOSALS) return { items, more: false };
  const word = normalized(typed.replace(/\s/g, ''));
  if (word === '') return { items: items.slice(0, MOST_PROPOSALS), more: true };
  const matched: { readonly item: Item; readonly fit: number }[] = [];
  for (const item of items) {
    const ranks = textsOf(item).flatMap((text) => {
      const match = matchText(text, word);
      return match ? [fits.indexOf(match.fit)] : [];
    });
    if (ranks.length > 0) matched.push({ item, fit: Math.min(...ranks) });
  }
  matched.sort((a, b) => a.fit - b.fit);
  return { items: matched.slice(0, MOST_PROPOSALS).map(({ item }) => item), more: true };
}
