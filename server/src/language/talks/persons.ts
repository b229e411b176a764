import { recordedNames } from '../people/recordedNames.js';
import { type Chunk, stepPerChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { headOf, nameOf } from './entryCues.js';

/** So many characters two people hardly type alike in the same second. */
const TELLING = 12;

/** Who is who in a log in which people go by several names. */
export interface Persons {
  /** The first known of a person's names; the name itself where it is the only one. */
  personOf(name: string): string;
  /** Whether any person has several. */
  readonly any: boolean;
}

/**
 * Who is who, by `speakers` in the front matter and by what stands there twice. Mostly the same object for the next version of a
 * log.
 */
export function personsOf(document: ChatDocument): Persons {
  const recorded = Object.entries(recordedNames(document.frontMatter)).flatMap(([first, others]) =>
    others.map((other) => [first, other] as const),
  );
  let known: Known = { persons: join(nobody, recorded), seconds: undefined, said: new Map() };
  for (const { chunk } of document.chunks()) known = stepOver(chunk, known).after;
  return known.persons;
}

/** What is known somewhere in a log: who is who by what stands above, and who said what in the second of the last entry. */
interface Known {
  readonly persons: JoinedNames;
  readonly seconds: number | undefined;
  readonly said: ReadonlyMap<string, string>;
}

/** A name that is not the first known of a person's leads to one that is nearer to it. */
interface JoinedNames extends Persons {
  readonly canonical: ReadonlyMap<string, string>;
}

function joinedNames(canonical: ReadonlyMap<string, string>): JoinedNames {
  return { canonical, any: canonical.size > 0, personOf: (name) => personIn(canonical, name) };
}

const nobody = joinedNames(new Map());

/** Makes the names of each pair one person's. The same object where they are already. */
function join(persons: JoinedNames, pairs: readonly (readonly [string, string])[]): JoinedNames {
  const canonical = new Map(persons.canonical);
  for (const [a, b] of pairs) {
    const [first, second] = [personIn(canonical, a), personIn(canonical, b)];
    if (first !== second) canonical.set(second, first);
  }
  return canonical.size === persons.canonical.size ? persons : joinedNames(canonical);
}

function personIn(canonical: ReadonlyMap<string, string>, name: string): string {
  let person = name;
  for (let next = canonical.get(person); next !== undefined; next = canonical.get(person)) person = next;
  return person;
}

const stepOver = stepPerChunk(
  (chunk, before: Known) => {
    const { pairs, seconds, said } = twinNames(chunk, before);
    const persons = pairs.length === 0 ? before.persons : join(before.persons, pairs);
    return { after: { persons, seconds, said }, found: undefined };
  },
  (one, other) =>
    one.seconds === other.seconds &&
    isSameMap(one.said, other.said) &&
    isSameMap(one.persons.canonical, other.persons.canonical),
);

/** Pairs of names under which the same stands in the same second, as in a log that was put together from two exports. */
function twinNames({ blocks }: Chunk, before: Known): Omit<Known, 'persons'> & { readonly pairs: [string, string][] } {
  const pairs: [string, string][] = [];
  let { seconds } = before;
  let said = new Map(before.said);
  for (const block of blocks) {
    if (block.kind !== 'entry' || block.seconds === undefined) continue;
    if (block.seconds !== seconds) said = new Map();
    seconds = block.seconds;
    if (block.body.to - block.body.from < TELLING) continue;
    const head = headOf(block);
    if (head.length < TELLING || head.startsWith('[')) continue;
    const name = nameOf(block);
    const other = said.get(head);
    if (other === undefined) said.set(head, name);
    else if (other !== name) pairs.push([other, name]);
  }
  return { pairs, seconds, said };
}

function isSameMap(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [key, value] of one) if (other.get(key) !== value) return false;
  return true;
}
