import { type Entry, perBlock } from '../syntax/block.js';
import { marksOf } from '../syntax/inline.js';
import { Sign } from '../syntax/signs.js';
import type { Span } from '../text/span.js';
import { readAnnotation } from './readAnnotation.js';

/** What somebody remarked about an entry, in a comment behind its text. All spans count from the entry's start. */
export type Annotation = Note | Tag;

/** `<!-- @note DATE AUTHOR on "QUOTE" #2 [resolved]: TEXT -->` */
export interface Note {
  readonly kind: 'note';
  /** A day as `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly author: string | undefined;
  /** What of the entry's text it speaks of; absent where it speaks of the whole entry. */
  readonly quote: Quote | undefined;
  /** Whether it says that what its thread is about is done; the last note of a thread decides. */
  readonly resolved: boolean;
  /** What the note says, in Markdown; may be several lines, each ended by `\n`, or empty. Escapes are taken out. */
  readonly text: string;
  /** The whole comment. */
  readonly span: Span;
  /** Where the text is written, with its escapes. */
  readonly textSpan: Span;
}

/** Words of an entry that a note speaks of. */
export interface Quote {
  /** As they stand in the log; where they run over several lines, `\n` stands for the line break and all blank around it. */
  readonly text: string;
  /** Which of several places that say so is meant, from 1. */
  readonly ordinal: number;
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

/** The annotations of an entry, in order: read when first asked for, kept as long as the entry lives. */
export function annotationsOf(entry: Entry): readonly Annotation[] {
  // Most entries have no comment: they are done without a search.
  return entry.signs & Sign.angle && entry.text.includes('<!--', entry.body.from) ? annotationsIn(entry) : none;
}

const annotationsIn = perBlock((entry: Entry): readonly Annotation[] =>
  marksOf(entry).flatMap((mark) => {
    const annotation = mark.kind === 'comment' && mark.closed && readAnnotation(entry.text, mark.span);
    return annotation ? [annotation] : [];
  }),
);
