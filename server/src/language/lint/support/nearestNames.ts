import { distance } from '../../text/distance.js';

/** Behind all that are near: texts of which one holds the other. */
const CONTAINED = 60;

/** The names that a text was probably meant to be, the nearest first, at most three. */
export function nearestNames(text: string, others: Iterable<string>): readonly string[] {
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
  const far = Math.abs(a.length - b.length) > allowed ? CONTAINED : distance(a, b);
  if (far <= allowed) return far;
  return shorter > 1 && (a.includes(b) || b.includes(a)) ? CONTAINED + Math.abs(a.length - b.length) : undefined;
}
