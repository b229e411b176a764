/** A generator of random numbers that gives the same ones for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to 1, 1 not included. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to `count`, `count` not included. */
  below(count: number): number {
    return Math.floor(this.fraction() * count);
  }

  /** One of the items. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** Up to `most` items made by `make`. */
  list<Item>(most: number, make: () => Item): Item[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}

/**
 * Runs a property on `runs` random inputs. On a failure it drops pieces of the input as long as it still fails, and
 * reports the smallest with its seed; `SEED=` runs that seed alone.
 */
export function property<Piece>(
  runs: number,
  make: (random: Random) => Piece[],
  holds: (pieces: readonly Piece[]) => void,
): void {
  const only = process.env['SEED'];
  const seeds = only === undefined ? Array.from({ length: runs }, (_, i) => i + 1) : [Number(only)];
  for (const seed of seeds) {
    const pieces = make(new Random(seed));
    let failure = failureOf(holds, pieces);
    if (!failure) continue;
    let smallest = pieces;
    for (let size = smallest.length >> 1; size >= 1; size >>= 1) {
      for (let at = 0; at < smallest.length; ) {
        const fewer = [...smallest.slice(0, at), ...smallest.slice(at + size)];
        const again = failureOf(holds, fewer);
        if (again) {
          failure = again;
          smallest = fewer;
        } else at += size;
      }
    }
    failure.message = `SEED=${seed} fails with ${JSON.stringify(smallest)}\n${failure.message}`;
    throw failure;
  }
}

function failureOf<Piece>(holds: (pieces: readonly Piece[]) => void, pieces: readonly Piece[]): Error | undefined {
  try {
    holds(pieces);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
