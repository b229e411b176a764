import { type KnownNames, meaningOf } from '../../language/index.js';
import type { Named } from './namedAt.js';

/** A person by the names they go by; somebody whom nothing is known of by the one name that stands there. */
export type Person = ReadonlySet<string>;

/** Who is meant by a name. A mention that may mean several people means none of them: only what is written the same. */
export function personNamed({ kind, name }: Pick<Named, 'kind' | 'name'>, known: KnownNames): Person {
  const { people } = known;
  if (kind !== 'mention') return new Set(people.namesOf(name));
  const meaning = meaningOf(name, known);
  return new Set(meaning.name === undefined ? [name] : [...people.namesOf(meaning.name), meaning.name]);
}

/** Whether a name in some log is the person's; `known` are the names known in that log. */
export function isNamed(person: Person, { kind, name }: Pick<Named, 'kind' | 'name'>, known: KnownNames): boolean {
  if (kind !== 'mention') return person.has(name) || person.has(known.people.personOf(name));
  const meaning = meaningOf(name, known);
  if (meaning.person === undefined) return person.has(name);
  return person.has(meaning.person) || (meaning.name !== undefined && person.has(meaning.name));
}
