import { type Contribution, MANY, SILENCE, type Stretch } from './run.js';

/** A stretch as the talk that it may be. */
export interface Candidate {
  readonly stretch: Stretch;
  /** The presenter's first and last message that presents. */
  readonly first: Contribution;
  readonly last: Contribution;
  /** What is said first, where a presenter greets and says what it is about. */
  readonly opening: readonly Contribution[];
  /** Whether it opens with a turn to all, and with words that only talks open with. */
  readonly greets: boolean;
  readonly begins: boolean;
  /** How it closes: with words that can hardly mean anything else, with others that often do, or without any. */
  readonly closes: 'surely' | 'likely' | 'not';
}

/** A presenter who has said next to nothing yet, and is silent for so many seconds, had only been getting ready. */
const READY = 5 * 60;
/** What is said so shortly before the opening words is part of them; before that it was talk. */
const PRELUDE = 60;
/** Before so much has been presented, what is said is opening, and no words are closing words. */
const SUBSTANCE = 4;
/** Words that may close a part only close the talk where no more than this is presented after them, or others answer. */
const NO_MORE = 6;
/** What follows so soon, with nobody between, belongs to the words before it. */
const AFTERTHOUGHT = 60;

/** Where a talk would begin and end in the stretches. Who has not closed yet goes on after an interruption. */
export function candidatesIn(stretches: readonly Stretch[]): readonly Candidate[] {
  const talks: Stretch[][] = [];
  const open = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const { person } = stretch;
    let parts = open.get(person);
    if (parts && isSoonAfter(stretch, parts.at(-1))) {
      parts.push(stretch);
    } else {
      parts = [stretch];
      talks.push(parts);
    }
    if (candidateOf(stretch).closes === 'surely') open.delete(person);
    else open.set(person, parts);
  }
  return talks.map((parts) => candidateOf(joined(parts)));
}

function isSoonAfter(after: Stretch, before: Stretch | undefined): boolean {
  const [end, start] = [before?.own.at(-1), after.own[0]];
  return end !== undefined && start !== undefined && start.seconds - end.seconds <= SILENCE;
}

/** Stretches of one person as one; each lead goes on from the best of those before. */
function joined(parts: readonly Stretch[]): Stretch {
  const [first, ...others] = parts as readonly [Stretch, ...Stretch[]];
  if (others.length === 0) return first;
  const own: Contribution[] = [];
  let peak = 0;
  let weight = 0;
  for (const part of parts) {
    const lead = weight === 0 ? 0 : at(own, peak).lead;
    peak = own.length + part.peak;
    weight += part.weight;
    for (const one of part.own) own.push({ ...one, lead: one.lead + lead });
  }
  return { person: first.person, own, peak, weight };
}

function candidateOf(stretch: Stretch): Candidate {
  const { own, peak } = stretch;
  const from = startOf(own);
  const opening = own.slice(from, from + SUBSTANCE);
  const end = endOf(own, peak, from);
  const last = end ? afterthoughtOf(own, end.at) : (answered(own, peak, from) ?? Math.max(from, peak));
  return {
    stretch,
    first: at(own, from),
    last: at(own, last),
    opening,
    greets: opening.some(({ cues }) => cues.greets),
    begins: opening.some(({ cues }) => cues.begins),
    closes: end?.closes ?? 'not',
  };
}

/** The index of the first message that presents. */
function startOf(own: readonly Contribution[]): number {
  let from = 0;
  let opening: number | undefined;
  let presented = 0;
  for (let i = 0; i < own.length && presented < SUBSTANCE; i++) {
    const { cues, seconds } = at(own, i);
    if (i > 0 && seconds - at(own, i - 1).seconds >= READY) {
      from = i;
      opening = undefined;
    }
    if (cues.greets || cues.begins) opening ??= i;
    presented += cues.weight;
  }
  if (opening === undefined) return from;
  let start = opening;
  while (start > from && at(own, start).seconds - at(own, start - 1).seconds < PRELUDE) start--;
  return start;
}

/** The index of the message that closes, and how; `undefined` where none does. */
function endOf(
  own: readonly Contribution[],
  peak: number,
  from: number,
): { readonly at: number; readonly closes: 'surely' | 'likely' } | undefined {
  const before = from === 0 ? 0 : at(own, from - 1).lead;
  const whole = at(own, peak).lead - before;
  for (let i = from + 1; i < own.length; i++) {
    const { cues, lead } = at(own, i);
    if (!cues.closes && !cues.trailsOff) continue;
    const presented = lead - before;
    // Words after which as much again is presented closed a part only.
    const more = i < peak ? whole - presented : 0;
    if (presented < SUBSTANCE || more > presented) continue;
    if (!cues.closes && more > NO_MORE && (own[i + 1]?.others ?? 0) < MANY) continue;
    if (isFollowed(own, i) && at(own, i + 1).cues.goesOn) continue;
    return { at: i, closes: cues.closes ? 'surely' : 'likely' };
  }
  return undefined;
}

/** The index of the first message that the audience answers, so that what follows is talk. */
function answered(own: readonly Contribution[], peak: number, from: number): number | undefined {
  const before = from === 0 ? 0 : at(own, from - 1).lead;
  const whole = at(own, peak).lead - before;
  for (let i = from + 1; i + 1 <= peak; i++) {
    const presented = at(own, i).lead - before;
    if (at(own, i + 1).others >= MANY && presented >= SUBSTANCE && whole - presented <= presented) return i;
  }
  return undefined;
}

/** The index of the last message that follows the closing words at once. */
function afterthoughtOf(own: readonly Contribution[], closing: number): number {
  let last = closing;
  while (isFollowed(own, last)) last++;
  return last;
}

/** Whether the presenter goes on at once, with nobody between. */
function isFollowed(own: readonly Contribution[], index: number): boolean {
  const [one, next] = [at(own, index), own[index + 1]];
  return next?.follows === true && next.seconds - one.seconds <= AFTERTHOUGHT;
}

const at = (own: readonly Contribution[], index: number): Contribution => own[index] as Contribution;
