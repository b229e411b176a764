/** What parts a name from the firm, the trade and the town behind it. */
const PARTS = /[-_—–－|/～~·,，.。\s@()（）、]+/;

/**
 * Whether two names may well be one person's: the first part of one stands in the other. Nicknames of a group and names
 * in headers seldom agree in more: `林一诺-青杉-产品` and `林一诺`, `Kay~青杉PM` and `kay-qs`.
 */
export function mayBeSame(a: string, b: string): boolean {
  const [first, second] = [plain(a), plain(b)];
  return standsIn(firstPart(first), second) || standsIn(firstPart(second), first);
}

/** The first part of a name, in small letters; empty where it has none that tells. */
export const firstPartOf = (name: string): string => firstPart(plain(name));

/** `?` stands for an emoji that the exporter lost. */
const plain = (name: string): string => name.replaceAll('?', '').trim().toLowerCase();

const firstPart = (name: string): string => name.split(PARTS).find((part) => part.length > 1) ?? '';

const standsIn = (part: string, name: string): boolean => part !== '' && name.includes(part);
