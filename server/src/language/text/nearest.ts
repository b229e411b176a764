/** The candidate that a word is most likely a slip of; `undefined` where none is near. Upper and lower case count as one. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const slips = word.length < 4 ? 1 : Math.min(3, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = slips + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = slipsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** How many characters have to be put in, taken out, changed, or swapped with the next, to make one word the other. */
function slipsBetween(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (twoAbove[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    twoAbove = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
