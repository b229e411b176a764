import { logDay } from '../lint/logDay.js';
import type { People } from '../people/people.js';
import { speakersOf, spokenPerChunk } from '../people/speakers.js';
import type { ChatDocument } from '../syntax/document.js';
import { textOf } from '../syntax/inline.js';
import type { Archive } from './archive.js';

/** Somebody who may speak next in a log. */
export interface RankedSpeaker {
  /** As it stands in the last header of theirs above the place; else in another of this log, else in the log nearest in time. */
  readonly name: string;
  /** All names that headers have for the person; `name` is one of them. */
  readonly names: readonly string[];
  /** Entries in this log. */
  readonly entries: number;
  /** The time of their last entry above the place, in seconds since midnight; absent where there is none, or it has no time. */
  readonly lastTime: number | undefined;
  /** What they say in the other logs of the archive; absent where that is nothing. */
  readonly elsewhere: ArchivedSpeaker | undefined;
}

/** Somebody who speaks in logs of an archive. */
export interface ArchivedSpeaker {
  readonly name: string;
  readonly names: readonly string[];
  readonly entries: number;
  readonly logs: number;
  /** `YYYY-MM-DD`; absent where no log of theirs has a day. */
  readonly lastDay: string | undefined;
}

/** Where in a log somebody is to speak. */
export interface SpeakingPlace {
  /** The index of the first block behind the place. */
  readonly index: number;
  /** Whether the header of that block is being written: the name in it does not count yet. */
  readonly writing?: boolean;
}

/**
 * Who may speak at a place of a log, the likeliest first: those who spoke above it, the last of them first; the others of
 * the log, by the number of their entries; then those of other logs, by the number of their entries, of which one counts
 * half as much for every 30 days between its log and this one.
 */
export function* rankedSpeakers(
  document: ChatDocument,
  people: People,
  archive: Archive,
  place: SpeakingPlace,
): Generator<RankedSpeaker> {
  const elsewhere = speakersBeside(document, people, archive);
  const here = speakersHere(document, people, place);
  for (const [person, speaker] of here) {
    const archived = elsewhere.get(person);
    const names = archived ? [...new Set([...speaker.names, ...archived.names])] : speaker.names;
    yield { ...speaker, names, elsewhere: archived };
  }
  for (const [person, archived] of elsewhere) {
    if (here.has(person)) continue;
    yield { name: archived.name, names: archived.names, entries: 0, lastTime: undefined, elsewhere: archived };
  }
}

type Here = Omit<RankedSpeaker, 'elsewhere'>;

function speakersHere(document: ChatDocument, people: People, place: SpeakingPlace): ReadonlyMap<string, Here> {
  const last = lastAbove(document, people, place);
  const writing = nameBeingWritten(document, place);
  const speakers = speakersOf(document, people).flatMap((speaker): (readonly [string, Here])[] => {
    const isWriting = writing !== undefined && people.personOf(writing) === speaker.name;
    const entries = speaker.entries - Number(isWriting);
    if (speaker.name === '' || entries === 0) return [];
    const above = last.get(speaker.name);
    // A name that is half written is nobody's, unless somebody else's header has it too.
    const isHalf = isWriting && !isSpoken(document, writing, place.index);
    const names = isHalf ? speaker.names.filter((name) => name !== writing) : speaker.names;
    return [[speaker.name, { name: above?.name ?? (names[0] as string), names, entries, lastTime: above?.seconds }]];
  });
  const positionOf = ([person]: readonly [string, Here]): number => last.get(person)?.index ?? -1;
  return new Map(speakers.sort((a, b) => positionOf(b) - positionOf(a)));
}

function nameBeingWritten(document: ChatDocument, { index, writing }: SpeakingPlace): string | undefined {
  const block = writing ? document.block(index).block : undefined;
  return block?.kind === 'entry' ? textOf(block, block.speaker) : undefined;
}

/** Whether a name stands in a header other than that of one entry. */
function isSpoken(document: ChatDocument, name: string, except: number): boolean {
  let start = 0;
  for (const { chunk } of document.chunks()) {
    const spoken = spokenPerChunk(chunk).get(name);
    if (spoken && (spoken.entries > 1 || spoken.first.index + start !== except)) return true;
    start += chunk.blocks.length;
  }
  return false;
}

/** The last entry of somebody above a place. */
interface Above {
  readonly index: number;
  readonly name: string;
  readonly seconds: number | undefined;
}

function lastAbove(document: ChatDocument, people: People, { index: end }: SpeakingPlace): ReadonlyMap<string, Above> {
  const last = new Map<string, Above>();
  const add = (name: string, index: number, seconds: number | undefined): void => {
    const person = people.personOf(name);
    if (index >= (last.get(person)?.index ?? -1)) last.set(person, { index, name, seconds });
  };
  let start = 0;
  for (const { chunk } of document.chunks()) {
    if (start >= end) break;
    const length = chunk.blocks.length;
    if (start + length <= end) {
      for (const [name, { last: spoken }] of spokenPerChunk(chunk)) {
        add(name, start + spoken.index, spoken.block.seconds);
      }
    } else {
      for (const [within, block] of chunk.blocks.slice(0, end - start).entries()) {
        if (block.kind === 'entry') add(textOf(block, block.speaker), start + within, block.seconds);
      }
    }
    start += length;
  }
  return last;
}

/** What was found of the archive beside a log, and what it was found from. */
interface Kept {
  readonly uri: string;
  readonly state: number;
  readonly day: string | undefined;
  readonly people: People;
  readonly speakers: ReadonlyMap<string, ArchivedSpeaker>;
}

const known = new WeakMap<Archive, Kept>();

/**
 * Who speaks in the other logs, the likeliest first, by their canonical names. To edit the log itself changes nothing of it,
 * so it is kept until another log changes or is asked for: whatever an archive holds, a keystroke costs nothing here.
 */
function speakersBeside(
  document: ChatDocument,
  people: People,
  archive: Archive,
): ReadonlyMap<string, ArchivedSpeaker> {
  const { uri } = document;
  const state = archive.stateBeside(uri);
  const day = logDay(document);
  const kept = known.get(archive);
  if (kept && kept.uri === uri && kept.state === state && kept.day === day && kept.people === people) {
    return kept.speakers;
  }
  const speakers = rankArchive(archive, uri, day, people);
  known.set(archive, { uri, state, day, people, speakers });
  return speakers;
}

interface Counted {
  name: string;
  /** How many days the log with `name` is away. */
  distance: number;
  readonly names: Set<string>;
  entries: number;
  logs: number;
  lastDay: string | undefined;
  weight: number;
}

const HALF_LIFE = 30;

function rankArchive(
  archive: Archive,
  uri: string,
  day: string | undefined,
  people: People,
): ReadonlyMap<string, ArchivedSpeaker> {
  const others = [...archive.logs()].filter((log) => log.uri !== uri);
  const centre = day ?? others.reduce((latest, { summary }) => later(latest, summary.day), '');
  const counted = new Map<string, Counted>();
  for (const { summary } of others) {
    const distance = summary.day === undefined ? Infinity : Math.abs(daysOf(summary.day) - daysOf(centre));
    const weight = 2 ** (-distance / HALF_LIFE);
    // Several names in a log may be one person's.
    const inThisLog = new Set<string>();
    for (const { name, entries } of summary.speakers) {
      const person = people.personOf(name);
      let speaker = counted.get(person);
      if (!speaker) {
        speaker = { name, distance, names: new Set(), entries: 0, logs: 0, lastDay: undefined, weight: 0 };
        counted.set(person, speaker);
      }
      if (distance < speaker.distance) Object.assign(speaker, { name, distance });
      speaker.names.add(name);
      speaker.entries += entries;
      speaker.weight += entries * weight;
      if (!inThisLog.has(person)) speaker.logs++;
      inThisLog.add(person);
      speaker.lastDay = later(speaker.lastDay ?? '', summary.day) || undefined;
    }
  }
  const ranked = [...counted].sort(([, a], [, b]) => b.weight - a.weight || b.entries - a.entries);
  return new Map(
    ranked.map(([person, { name, names, entries, logs, lastDay }]) => [
      person,
      { name, names: [...names], entries, logs, lastDay },
    ]),
  );
}

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);

/** Days since 1970. */
const daysOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
