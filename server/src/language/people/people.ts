import type { ChatDocument } from '../syntax/document.js';
import { recordedNames } from './recordedNames.js';

/** The names that each person goes by, as somebody recorded them: the canonical name, and the others. */
export type SpeakerNames = Readonly<Record<string, readonly string[]>>;

/** Nothing is recorded. */
export const noSpeakerNames: SpeakerNames = {};

/** Which names are one person's. */
export interface People {
  /** The canonical name of the person with this name: the name itself where nothing is recorded of it. */
  personOf(name: string): string;
  /** All names of the person with this name, the canonical one first. */
  namesOf(name: string): readonly string[];
  /** Every name that is recorded; always the same array. */
  readonly names: readonly string[];
}

/**
 * The people of a log, from its front matter and from what is recorded for the whole archive. The same object as long as
 * neither changes.
 */
export function peopleOf(document: ChatDocument, archive: SpeakerNames): People {
  return peopleIn(recordedNames(document.frontMatter), archive);
}

const known = new WeakMap<SpeakerNames, WeakMap<SpeakerNames, People>>();

/**
 * The people that a log's front matter and the archive record. Where they disagree on a name, the log is believed. The
 * same object for the same two records.
 */
export function peopleIn(recorded: SpeakerNames, archive: SpeakerNames): People {
  // Almost every log records nothing: all of these share what follows from the archive.
  const own = Object.keys(recorded).length === 0 ? noSpeakerNames : recorded;
  let ofArchive = known.get(archive);
  if (!ofArchive) {
    ofArchive = new WeakMap();
    known.set(archive, ofArchive);
  }
  let people = ofArchive.get(own);
  if (!people) {
    people = new RecordedPeople(own, archive);
    ofArchive.set(own, people);
  }
  return people;
}

class RecordedPeople implements People {
  readonly #recorded: ReadonlyMap<string, string>;
  readonly #archive: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  #groups: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(recorded: SpeakerNames, archive: SpeakerNames) {
    this.#recorded = canonicalNames(recorded);
    this.#archive = canonicalNames(archive);
    this.names = [...new Set([...this.#recorded.keys(), ...this.#archive.keys()])];
  }

  personOf(name: string): string {
    // Twice, as the log may say whose a name is that is canonical in the archive.
    return this.#canonical(this.#canonical(name));
  }

  namesOf(name: string): readonly string[] {
    this.#groups ??= this.#group();
    return this.#groups.get(this.personOf(name)) ?? [name];
  }

  /** What the archive calls the person whom the log calls so. */
  #canonical(name: string): string {
    const here = this.#recorded.get(name) ?? name;
    return this.#archive.get(here) ?? here;
  }

  #group(): ReadonlyMap<string, readonly string[]> {
    const groups = new Map<string, Set<string>>();
    for (const name of this.names) {
      const person = this.personOf(name);
      const group = groups.get(person);
      if (group) group.add(name);
      else groups.set(person, new Set([person, name]));
    }
    return new Map([...groups].map(([person, names]) => [person, [...names]]));
  }
}

/** The canonical name for each recorded one. A name that is recorded twice belongs to the first. */
function canonicalNames(recorded: SpeakerNames): ReadonlyMap<string, string> {
  const canonical = new Map<string, string>();
  for (const [name, others] of Object.entries(recorded)) {
    const person = canonical.get(name) ?? name;
    for (const one of [name, ...others]) if (!canonical.has(one)) canonical.set(one, person);
  }
  return canonical;
}
