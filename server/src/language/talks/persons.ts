import { recordedNames } from '../people/recordedNames.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { headOf, nameOf } from './entryCues.js';

/** So many characters two people hardly type alike in the same second. */
const TELLING = 12;

/** Pairs of names under which the same stands in the same second, as in a log that was put together from two exports. */
const twinNames = perChunk(({ blocks }): readonly (readonly [string, string])[] => {
  const pairs = new Map<string, readonly [string, string]>();
  let seconds: number | undefined;
  let said = new Map<string, string>();
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
    else if (other !== name) pairs.set(`${other}\n${name}`, [other, name]);
  }
  return [...pairs.values()];
});

/** Who is who in a log in which people go by several names. */
export interface Persons {
  /** The first known of a person's names; the name itself where it is the only one. */
  personOf(name: string): string;
  /** Whether any person has several. */
  readonly any: boolean;
}

/** Who is who, by `speakers` in the front matter and by what stands there twice. */
export function personsOf(document: ChatDocument): Persons {
  const canonical = new Map<string, string>();
  const personOf = (name: string): string => {
    let person = name;
    for (let next = canonical.get(person); next !== undefined; next = canonical.get(person)) person = next;
    return person;
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [personOf(a), personOf(b)];
    if (first !== second) canonical.set(second, first);
  };
  for (const [first, others] of Object.entries(recordedNames(document.frontMatter))) {
    for (const other of others) join(first, other);
  }
  for (const { chunk } of document.chunks()) for (const [first, second] of twinNames(chunk)) join(first, second);
  return { personOf, any: canonical.size > 0 };
}
