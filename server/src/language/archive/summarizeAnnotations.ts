import { annotatedEntries } from '../annotations/annotatedEntries.js';
import { annotationsOf } from '../annotations/annotations.js';
import { tagsOf } from '../annotations/editTags.js';
import { onOneLine } from '../symbols/onOneLine.js';
import { headerSpanOf } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { endOfLine } from '../text/lines.js';
import { type Place, placeOf } from './place.js';

/** A tag of a log. */
export interface TagSummary {
  readonly name: string;
  /** The headers of the entries that have it. */
  readonly places: readonly Place[];
}

/** A note of a log. */
export interface NoteSummary {
  /** The beginning of its text, on one line; empty where it says nothing. */
  readonly beginning: string;
  readonly author: string | undefined;
  /** The first line of its comment. */
  readonly place: Place;
}

/** The notes and tags of a log. */
export interface AnnotationsSummary {
  readonly tags: readonly TagSummary[];
  readonly notes: readonly NoteSummary[];
}

/** Most logs have none. */
const none: AnnotationsSummary = { tags: [], notes: [] };

/** Sums up the annotations of a log. */
export function summarizeAnnotations(document: ChatDocument): AnnotationsSummary {
  const places = new Map<string, Place[]>();
  const notes: NoteSummary[] = [];
  for (const { block, from } of annotatedEntries(document)) {
    const header = placeOf(document, from, headerSpanOf(block).to);
    for (const name of tagsOf(block)) {
      const known = places.get(name);
      if (known) known.push(header);
      else places.set(name, [header]);
    }
    for (const annotation of annotationsOf(block)) {
      if (annotation.kind !== 'note') continue;
      const { text, author, span } = annotation;
      const length = endOfLine(block.text.slice(span.from, span.to), 0);
      notes.push({
        beginning: onOneLine(text),
        author,
        place: placeOf(document, from + span.from, length),
      });
    }
  }
  if (places.size === 0 && notes.length === 0) return none;
  return { tags: [...places].map(([name, found]) => ({ name, places: found })), notes };
}
