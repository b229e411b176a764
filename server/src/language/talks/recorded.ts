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

/** The talks recorded in the front matter, in its order. */
export function recordedTalks(document: ChatDocument): readonly RecordedTalk[] {
  const block = document.frontMatter;
  if (!block) return [];
  const content = contentOf(block);
  const list = content.fields.find(({ name }) => name === 'talks')?.content;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => {
    const span = content.spanOf(['talks', index]);
    if (!span || typeof item !== 'object' || item === null) return [];
    const { title, speaker, start, end } = item as Record<string, unknown>;
    return [
      { title: textValue(title), speaker: textValue(speaker), start: clockValue(start), end: clockValue(end), span },
    ];
  });
}

/** The recorded talks whose first entry is in the log, with their place. */
export function placedTalks(document: ChatDocument): readonly PlacedTalk[] {
  return recordedTalks(document).flatMap((talk) => {
    const { start, end = start } = talk;
    if (start === undefined || end === undefined) return [];
    let first: PlacedBlock<Entry> | undefined;
    let last: PlacedBlock<Entry> | undefined;
    for (const entry of document.entries()) {
      const { seconds } = entry.block;
      if (seconds === undefined || seconds < start || seconds > end) continue;
      const mine = talk.speaker === undefined || textOf(entry.block, entry.block.speaker) === talk.speaker;
      if (!mine) continue;
      first ??= entry;
      last = entry;
    }
    if (!first || !last) return [];
    return [{ talk, first, span: { from: first.from, to: last.from + last.block.text.length } }];
  });
}

const textValue = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** A time as YAML gives it: text, or, read the YAML 1.1 way, a number of seconds. */
function clockValue(value: unknown): number | undefined {
  if (typeof value === 'string') return parseClock(value);
  return undefined;
}
