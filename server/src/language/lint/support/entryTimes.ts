import { perChunk } from '../../syntax/chunk.js';
import type { ChatDocument, PlacedBlock } from '../../syntax/document.js';

/** The seconds of a day. */
export const DAY = 24 * 3600;
/** A log that jumps from after the first to before the second ran past midnight. */
const LATE = 18 * 3600;
const EARLY = 9 * 3600;

/** The times of entries in their order, those that are no time left out. */
export interface Times {
  readonly seconds: readonly number[];
  /** For each time, the index of its block: in the chunk, or in the log. */
  readonly blocks: readonly number[];
  readonly ascending: boolean;
}

/** The time of a header without seconds: that of the entry before it, where that is of the same minute. */
export function withinMinute(minute: number, before: number): number {
  return minute <= before && before < minute + 60 ? before : minute;
}

const timesOf = perChunk((chunk): Times => {
  const seconds: number[] = [];
  const blocks: number[] = [];
  let ascending = true;
  chunk.blocks.forEach((block, index) => {
    if (block.kind !== 'entry' || block.seconds === undefined) return;
    const last = seconds.at(-1) ?? 0;
    const time = block.hasSeconds ? block.seconds : withinMinute(block.seconds, last);
    if (time < last) ascending = false;
    seconds.push(time);
    blocks.push(index);
  });
  return { seconds, blocks, ascending };
});

/** The times of a log's entries; without any where they never go back, as is the rule. */
export function allTimes(document: ChatDocument): Times {
  const seconds: number[] = [];
  const blocks: number[] = [];
  let ascending = true;
  let last = 0;
  let first = 0;
  for (const { chunk } of document.chunks()) {
    const times = timesOf(chunk);
    if (!times.ascending || (times.seconds[0] ?? last) < last) ascending = false;
    last = times.seconds.at(-1) ?? last;
  }
  if (ascending) return { seconds, blocks, ascending };
  for (const { chunk } of document.chunks()) {
    const times = timesOf(chunk);
    for (const time of times.seconds) seconds.push(time);
    for (const block of times.blocks) blocks.push(first + block);
    first += chunk.blocks.length;
  }
  return { seconds, blocks, ascending };
}

/**
 * The index of the first time of the next day, where all that follows is early and all that stands before it is not
 * contradicted by that; `undefined` where the log stays within its day.
 */
export function midnightIn(times: readonly number[]): number | undefined {
  for (let i = times.length - 1; i > 0; i--) {
    const time = times[i] as number;
    if (time >= EARLY) return undefined;
    if ((times[i - 1] as number) < LATE) continue;
    // One late time between two that are in order is a slip of the pen, not a night.
    return (times[i - 2] ?? DAY) <= time ? undefined : i;
  }
  return undefined;
}

/** The first entry of the next day, in a log that ran past midnight. */
export function firstOfNextDay(document: ChatDocument): PlacedBlock | undefined {
  const { seconds, blocks } = allTimes(document);
  const midnight = midnightIn(seconds);
  return midnight === undefined ? undefined : document.block(blocks[midnight] as number);
}
