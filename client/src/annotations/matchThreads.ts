/** What tells a thread of notes from the others of a log. */
export interface ThreadTraits {
  /** The line of the entry's header. */
  readonly line: number;
  /** The words that its notes are on. */
  readonly quote: string | undefined;
  /** All that its notes say. */
  readonly said: string;
}

/**
 * For each thread after an edit the place in the list of the one before that it goes on from, `undefined` for a new one.
 * Lines of threads before the edit count as the edit has moved them.
 */
export function matchThreads(
  before: readonly ThreadTraits[],
  after: readonly ThreadTraits[],
): readonly (number | undefined)[] {
  const found: (number | undefined)[] = after.map(() => undefined);
  const taken = new Set<number>();
  for (const keyOf of KEYS) {
    const free = new Map<string, number[]>();
    before.forEach((thread, index) => {
      if (taken.has(index)) return;
      const key = keyOf(thread);
      const same = free.get(key);
      if (same) same.push(index);
      else free.set(key, [index]);
    });
    after.forEach((thread, index) => {
      if (found[index] !== undefined) return;
      const match = free.get(keyOf(thread))?.shift();
      if (match === undefined) return;
      found[index] = match;
      taken.add(match);
    });
  }
  return found;
}

/** What two threads have in common that are one, the surest first: an entry that was moved before one that was rewritten. */
const KEYS: readonly ((thread: ThreadTraits) => string)[] = [
  ({ line, quote, said }) => JSON.stringify([line, quote, said]),
  ({ quote, said }) => JSON.stringify([quote, said]),
  ({ line, quote }) => JSON.stringify([line, quote]),
  ({ line }) => String(line),
];
