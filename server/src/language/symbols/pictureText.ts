import type { Entry } from '../syntax/block.js';
import { type Mark, textOf } from '../syntax/inline.js';

/** A picture in the body of an entry. */
export type Picture = Extract<Mark, { kind: 'image' }>;

/** What a picture's alternative text says; `undefined` where it is, as the export tool writes it, no more than a time. */
export function pictureText(entry: Entry, { alt }: Picture): string | undefined {
  const text = textOf(entry, alt).trim();
  return /^[\d :-]*$/.test(text) ? undefined : text;
}
