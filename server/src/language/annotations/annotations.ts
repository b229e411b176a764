import type { Entry } from '../syntax/block.js';
import { marksOf } from '../syntax/inline.js';
import type { Span } from '../text/span.js';
import { readAnnotation } from './readAnnotation.js';

/** What somebody remarked about an entry, in a comment behind its text. All spans count from the entry's start. */
export type Annotation = Note | Tag;

/** `<!-- @note DATE AUTHOR: TEXT -->` */
export interface Note {
  readonly kind: 'note';
  /** A day as `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly author: string | undefined;
  /** What the note says; may be several lines, or empty. Behind `-->`, which is written `--&gt;`, it reads `-->`. */
  readonly text: string;
  /** The whole comment. */
  readonly span: Span;
  /** Where the text is written. */
  readonly textSpan: Span;
}

/** `<!-- @tag NAME, NAME -->` */
export interface Tag {
  readonly kind: 'tag';
  /** May be none. */
  readonly names: readonly TagName[];
  /** The whole comment. */
  readonly span: Span;
}

/** One name of a tag; never empty, and without line breaks. */
export interface TagName {
  readonly name: string;
  readonly span: Span;
}

const none: readonly Annotation[] = [];
const known = new WeakMap<Entry, readonly Annotation[]>();

/** The annotations of an entry, in order: read when first asked for, kept as long as the entry lives. */
export function annotationsOf(entry: Entry): readonly Annotation[] {
  // Most entries have no comment: they are done with one search.
  if (!entry.text.includes('<!--', entry.body.from)) return none;
  let annotations = known.get(entry);
  if (!annotations) {
    annotations = marksOf(entry).flatMap((mark) => {
      const annotation = mark.kind === 'comment' && mark.closed && readAnnotation(entry.text, mark.span);
      return annotation ? [annotation] : [];
    });
    known.set(entry, annotations);
  }
  return annotations;
}
