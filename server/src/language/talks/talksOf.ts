import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import type { Span } from '../text/span.js';
import { type DetectedTalk, detectTalks } from './detect.js';
import { personsOf } from './persons.js';
import { hasRecordedTalks, type PlacedTalk, placedTalks, type RecordedTalk, recordedTalks } from './recorded.js';

/** A talk of the log: one that a person recorded in the front matter, or else one that the log itself shows. */
export interface Talk {
  readonly source: 'recorded' | 'detected';
  readonly title: string | undefined;
  /** The presenter's name as it is recorded, or as it stands in the headers. */
  readonly speaker: string | undefined;
  /** Times in seconds since midnight; of a recorded talk as they are recorded. */
  readonly announced: number | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly announcement: PlacedBlock<Entry> | undefined;
  /** The presenter's first and last entry in it; absent where a recorded talk has none in the log. */
  readonly first: PlacedBlock<Entry> | undefined;
  readonly last: PlacedBlock<Entry> | undefined;
  /** From the start of `first` to the end of `last`, in offsets of the log. */
  readonly span: Span | undefined;
  /** The item that records it in the front matter. */
  readonly item: Span | undefined;
}

const known = new WeakMap<ChatDocument, readonly Talk[]>();

/**
 * The talks of the log. Where somebody recorded them, these are the recorded ones, in the order of the front matter: a
 * person knows better, also that there was none. Else they are what is detected, in the order of the log.
 */
export function talksOf(document: ChatDocument): readonly Talk[] {
  let talks = known.get(document);
  if (!talks) {
    talks = findTalks(document);
    known.set(document, talks);
  }
  return talks;
}

function findTalks(document: ChatDocument): readonly Talk[] {
  const detected = detectTalks(document);
  if (!hasRecordedTalks(document)) return detected.map((talk) => ({ source: 'detected', ...talk, item: undefined }));
  const placed = placedTalks(document);
  const { personOf } = personsOf(document);
  return recordedTalks(document).map((talk) => {
    const place = placed.find((one) => one.talk.span.from === talk.span.from);
    const { speaker } = talk;
    const same = detected.filter((one) => speaker !== undefined && personOf(one.speaker) === personOf(speaker));
    return recorded(document, talk, place, same.length > 1 ? same.find((one) => overlap(one, talk)) : same[0]);
  });
}

function recorded(
  document: ChatDocument,
  { title, speaker, start, end, span: item }: RecordedTalk,
  placed: Pick<PlacedTalk, 'first' | 'span'> | undefined,
  detected: DetectedTalk | undefined,
): Talk {
  // Of a talk recorded without its times, the place is where the log shows it.
  const place = placed ?? (start === undefined ? detected : undefined);
  return {
    source: 'recorded',
    title,
    speaker,
    announced: detected?.announced,
    start,
    end,
    announcement: detected?.announcement,
    first: place?.first,
    last: place && (document.blockAt(place.span.to - 1) as PlacedBlock<Entry>),
    span: place?.span,
    item,
  };
}

function overlap(one: DetectedTalk, { start, end = start }: RecordedTalk): boolean {
  return start !== undefined && end !== undefined && one.start <= end && start <= one.end;
}
