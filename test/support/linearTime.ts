import assert from 'node:assert/strict';
import { startCpuTime } from './cpuTime.js';

/** How many entries the texts have whose times are compared. */
export const LENGTHS = [1000, 2000, 4000, 8000];
/** Eight times the length may take eight times as long; the rest is for caches and garbage. */
const MOST_GROWTH = 8 * 3;
/** In milliseconds. Shorter times say nothing. */
const NOISE = 2;
const ROUNDS = 2;

/**
 * Checks that some work grows no faster than what it is done on, one input for each of `LENGTHS`. What `prepare` does, anew for
 * each round, is not counted; the work that it returns is.
 */
export async function checkLinearTime<Input>(
  inputs: readonly Input[],
  prepare: (input: Input) => () => unknown,
): Promise<void> {
  const best = inputs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, input] of inputs.entries()) {
      const work = prepare(input);
      const time = startCpuTime();
      await work();
      best[i] = Math.min(best[i] as number, time());
    }
  }
  const [shortest = 0] = best;
  const seen = best.map((time, i) => `${LENGTHS[i]}: ${time.toFixed(1)} ms`).join(', ');
  assert.ok((best.at(-1) as number) <= MOST_GROWTH * Math.max(shortest, NOISE), seen);
}
