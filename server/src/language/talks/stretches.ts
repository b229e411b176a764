import type { Entry } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { cuesOf, type EntryCues, headOf, nameOf } from './entryCues.js';
import type { Persons } from './persons.js';

/** A person's entry in a stretch. */
export interface Contribution {
  /** Its index among the blocks of the log. */
  readonly index: number;
  readonly seconds: number;
  readonly cues: EntryCues;
  /** How many entries of others, sign-ins aside, stand between this and the person's entry before. */
  readonly others: number;
  /** How much more the person had said than all others since the stretch began, this entry included. */
  readonly lead: number;
}

/** A part of the log in which one person says most of what is said. */
export interface Stretch {
  readonly person: string;
  /** The person's entries, sign-ins and applause too. */
  readonly own: readonly Contribution[];
  /** Which of them is the last before others take over. */
  readonly peak: number;
  /** How much more the person says in it than all others, in the weights of `entryCues.ts`. */
  readonly weight: number;
}

/** A silence of so many seconds ends a stretch; presenters who draw or fetch pictures take up to ten minutes. */
export const SILENCE = 15 * 60;
/** Once others have said so much more, a discussion has taken the place of what went before. */
const TAKEN_OVER = 8;
/** Less than this is an answer or a remark; the shortest talks are a handful of prepared messages. */
const LEAST = 6;
/** Who turns to all has the floor: a few words of welcome do not take it away. */
const FLOOR = 3;

/** An entry at a known time. */
interface Row {
  readonly entry: Entry;
  readonly seconds: number;
  readonly cues: EntryCues;
  /** Where the block stands in its chunk, and the speaker among the chunk's names. */
  readonly at: number;
  readonly name: number;
}

const rowsOf = perChunk(({ blocks }): { readonly names: readonly string[]; readonly rows: readonly Row[] } => {
  const names = new Map<string, number>();
  const rows: Row[] = [];
  for (const [at, entry] of blocks.entries()) {
    if (entry.kind !== 'entry' || entry.seconds === undefined) continue;
    const speaker = nameOf(entry);
    const name = names.get(speaker) ?? names.size;
    names.set(speaker, name);
    rows.push({ entry, seconds: entry.seconds, cues: cuesOf(entry), at, name });
  }
  return { names: [...names.keys()], rows };
});

/** The stretches of the log, each person's apart, so that those of two may overlap; in the order in which they end. */
export function stretchesOf(document: ChatDocument, persons: Persons): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const runs = new Map<string, Run>();
  const twins = persons.any ? new Twins() : undefined;
  const heard = { weight: 0, entries: 0 };
  let base = 0;
  for (const { chunk } of document.chunks()) {
    const { names, rows } = rowsOf(chunk);
    const own = names.map((name) => {
      const person = persons.personOf(name);
      const run = runs.get(person) ?? new Run(person);
      runs.set(person, run);
      return run;
    });
    for (const row of rows) {
      const run = own[row.name] as Run;
      if (twins?.isSecond(row.entry, run.person)) continue;
      const ended = run.add(row, base + row.at, heard);
      if (ended) stretches.push(ended);
      heard.weight += row.cues.weight;
      if (!row.cues.signsIn) heard.entries++;
      run.heardWeight = heard.weight;
      run.heardEntries = heard.entries;
    }
    base += chunk.blocks.length;
  }
  for (const run of runs.values()) {
    const last = run.end();
    if (last) stretches.push(last);
  }
  return stretches;
}

/** What a person has said since others last took over. Numbers stand in lists of their own: most runs come to nothing. */
class Run {
  /** What everybody had said when the person last spoke, and in how many entries. */
  heardWeight = 0;
  heardEntries = 0;
  #rows: Row[] = [];
  #indices: number[] = [];
  #others: number[] = [];
  #leads: number[] = [];
  #lead = 0;
  #best = 0;
  #peak = 0;
  #floor = 0;

  constructor(readonly person: string) {}

  /** Adds the person's next entry, and gives the stretch that ended before it, if one did. */
  add(row: Row, index: number, heard: { readonly weight: number; readonly entries: number }): Stretch | undefined {
    const { cues, seconds } = row;
    const last = this.#rows.at(-1);
    let ended: Stretch | undefined;
    this.#lead -= heard.weight - this.heardWeight;
    const takenOver = this.#lead <= 0 || this.#best - this.#lead > TAKEN_OVER;
    if (!last || takenOver || seconds - last.seconds > SILENCE) ended = this.end();
    if (this.#floor === 0 && (cues.greets || cues.begins)) {
      this.#floor = FLOOR;
      this.#lead += FLOOR;
    }
    this.#lead += cues.weight;
    this.#rows.push(row);
    this.#indices.push(index);
    this.#others.push(heard.entries - this.heardEntries);
    this.#leads.push(this.#lead);
    if (this.#lead >= this.#best) {
      this.#best = this.#lead;
      this.#peak = this.#rows.length - 1;
    }
    return ended;
  }

  /** Ends what there is, and gives it where it is long enough. */
  end(): Stretch | undefined {
    const weight = this.#best - this.#floor;
    const stretch = weight < LEAST ? undefined : { person: this.person, own: this.#own(), peak: this.#peak, weight };
    this.#rows = [];
    this.#indices = [];
    this.#others = [];
    this.#leads = [];
    this.#lead = 0;
    this.#best = 0;
    this.#peak = 0;
    this.#floor = 0;
    return stretch;
  }

  #own(): Contribution[] {
    return this.#rows.map(({ seconds, cues }, i) => ({
      index: this.#indices[i] as number,
      seconds,
      cues,
      others: this.#others[i] as number,
      lead: this.#leads[i] as number,
    }));
  }
}

/** So many entries of one second are compared; a log of which all times are the same is no reason to stop. */
const AT_ONCE = 32;

/** Tells the second of two entries that say the same in the same second under names of one person. */
class Twins {
  #seconds: number | undefined;
  #said: { readonly entry: Entry; readonly person: string }[] = [];

  isSecond(entry: Entry, person: string): boolean {
    if (entry.seconds !== this.#seconds) this.#said = [];
    this.#seconds = entry.seconds;
    if (this.#said.some((one) => one.person === person && headOf(one.entry) === headOf(entry))) return true;
    if (this.#said.push({ entry, person }) > AT_ONCE) this.#said.shift();
    return false;
  }
}
