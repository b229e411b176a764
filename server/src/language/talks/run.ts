import type { EntryCues } from './entryCues.js';

/** A person's entry in a run. */
export interface Contribution {
  /** Which chunk of the log it stands in, and which block of that it is. */
  readonly chunk: number;
  readonly at: number;
  readonly seconds: number;
  readonly cues: EntryCues;
  /** Whether it stands right behind the person's entry before. */
  readonly follows: boolean;
  /** How many entries of others, sign-ins aside, stand between this and the person's entry before; `MANY` at most. */
  readonly others: number;
  /** How much more the person had said than all others since the run began, this entry included. */
  readonly lead: number;
}

/** A person's entries in one chunk of the log, behind those in the chunks above. */
export interface Said {
  readonly above: Said | undefined;
  readonly own: readonly Contribution[];
}

/** What a person has said since others last took over, which may be nothing. Changes while a chunk is gone through. */
export interface Run {
  readonly person: string;
  above: Said | undefined;
  /** The entries in this chunk. */
  own: Contribution[];
  /** How many entries there are, in the chunks above too. */
  count: number;
  /** When the last was. */
  seconds: number;
  lead: number;
  /** The greatest lead, and which entry last had it. */
  best: number;
  peak: number;
  /** What was added to the lead, because the person turned to all. */
  floor: number;
  /** What all had said in this chunk when the person last spoke; negative where that was above. */
  heardWeight: number;
  heardEntries: number;
}

/** What all have said since a chunk began. */
export interface Heard {
  readonly weight: number;
  /** Sign-ins aside. */
  readonly entries: number;
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

/** A silence of so many seconds ends a run; presenters who draw or fetch pictures take up to ten minutes. */
export const SILENCE = 15 * 60;
/** So many entries of others at once are an audience that applauds and asks. */
export const MANY = 4;
/** Once others have said so much more, a discussion has taken the place of what went before. */
const TAKEN_OVER = 8;
/** Less than this is an answer or a remark; the shortest talks are a handful of prepared messages. */
const LEAST = 6;
/** Who turns to all has the floor: a few words of welcome do not take it away. */
const FLOOR = 3;

/** The run of somebody who has long said nothing. */
export function newRun(person: string): Run {
  // Not spread: a log has thousands of these, and that takes ten times as long.
  return {
    person,
    above: undefined,
    own: [],
    count: 0,
    seconds: 0,
    lead: 0,
    best: 0,
    peak: 0,
    floor: 0,
    heardWeight: 0,
    heardEntries: -MANY,
  };
}

/** Adds an entry, given what all had said before it; gives the run that ended before, if one did. */
export function speak(run: Run, entry: Omit<Contribution, 'others' | 'lead'>, heard: Heard): Stretch | undefined {
  const { cues, seconds } = entry;
  const others = Math.min(MANY, heard.entries - run.heardEntries);
  listen(run, heard);
  const ended = isTakenOver(run) || seconds - run.seconds > SILENCE ? end(run) : undefined;
  if (run.floor === 0 && (cues.greets || cues.begins)) {
    run.floor = FLOOR;
    run.lead += FLOOR;
  }
  run.lead += cues.weight;
  if (run.lead >= run.best) {
    run.best = run.lead;
    run.peak = run.count;
  }
  const { chunk, at, follows } = entry;
  run.own.push({ chunk, at, seconds, cues, follows, others, lead: run.lead });
  run.count++;
  run.seconds = seconds;
  run.heardWeight = heard.weight + cues.weight;
  run.heardEntries = heard.entries + (cues.signsIn ? 0 : 1);
  return ended;
}

/** Leaves the chunk, in which all have said so much. What others have taken over stays as it is until the person speaks again. */
export function leaveChunk(run: Run, heard: Heard): void {
  listen(run, heard);
  if (isTakenOver(run)) {
    if (isRemark(run)) end(run);
    else run.lead = Number.NEGATIVE_INFINITY;
  }
  if (run.own.length > 0) run.above = { above: run.above, own: run.own };
  run.own = [];
  run.heardWeight = 0;
  run.heardEntries = Math.max(-MANY, run.heardEntries - heard.entries);
}

/** The run as a stretch, if it is more than a remark. */
export function stretchOf(run: Run): Stretch | undefined {
  if (isRemark(run)) return undefined;
  const { person, peak, best, floor } = run;
  const parts: (readonly Contribution[])[] = [run.own];
  for (let said = run.above; said; said = said.above) parts.push(said.own);
  return { person, own: none.concat(...parts.reverse()), peak, weight: best - floor };
}

/** Whether a run is any different from that of somebody who has long said nothing. */
export const isNew = ({ count, heardEntries }: Run): boolean => count === 0 && heardEntries === -MANY;

/** Whether two runs that have left their chunk are the same: the rest follows from what was said. */
export function isSameRun(one: Run, other: Run): boolean {
  return (
    one.person === other.person &&
    one.lead === other.lead &&
    one.heardEntries === other.heardEntries &&
    hasSaidTheSame(one.above, other.above)
  );
}

function hasSaidTheSame(one: Said | undefined, other: Said | undefined): boolean {
  let [a, b] = [one, other];
  for (; a !== b; a = a.above, b = b.above) {
    if (!a || !b || !isSameList(a.own, b.own)) return false;
  }
  return true;
}

function isSameList(one: readonly Contribution[], other: readonly Contribution[]): boolean {
  return one.length === other.length && one.every((entry, i) => isSame(entry, other[i] as Contribution));
}

function isSame(one: Contribution, other: Contribution): boolean {
  return (
    one.chunk === other.chunk &&
    one.at === other.at &&
    one.seconds === other.seconds &&
    one.cues === other.cues &&
    one.follows === other.follows &&
    one.others === other.others &&
    one.lead === other.lead
  );
}

/** Takes what others have said off the lead. */
function listen(run: Run, { weight }: Heard): void {
  if (run.count > 0) run.lead -= weight - run.heardWeight;
  run.heardWeight = weight;
}

const isTakenOver = ({ count, lead, best }: Run): boolean => count > 0 && (lead <= 0 || best - lead > TAKEN_OVER);

const none: readonly Contribution[] = [];

/** Whether a run is too little to be a stretch. */
const isRemark = ({ best, floor }: Run): boolean => best - floor < LEAST;

function end(run: Run): Stretch | undefined {
  const stretch = stretchOf(run);
  run.above = undefined;
  run.own = [];
  run.count = 0;
  run.seconds = 0;
  run.lead = 0;
  run.best = 0;
  run.peak = 0;
  run.floor = 0;
  return stretch;
}
