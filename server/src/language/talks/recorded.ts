import { noSpeakerNames, peopleOf } from '../people/people.js';
import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';
import { textOf } from '../syntax/inline.js';
import { parseClock } from '../text/clock.js';
import type { Span } from '../text/span.js';

/** A talk as somebody recorded it under `talks` in the front matter. Values that are not there, or not to be read, are absent. */
export interface RecordedTalk {
  readonly title: string | undefined;
  readonly speaker: string | undefined;
  /** Seconds since midnight. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Its item in the list, in offsets of the log. */
  readonly span: Span;
}

/** A talk and the entries it spans. */
export interface PlacedTalk {
  readonly talk: RecordedTalk;
  /** From the first entry of the talk to the end of its last. */
  readonly span: Span;
  readonly first: PlacedBlock<Entry>;
}

/** Whether somebody recorded the talks of the day, if only that there was none: `talks: []`. */
export function hasRecordedTalks(document: ChatDocument): boolean {
  const list = listOf(document);
  return list !== undefined && (list.length === 0 || recordedTalks(document).length > 0);
}

/** The talks recorded in the front matter, in its order. */
export function recordedTalks(document: ChatDocument): readonly RecordedTalk[] {
  const list = listOf(document);
  if (!document.frontMatter || !list) return [];
  const content = contentOf(document.frontMatter);
  return list.flatMap((item: unknown, index) => {
    const span = content.spanOf(['talks', index]);
    if (!span || typeof item !== 'object' || item === null) return [];
    const { title, speaker, start, end } = item as Record<string, unknown>;
    return [
      { title: textValue(title), speaker: textValue(speaker), start: clockValue(start), end: clockValue(end), span },
    ];
  });
}

/** The recorded talks whose first entry is in the log, with their place. Entries count under each of a person's names. */
export function placedTalks(document: ChatDocument): readonly PlacedTalk[] {
  const talks = recordedTalks(document).flatMap((talk) => {
    const { start, end = start } = talk;
    return start === undefined || end === undefined ? [] : [{ talk, start, end, entries: [] as PlacedBlock<Entry>[] }];
  });
  if (talks.length === 0) return [];
  const people = peopleOf(document, noSpeakerNames);
  for (const entry of document.entries()) {
    const { seconds } = entry.block;
    if (seconds === undefined) continue;
    for (const { talk, start, end, entries } of talks) {
      if (seconds < start || seconds > end) continue;
      const { speaker } = talk;
      const name = textOf(entry.block, entry.block.speaker);
      const mine = speaker === undefined || people.personOf(name) === people.personOf(speaker);
      if (mine) entries.push(entry);
    }
  }
  return talks.flatMap(({ talk, entries }) => {
    const first = entries[0];
    const last = entries.at(-1);
    if (!first || !last) return [];
    return [{ talk, first, span: { from: first.from, to: last.from + last.block.text.length } }];
  });
}

function listOf({ frontMatter }: ChatDocument): readonly unknown[] | undefined {
  const list = frontMatter && contentOf(frontMatter).fields.find(({ name }) => name === 'talks')?.content;
  return Array.isArray(list) ? list : undefined;
}

const textValue = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** A time as YAML gives it: text, or, read the YAML 1.1 way, a number of seconds. */
function clockValue(value: unknown): number | undefined {
  if (typeof value === 'string') return parseClock(value);
  return undefined;
}
