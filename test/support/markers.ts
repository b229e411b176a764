import type { Span } from '../../server/src/language/index.js';

/** A text that was written with markers, without them. Offsets count UTF-16 code units of that text. */
export interface Marked {
  readonly text: string;
  /** Where each `<|>` stood. */
  readonly cursors: readonly number[];
  /** What each `<[ … ]>` held, in the order in which they open. */
  readonly ranges: readonly Span[];
}

const MARKER = /<\|>|<\[|\]>/g;

/** Takes the markers out of a text: `<|>` for a cursor, `<[ … ]>` for a range; ranges may nest. Throws where one is not closed. */
export function readMarkers(marked: string): Marked {
  const cursors: number[] = [];
  const ranges: { from: number; to: number }[] = [];
  const open: { from: number; to: number }[] = [];
  let text = '';
  let at = 0;
  for (const { 0: marker, index } of marked.matchAll(MARKER)) {
    text += marked.slice(at, index);
    at = index + marker.length;
    if (marker === '<|>') cursors.push(text.length);
    else if (marker === '<[') {
      const range = { from: text.length, to: -1 };
      ranges.push(range);
      open.push(range);
    } else {
      const range = open.pop();
      if (!range) throw new Error(`A “]>” without its “<[” in ${JSON.stringify(marked)}`);
      range.to = text.length;
    }
  }
  if (open.length > 0) throw new Error(`A “<[” without its “]>” in ${JSON.stringify(marked)}`);
  return { text: text + marked.slice(at), cursors, ranges };
}

/** Puts range markers into a text, so that a failure shows places a person can read. */
export function showRanges(text: string, ranges: readonly Span[]): string {
  // At one place ranges close before others open; of two that open together the longer is outside.
  const marks = ranges.flatMap(({ from, to }, index) => [
    { at: from, marker: '<[', closes: from === to ? 1 : 2, length: from - to, index },
    { at: to, marker: ']>', closes: from === to ? 1 : 0, length: to - from, index },
  ]);
  marks.sort((a, b) => a.at - b.at || a.closes - b.closes || (a.closes === 1 ? 0 : a.length - b.length));
  let shown = '';
  let done = 0;
  for (const { at, marker } of marks) {
    shown += text.slice(done, at) + marker;
    done = at;
  }
  return shown + text.slice(done);
}
