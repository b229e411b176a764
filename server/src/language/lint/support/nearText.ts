/** Longer texts are compared no further than to see that one holds the other. */
const LONGEST = 60;

/** How many characters differ between two texts: replaced, missing, too many, or two neighbours that changed places. */
export function distance(a: string, b: string): number {
  if (a.length > LONGEST || b.length > LONGEST) return a === b ? 0 : LONGEST;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j - 1] ?? 0) + (same ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The texts that one was probably meant to be, the nearest first, at most three. */
export function nearest(text: string, others: Iterable<string>): readonly string[] {
  const bare = simplified(text);
  const found: { readonly other: string; readonly far: number }[] = [];
  for (const other of others) {
    const far = farness(bare, simplified(other));
    if (far !== undefined) found.push({ other, far });
  }
  return found
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ other }) => other);
}

const simplified = (text: string): string => text.replace(/[\s@?\u2005\u200b]/g, '').toLowerCase();

function farness(a: string, b: string): number | undefined {
  if (a === '' || b === '') return undefined;
  const shorter = Math.min(a.length, b.length);
  const allowed = Math.min(Math.max(1, Math.floor(shorter / 3)), shorter - 1);
  const far = Math.abs(a.length - b.length) > allowed ? LONGEST : distance(a, b);
  if (far <= allowed) return far;
  return shorter > 1 && (a.includes(b) || b.includes(a)) ? LONGEST + Math.abs(a.length - b.length) : undefined;
}
