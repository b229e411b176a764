import { distance } from './distance.js';

/** The candidate that a word is most likely a slip of; `undefined` where none is near. Upper and lower case count as one. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const slips = word.length < 4 ? 1 : Math.min(3, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = slips + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far < least) {
      best = candidate;
      least = far;
    }
  }
  return best;
}
