import { distance } from '../text/distance.js';
import type { KnownNames } from './knownNames.js';
import type { IndexedName, NameIndex } from './nameIndex.js';
import { type NameParts, type NameWord, namePartsOf } from './nameParts.js';

/** A name that shares something with a mention. */
interface LikeName {
  readonly name: string;
  /** What they share, as it stands in the name. */
  readonly shared: string;
}

/** Whom a mention means by the likeness of names. */
export interface LikeNames {
  /** The one that it surely means. */
  readonly sure?: LikeName;
  /** Whom it may mean, the likeliest first. */
  readonly candidates: readonly LikeName[];
}

/** More would not be looked at. */
const MOST_CANDIDATES = 8;

/**
 * How much a shared word tells: `firm` – the firm is the same too; `rare` – few people are called so; `open` – nothing
 * speaks against it; `no` – the word is common, and the firms differ, or the people have full names that do.
 */
type Verdict = 'firm' | 'rare' | 'open' | 'no';

interface Judged extends LikeName {
  readonly verdict: Verdict;
}

/**
 * The known names that are like a mention: they share what is the person's own name. The mention surely means one where
 * only one person has it, and where that is no chance: the name is rare, or the firm is the same, or no firm contradicts.
 */
export function likeNames(mention: string, { people, log, recorded, archive }: KnownNames): LikeNames {
  const parts = namePartsOf(mention);
  const here = judge(parts, [log]);
  const everywhere = judge(parts, [log, recorded, archive]);
  for (const judged of [here, everywhere]) {
    for (const verdict of ['firm', 'rare'] as const) {
      const found = judged.filter((one) => one.verdict === verdict);
      const persons = new Set(found.map(({ name }) => people.personOf(name)));
      if (persons.size === 1) return { sure: found[0] as Judged, candidates: [] };
      if (persons.size > 1) return { candidates: onePerPerson(judged) };
    }
  }
  const [only] = everywhere;
  const onlyPerson = new Set(everywhere.map(({ name }) => people.personOf(name))).size === 1;
  if (only && onlyPerson && everywhere.every(({ verdict }) => verdict === 'open')) {
    return { sure: only, candidates: [] };
  }
  return { candidates: onePerPerson([...everywhere, ...resembling(parts, [log, recorded, archive])]) };

  function onePerPerson(names: readonly LikeName[]): LikeName[] {
    const seen = new Set<string>();
    const first = names.filter(({ name }) => !seen.has(people.personOf(name)) && seen.add(people.personOf(name)));
    return first.slice(0, MOST_CANDIDATES);
  }
}

const ORDER: readonly Verdict[] = ['firm', 'rare', 'open', 'no'];

/** The names that share a personal word with the mention, the likeliest first. */
function judge(mention: NameParts, indexes: readonly NameIndex[]): Judged[] {
  const found = new Map<string, Judged>();
  for (const { text } of mention.personal) {
    for (const index of indexes) {
      for (const known of index.withWord(text)) {
        if (!found.has(known.name)) found.set(known.name, judgeName(mention, known));
      }
    }
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

function judgeName(mention: NameParts, { name, parts }: IndexedName): Judged {
  const sharedWords = parts.personal.filter(({ text }) => has(mention.personal, text));
  const best = sharedWords.find(isRare) ?? sharedWords.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return { name, shared: best.written, verdict: verdictOn(mention, parts, best) };
}

function verdictOn(mention: NameParts, known: NameParts, shared: NameWord): Verdict {
  const otherFullName = (own: NameParts, other: NameParts): boolean =>
    own.fullNames.some((name) => !other.fullNames.includes(name));
  if (otherFullName(mention, known) && otherFullName(known, mention)) return 'no';
  if (mention.affiliations.some((own) => known.affiliations.some((other) => isSameFirm(own, other)))) return 'firm';
  if (isRare(shared)) return 'rare';
  if (shared.text.length < (isLatin(shared.text) ? 3 : 2)) return 'no';
  if (mention.affiliations.length > 0 && known.affiliations.length > 0) return 'no';
  return mention.likeliest === shared.text && known.likeliest === shared.text ? 'open' : 'no';
}

const has = (words: readonly NameWord[], text: string): boolean => words.some((word) => word.text === text);

const isLatin = (text: string): boolean => /^[\x20-\x7f]*$/.test(text);

/** Whether two people of a group will hardly both be called so. */
function isRare({ text, kind }: NameWord): boolean {
  if (kind === 'firm' || isLatin(text)) return false;
  return text.length > (kind === 'fullName' ? 2 : 3);
}

/** Whether two words name one firm, as 青杉 and 青杉科技 do, or 青杉科技 and 青杉科研. */
function isSameFirm(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const shorter = Math.min(a.length, b.length);
  // Letters say less than characters: `sealand` and `seaport` are two firms.
  return isLatin(a) ? same > 2 && same === shorter : same >= Math.min(3, Math.max(2, shorter));
}

/** The names with a personal word of which one of the mention's is a part, or a slip of the pen; these only may be meant. */
function resembling(mention: NameParts, indexes: readonly NameIndex[]): LikeName[] {
  const found: LikeName[] = [];
  for (const { text } of mention.personal) {
    if (text.length < 2) continue;
    for (const index of indexes) {
      for (const word of index.wordsNear(text)) {
        if (word === text || !resembles(word, text)) continue;
        for (const { name, parts } of index.withWord(word)) {
          found.push({ name, shared: parts.personal.find((one) => one.text === word)?.written ?? word });
        }
      }
    }
  }
  return found;
}

function resembles(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const latin = isLatin(long);
  if (distance(a, b) === 1 && short.length >= (latin ? 5 : 3)) return true;
  // `Ann` is no part of `Joann` as 一诺 is one of 林一诺.
  if (latin) return short.length > 2 && short.length * 2 >= long.length && long.startsWith(short);
  return short.length > 1 && !isLatin(short) && (long.startsWith(short) || long.endsWith(short));
}
