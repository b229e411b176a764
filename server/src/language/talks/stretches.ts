import { perChunk, stepPerChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { cuesOf, nameOf } from './entryCues.js';
import type { Persons } from './persons.js';
import { isNew, isSameRun, leaveChunk, newRun, type Run, type Stretch, speak, stretchOf } from './run.js';
import { Twins } from './twins.js';

/**
 * The stretches of the log, each person's apart, so that those of two may overlap; in the order in which they end: when the person
 * speaks again; of those who don't, in the order in which they first spoke.
 */
export function stretchesOf(document: ChatDocument, persons: Persons): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let known: Known = { persons, chunk: 0, runs: [], twins: new Twins(), speaker: undefined };
  for (const { chunk } of document.chunks()) {
    const { after, found } = goThrough(chunk, known);
    stretches.push(...found);
    known = after;
  }
  const open = new Map(known.runs.map((run) => [run.person, run]));
  for (const person of speakersIn(document, persons)) {
    const run = open.get(person);
    const stretch = run && stretchOf(run);
    if (stretch) stretches.push(stretch);
  }
  return stretches;
}

/** What is known before a chunk. */
interface Known {
  readonly persons: Persons;
  /** How many chunks stand above. */
  readonly chunk: number;
  /** What may go on, and the stretches of those who have not spoken since. */
  readonly runs: readonly Run[];
  readonly twins: Twins;
  /** Who spoke last, if the block right above is an entry that counts. */
  readonly speaker: string | undefined;
}

const goThrough = stepPerChunk(
  ({ blocks }, before: Known) => {
    const { persons, chunk } = before;
    const found: Stretch[] = [];
    const runs = new Map(before.runs.map((run): [string, Run] => [run.person, { ...run, own: [] }]));
    const twins = before.twins.copy();
    const heard = { weight: 0, entries: 0 };
    let { speaker } = before;
    for (const [at, entry] of blocks.entries()) {
      const above = speaker;
      speaker = undefined;
      if (entry.kind !== 'entry' || entry.seconds === undefined) continue;
      const person = persons.personOf(nameOf(entry));
      if (persons.any && twins.isSecond(entry, person)) continue;
      speaker = person;
      const run = runs.get(person) ?? newRun(person);
      runs.set(person, run);
      const cues = cuesOf(entry);
      const ended = speak(run, { chunk, at, seconds: entry.seconds, cues, follows: above === person }, heard);
      if (ended) found.push(ended);
      heard.weight += cues.weight;
      if (!cues.signsIn) heard.entries++;
    }
    for (const run of runs.values()) leaveChunk(run, heard);
    const open = [...runs.values()].filter((run) => !isNew(run));
    return { found, after: { persons, chunk: chunk + 1, runs: open, twins, speaker } };
  },
  (one, other) =>
    one.persons === other.persons &&
    one.chunk === other.chunk &&
    one.speaker === other.speaker &&
    one.runs.length === other.runs.length &&
    one.runs.every((run, i) => isSameRun(run, other.runs[i] as Run)) &&
    one.twins.isSame(other.twins),
);

/** Everybody who speaks at a known time, in the order in which they first do. */
function speakersIn(document: ChatDocument, { personOf }: Persons): Iterable<string> {
  const speakers = new Set<string>();
  for (const { chunk } of document.chunks()) for (const name of namesIn(chunk)) speakers.add(personOf(name));
  return speakers;
}

const namesIn = perChunk(({ blocks }): Iterable<string> => {
  const names = new Set<string>();
  for (const block of blocks) if (block.kind === 'entry' && block.seconds !== undefined) names.add(nameOf(block));
  return names;
});
