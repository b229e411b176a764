import type { Entry } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import type { Span } from '../text/span.js';
import { type Announced, announcedTalks } from './announcedTalks.js';
import { type Candidate, candidatesIn } from './candidate.js';
import { holds } from './cues.js';
import { headOf, nameOf } from './entryCues.js';
import { firstPartOf, mayBeSame } from './names.js';
import { personsOf } from './persons.js';
import type { Contribution } from './run.js';
import { stretchesOf } from './stretches.js';
import { titleIn } from './title.js';

/** A talk that nobody recorded, as the log itself shows it. */
export interface DetectedTalk {
  readonly title: string | undefined;
  /** The presenter's name as it stands in the headers. */
  readonly speaker: string;
  /** Time of the announcement, seconds since midnight; absent where none was found. */
  readonly announced: number | undefined;
  /** The entry that announces; of several the first. */
  readonly announcement: PlacedBlock<Entry> | undefined;
  /** Seconds since midnight of the presenter's first and last presenting message. */
  readonly start: number;
  readonly end: number;
  readonly first: PlacedBlock<Entry>;
  readonly last: PlacedBlock<Entry>;
  /** From the start of `first` to the end of `last`, in offsets of the log. */
  readonly span: Span;
}

const known = new WeakMap<ChatDocument, readonly DetectedTalk[]>();

/** The talks that the log shows, in its order; kept as long as this version of the log lives. */
export function detectTalks(document: ChatDocument): readonly DetectedTalk[] {
  let talks = known.get(document);
  if (!talks) {
    talks = findTalks(document);
    known.set(document, talks);
  }
  return talks;
}

/** Whether anybody says to have ended a talk. */
const closesAny = perChunk(({ blocks }) =>
  blocks.some((block) => {
    if (block.kind !== 'entry') return false;
    const head = headOf(block);
    return holds(head, 'talk') && holds(head, 'closes');
  }),
);

function findTalks(document: ChatDocument): readonly DetectedTalk[] {
  const announced = announcedTalks(document);
  if (announced.length === 0 && ![...document.chunks()].some(({ chunk }) => closesAny(chunk))) return [];
  const candidates = candidatesIn(stretchesOf(document, personsOf(document)));
  const rated = candidates
    .map((candidate) => ({ candidate, ...rate(document, candidate, announced) }))
    .filter(({ points }) => points >= ENOUGH)
    .sort((a, b) => b.points - a.points || b.candidate.stretch.weight - a.candidate.stretch.weight);
  const talks: DetectedTalk[] = [];
  // The likeliest first, each announcement for one talk only.
  let left = announced;
  for (const { candidate } of rated) {
    const { points, announcement } = rate(document, candidate, left);
    if (points < ENOUGH) continue;
    const talk = talkOf(document, candidate, announcement);
    if (talks.some(({ span }) => talk.span.from < span.to && span.from < talk.span.to)) continue;
    left = left.filter((one) => one !== announcement);
    talks.push(talk);
  }
  return talks.sort((a, b) => a.span.from - b.span.from);
}

const POINTS = { surely: 3, likely: 2, not: 0 } as const;
/** What it takes to be a talk. */
const ENOUGH = 3;
/** A stretch of this weight is more than an answer to somebody. */
const LONG = 12;

/**
 * How much speaks for a stretch being a talk, and the announcement that it may be of. Announced, it takes closing words, or two
 * of the announced name, opening words and length. What nobody announced has to open and close as a talk does, and be long.
 */
function rate(
  document: ChatDocument,
  candidate: Candidate,
  announced: readonly Announced[],
): { readonly points: number; readonly announcement: Announced | undefined } {
  const { stretch, greets, begins, closes } = candidate;
  const first = entryOf(document, candidate.first);
  const long = stretch.weight >= LONG;
  const before = announced.filter(
    ({ index, calledOff }) => index < first.index && (calledOff === undefined || calledOff > first.index),
  );
  const named = before.find(({ names }) => names.some((name) => isOf(document, candidate, name)));
  const announcement = named ?? before.findLast(({ by }) => by !== stretch.person);
  if (!announcement) return { points: begins && closes === 'surely' && long ? ENOUGH : 0, announcement };
  const points = (named ? 2 : 0) + (begins ? 2 : greets ? 1 : 0) + POINTS[closes] + (long ? 1 : 0);
  return { points, announcement };
}

/** Whether the name is the presenter's, in the headers or in the opening words. */
function isOf(document: ChatDocument, { stretch, opening }: Candidate, name: string): boolean {
  if (mayBeSame(name, stretch.person)) return true;
  const part = firstPartOf(name);
  if (part === '') return false;
  return opening.some(
    (said) =>
      (said.cues.begins || said.cues.greets) && headOf(entryOf(document, said).block).toLowerCase().includes(part),
  );
}

function talkOf(
  document: ChatDocument,
  { opening, first, last }: Candidate,
  announcement: Announced | undefined,
): DetectedTalk {
  const from = entryOf(document, first);
  const to = entryOf(document, last);
  const own = opening.map((said) => titleIn(headOf(entryOf(document, said).block)));
  return {
    title: announcement?.title ?? own.find((title) => title?.sure)?.text,
    speaker: nameOf(from.block),
    announced: announcement?.seconds,
    announcement: announcement && (document.block(announcement.index) as PlacedBlock<Entry>),
    start: first.seconds,
    end: last.seconds,
    first: from,
    last: to,
    span: { from: from.from, to: to.from + to.block.text.length },
  };
}

function entryOf(document: ChatDocument, { chunk, at }: Contribution): PlacedBlock<Entry> {
  return document.blockIn(chunk, at) as PlacedBlock<Entry>;
}
