import { fileNameOf } from '../lint/logDay.js';
import type { People } from '../people/people.js';
import type { Archive, ArchivedLog } from './archive.js';
import type { LogSummary, TalkSummary } from './logSummary.js';
import { logsByDay } from './logsByDay.js';
import { fits, matchText, normalized, prepareText, type TextMatch } from './matchText.js';
import type { Place } from './place.js';
import type { NoteSummary, TagSummary } from './summarizeAnnotations.js';

/** A talk, a speaker, a tag or a note of one log. */
export type FoundSymbol = FoundTalk | FoundSpeaker | FoundTag | FoundNote;

export interface FoundTalk {
  readonly kind: 'talk';
  readonly log: ArchivedLog;
  readonly talk: TalkSummary;
  readonly by: FoundBy;
}

export interface FoundSpeaker {
  readonly kind: 'speaker';
  readonly log: ArchivedLog;
  /** The person's canonical name. */
  readonly name: string;
  /** How many the person has in the log, under whatever name. */
  readonly entries: number;
  /** Where the person first speaks. */
  readonly place: Place;
  readonly by: FoundBy;
}

export interface FoundTag {
  readonly kind: 'tag';
  readonly log: ArchivedLog;
  readonly tag: TagSummary;
  readonly by: FoundBy;
}

export interface FoundNote {
  readonly kind: 'note';
  readonly log: ArchivedLog;
  readonly note: NoteSummary;
  readonly by: FoundBy;
}

/** What was looked for and stands neither in the title nor in the canonical name: a sound, another name, a day, a file. */
type FoundBy = readonly string[];

/**
 * Talks, speakers, tags and notes by what the query says of them: title, name, presenter, beginning, and their sound in
 * pinyin or its initials; also the log's day and file name. Each of several words must be found. At most `limit`, the best
 * first: talks by their title, then by how well names fit; of equals those of newer logs. An empty query finds talks, then
 * speakers, tags, notes.
 */
export function searchArchive(archive: Archive, query: string, limit: number): readonly FoundSymbol[] {
  const search = new Search(normalized(query).split(/\s+/).filter(Boolean));
  const found: FoundSymbol[][] = [];
  /** The list of those found equally well; `undefined` where it is as long as anybody asked for. */
  const equals = (rank: number, kind: FoundSymbol['kind']): FoundSymbol[] | undefined => {
    const at = ORDER.length * rank + ORDER.indexOf(kind);
    const list = found[at] ?? [];
    found[at] = list;
    return list.length < limit ? list : undefined;
  };
  for (const log of logsByDay(archive).reverse()) {
    const places = search.placesOf(log);
    for (const talk of log.summary.talks) {
      const result = combine(search.talk(log, talk), places);
      if (result) equals(result.rank, 'talk')?.push({ kind: 'talk', log, talk, by: result.by });
    }
    for (const tag of log.summary.tags) {
      const result = combine(search.text(tag.name), places);
      if (result) equals(result.rank, 'tag')?.push({ kind: 'tag', log, tag, by: result.by });
    }
    for (const note of log.summary.notes) {
      const result = combine(search.text(note.beginning), places);
      if (result) equals(result.rank, 'note')?.push({ kind: 'note', log, note, by: result.by });
    }
    const known = search.namesOf(log.people);
    const persons = new Map<string, { entries: number }>();
    for (const { name, entries, place } of log.summary.speakers) {
      const hits = known.get(name) ?? search.name(log.people, name);
      const result = hits.alone ?? (places === nowhere ? undefined : combine(hits.hits, places));
      if (!result) continue;
      const { shown, names } = hits;
      const before = names > 1 ? persons.get(shown) : undefined;
      if (before) before.entries += entries;
      else {
        const speaker = { kind: 'speaker' as const, log, name: shown, entries, place, by: result.by };
        equals(result.rank, 'speaker')?.push(speaker);
        if (names > 1) persons.set(shown, speaker);
      }
    }
  }
  return found.flat().slice(0, limit);
}

/** Finds out beforehand what searches need to know of a log's names, so that the first one is as quick as any other. */
export function prepareSearch({ speakers, talks, tags, notes }: LogSummary): void {
  for (const { name } of tags) prepareText(name);
  for (const { beginning } of notes) prepareText(beginning);
  for (const { name } of speakers) prepareText(name);
  for (const { title, speaker } of talks) {
    if (title !== undefined) prepareText(title);
    if (speaker !== undefined) prepareText(speaker);
  }
}

/** Where a word was found, and how good that is: 0 is best. */
interface Hit {
  readonly rank: number;
  readonly by: string | undefined;
}

/** For each word its hit; `undefined` for those that were not found. */
type Hits = readonly (Hit | undefined)[];

/** Of those found equally well, what comes first. */
const ORDER: readonly FoundSymbol['kind'][] = ['talk', 'speaker', 'tag', 'note'];

/** A title that holds a word is better than any name. */
const TITLE = 0;
const NAME = 1;
/** Up to here a title shows the word as it was typed. */
const LITERAL = NAME + fits.indexOf('substring');
/** What was found by day or file alone comes last. */
const PLACE = NAME + fits.length;
/** Shorter words than this stand in too many days and file names to tell one from another. */
const SHORTEST_PLACE = 4;

/** A name in some log, as one search sees it. */
interface NameHits {
  /** The person's canonical name. */
  readonly shown: string;
  /** How many names the person has. */
  readonly names: number;
  readonly hits: Hits;
  /** What the hits come to wherever it stands; `undefined` where that depends on the log. */
  readonly alone: Result | undefined;
}

/** One search: what it has found out about a name holds for all logs with the same people. */
class Search {
  readonly #names = new Map<People, Map<string, NameHits>>();

  constructor(private readonly words: readonly string[]) {}

  /** What is known by now of the names in logs with these people. */
  namesOf(people: People): Map<string, NameHits> {
    let known = this.#names.get(people);
    if (!known) {
      known = new Map();
      this.#names.set(people, known);
    }
    return known;
  }

  name(people: People, name: string): NameHits {
    const known = this.namesOf(people);
    let result = known.get(name);
    if (!result) {
      const shown = people.personOf(name);
      const names = people.namesOf(name);
      const hits = this.words.map((word) => nameHit(names, shown, word));
      result = { shown, names: names.length, hits, alone: combine(hits, nowhere) };
      known.set(name, result);
    }
    return result;
  }

  /** A text that is nobody's name. */
  text(text: string): Hits {
    return this.words.map((word) => {
      const match = matchText(text, word);
      return match && { rank: rankOf(match), by: match.spelled };
    });
  }

  talk({ people }: ArchivedLog, { title, speaker }: TalkSummary): Hits {
    const presenter = speaker === undefined ? undefined : this.name(people, speaker);
    return this.words.map((word, index) => {
      const ofTitle = title === undefined ? undefined : titleHit(matchText(title, word));
      const ofPresenter = presenter?.hits[index];
      return better(ofTitle, ofPresenter && { ...ofPresenter, by: ofPresenter.by ?? presenter.shown });
    });
  }

  /** Where the words stand in the day or the file name. */
  placesOf({ uri, summary }: ArchivedLog): Hits {
    const { words } = this;
    if (!words.some((word) => word.length >= SHORTEST_PLACE)) return nowhere;
    // What all logs' names end with tells none from another.
    const file = normalized(fileNameOf(uri).replace(/(?:-(?:WeChat|chat))?\.txt$/i, ''));
    return words.map((word) => {
      if (word.length < SHORTEST_PLACE) return undefined;
      if (summary.day?.includes(word)) return { rank: PLACE, by: summary.day };
      return file.includes(word) ? { rank: PLACE, by: file } : undefined;
    });
  }
}

const nowhere: Hits = [];

/** The best of a person's names for a word. */
function nameHit(names: readonly string[], shown: string, word: string): Hit | undefined {
  let best: Hit | undefined;
  for (const name of names) {
    const match = matchText(name, word);
    const by = match?.spelled ?? (name === shown ? undefined : name);
    best = better(best, match && { rank: rankOf(match), by });
  }
  return best;
}

function titleHit(match: TextMatch | undefined): Hit | undefined {
  if (!match) return undefined;
  const rank = rankOf(match);
  return { rank: rank <= LITERAL ? TITLE : rank, by: match.spelled };
}

const rankOf = ({ fit }: TextMatch): number => NAME + fits.indexOf(fit);

/** The better of two hits, the first where they are equal. */
function better(a: Hit | undefined, b: Hit | undefined): Hit | undefined {
  return a && (!b || a.rank <= b.rank) ? a : b;
}

/** What the hits for all words come to. */
interface Result {
  readonly rank: number;
  readonly by: FoundBy;
}

const nothingHidden: FoundBy = [];

/** The worst rank counts, and places only where nothing else was found; `undefined` where a word was not found at all. */
function combine(hits: Hits, places: Hits): Result | undefined {
  let rank = -1;
  let by = nothingHidden;
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i] ?? places[i];
    if (!hit) return undefined;
    if (hits[i]) rank = Math.max(rank, hit.rank);
    if (hit.by !== undefined && !by.includes(hit.by)) by = [...by, hit.by];
  }
  return { rank: rank < 0 ? PLACE : rank, by };
}
