import { deriveDay } from '../frontMatter/derive.js';
import { namesInFrontMatter } from '../people/namesInFrontMatter.js';
import type { SpeakerNames } from '../people/people.js';
import { recordedNames } from '../people/recordedNames.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { marksOf, mentionIn, textOf } from '../syntax/inline.js';
import { type Talk, talksOf } from '../talks/talksOf.js';
import type { LineColumn } from '../text/span.js';
import { type Place, placeOf } from './place.js';
import { type NoteSummary, summarizeAnnotations, type TagSummary } from './summarizeAnnotations.js';

/** What an archive keeps of one log: plain data, without its text. */
export interface LogSummary {
  /** The log's day as `YYYY-MM-DD`; absent where nothing tells it. */
  readonly day: string | undefined;
  readonly entries: number;
  /** The names that its front matter records as one person's. */
  readonly recorded: SpeakerNames;
  /** The names in its headers, in the order in which they first stand there. */
  readonly speakers: readonly SpokenName[];
  /** The names mentioned, each once, as far as they can be read without knowing who is there. */
  readonly mentions: readonly string[];
  /** The names in its front matter: of the author, of speakers of talks, and those recorded as one person's. */
  readonly named: readonly string[];
  readonly talks: readonly TalkSummary[];
  readonly tags: readonly TagSummary[];
  readonly notes: readonly NoteSummary[];
}

/** A name in the headers of a log. */
export interface SpokenName {
  readonly name: string;
  readonly entries: number;
  /** Where it first stands. */
  readonly place: Place;
}

/** A talk of a log. */
export interface TalkSummary {
  readonly title: string | undefined;
  readonly speaker: string | undefined;
  /** Seconds since midnight. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly source: 'recorded' | 'detected';
  /** The header that it begins with; where no entry is in its time, where it is recorded. */
  readonly place: Place;
}

/** Sums up a log. Its texts may be views of the log's: what outlives the log is to be {@link detached}. */
export function summarize(document: ChatDocument): LogSummary {
  return {
    day: deriveDay(document)?.day,
    ...spokenNames(document),
    recorded: recordedNames(document.frontMatter),
    mentions: mentionedNames(document),
    named: namesInFront(document),
    talks: talksOf(document).map((talk) => ({
      title: talk.title,
      speaker: talk.speaker,
      start: talk.start,
      end: talk.end,
      source: talk.source,
      place: placeOfTalk(document, talk),
    })),
    ...summarizeAnnotations(document),
  };
}

function placeOfTalk(document: ChatDocument, { first, item }: Talk): Place {
  if (first) {
    const { speaker } = first.block;
    return placeOf(document, first.from + speaker.from, speaker.to - speaker.from);
  }
  const from = item?.from ?? 0;
  const [line = ''] = item ? document.slice(item).split(/[\r\n]/, 1) : [];
  return placeOf(document, from, line.length);
}

function namesInFront({ frontMatter }: ChatDocument): readonly string[] {
  return [...new Set(frontMatter && namesInFrontMatter(frontMatter).map(({ name }) => name))];
}

/** A name in the headers of a chunk: how many entries it has, and where it first stands, in lines of the chunk. */
interface Spoken extends LineColumn {
  entries: number;
}

const spokenInChunk = perChunk((chunk): ReadonlyMap<string, Spoken> => {
  const names = new Map<string, Spoken>();
  let line = 0;
  for (const block of chunk.blocks) {
    if (block.kind === 'entry') {
      const name = textOf(block, block.speaker);
      const known = names.get(name);
      if (known) known.entries++;
      // A header is the first line of its block.
      else names.set(name, { entries: 1, line, column: block.speaker.from });
    }
    line += block.lineBreaks;
  }
  return names;
});

/** Each name by itself: who is one person also depends on what is recorded for the archive. */
function spokenNames(document: ChatDocument): Pick<LogSummary, 'entries' | 'speakers'> {
  const names = new Map<string, { entries: number; readonly place: Place }>();
  let all = 0;
  let above = 0;
  for (const { chunk } of document.chunks()) {
    for (const [name, { entries, line, column }] of spokenInChunk(chunk)) {
      all += entries;
      const known = names.get(name);
      if (known) known.entries += entries;
      else names.set(name, { entries, place: { line: above + line, column, length: name.length } });
    }
    above += chunk.lineBreaks;
  }
  names.delete('');
  return { entries: all, speakers: [...names].map(([name, { entries, place }]) => ({ name, entries, place })) };
}

/** No name is longer, in UTF-16 code units; what is behind many an `@` in a row would else be read time and again. */
const LONGEST_NAME = 200;

const mentionsPerChunk = perChunk((chunk): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const block of chunk.blocks) {
    if (block.kind !== 'entry' || !block.text.includes('@', block.body.from)) continue;
    // A known name may begin at any `@` that is in no link or the like, be it in what looks like one mention.
    const others = marksOf(block).filter(({ kind }) => kind !== 'mention');
    let next = 0;
    for (let at = block.text.indexOf('@', block.body.from); at >= 0; at = block.text.indexOf('@', at + 1)) {
      while ((others[next]?.span.to ?? Infinity) <= at) next++;
      if ((others[next]?.span.from ?? Infinity) <= at) continue;
      const name = mentionIn(block.text.slice(at + 1, at + 1 + LONGEST_NAME));
      if (name !== undefined) names.add(name);
    }
  }
  return names;
});

function mentionedNames(document: ChatDocument): readonly string[] {
  const names = new Set<string>();
  for (const { chunk } of document.chunks()) for (const name of mentionsPerChunk(chunk)) names.add(name);
  return [...names];
}
