import type { KnownNames } from './knownNames.js';
import { likeNames } from './likeNames.js';
import { bareName } from './nameParts.js';

/** Why a mention is taken to mean somebody. */
export type MeantBy =
  /** The name stands so in headers. */
  | { readonly kind: 'known' }
  /** It is recorded as another name of theirs. */
  | { readonly kind: 'recorded' }
  /** Their name is like it; `shared` is what decided, as it stands in their name. */
  | { readonly kind: 'alike'; readonly shared: string };

/** Somebody whom a mention may mean. */
export interface Candidate {
  /** As it stands in headers. */
  readonly name: string;
  /** What it has in common with the mention, as it stands in the name. */
  readonly shared: string;
}

/** Whom a mention means. Without a `person` it is not known, and there may be candidates. */
export interface MentionMeaning {
  /** The canonical name of the person. */
  readonly person?: string;
  /** Their name as it stands in headers, in this log where it does. */
  readonly name?: string;
  readonly by?: MeantBy;
  /** The likeliest first; none where the person is known. */
  readonly candidates: readonly Candidate[];
}

/** Mentions of everybody are nobody's. In the form in which names are compared. */
const EVERYBODY = new Set(['所有人', '全体成员', '全体', '全员', '大家', 'all', 'everyone', 'here']);

const unknown: MentionMeaning = { candidates: [] };
const kept = new WeakMap<KnownNames, Map<string, MentionMeaning>>();

/** Whom a mention means among the speakers of this log, or else of the archive. `mention` is the name without its `@`. */
export function meaningOf(mention: string, known: KnownNames): MentionMeaning {
  let meanings = kept.get(known);
  if (!meanings) {
    meanings = new Map();
    kept.set(known, meanings);
  }
  let meaning = meanings.get(mention);
  if (!meaning) {
    meaning = findMeaning(mention, known);
    meanings.set(mention, meaning);
  }
  return meaning;
}

function findMeaning(mention: string, known: KnownNames): MentionMeaning {
  const { people, log, recorded, archive } = known;
  if (log.names.has(mention)) return decided(mention, mention, { kind: 'known' }, known);
  if (recorded.names.has(mention)) {
    const name = standingName(mention, known);
    return decided(mention, name, name === mention ? { kind: 'known' } : { kind: 'recorded' }, known);
  }
  if (archive.names.has(mention)) return decided(mention, mention, { kind: 'known' }, known);
  const bare = bareName(mention);
  if (bare === '' || EVERYBODY.has(bare)) return unknown;
  for (const index of [log, recorded, archive]) {
    const same = index.withBare(bare).map(({ name }) => name);
    const persons = new Set(same.map((name) => people.personOf(name)));
    const candidates = [...persons].map((person) => {
      const name = standingName(same.find((one) => people.personOf(one) === person) as string, known);
      return { name, shared: name };
    });
    const [only, ...others] = candidates;
    if (only && others.length === 0)
      return decided(only.name, only.name, { kind: 'alike', shared: only.shared }, known);
    if (only) return { candidates };
  }
  const { sure, candidates } = likeNames(mention, known);
  const shown = candidates.map(({ name, shared }) => ({ name: standingName(name, known), shared }));
  return sure
    ? decided(sure.name, standingName(sure.name, known), { kind: 'alike', shared: sure.shared }, known)
    : { candidates: shown };
}

function decided(known: string, name: string, by: MeantBy, { people }: KnownNames): MentionMeaning {
  return { person: people.personOf(known), name, by, candidates: [] };
}

/** The name under which somebody stands in headers: this one, or another of theirs in this log, or else in others. */
function standingName(name: string, { people, log, archive }: KnownNames): string {
  if (log.names.has(name)) return name;
  const names = [name, ...people.namesOf(name)];
  return (
    names.find((one) => log.names.has(one)) ?? names.find((one) => archive.names.has(one)) ?? people.personOf(name)
  );
}
