import type { ChatDocument } from '../syntax/document.js';
import { type Span, shiftSpan } from '../text/span.js';
import { annotatedEntries } from './annotatedEntries.js';
import { annotationsOf } from './annotations.js';

/** A name of a tag at its place in a log. */
export interface PlacedTagName {
  readonly name: string;
  /** Where it stands in the log, with its quotes. */
  readonly span: Span;
}

/** The name of a tag at an offset of the log, or that ends there; `undefined` where there is none. */
export function tagAt(document: ChatDocument, offset: number): PlacedTagName | undefined {
  const at = document.blockAt(offset);
  if (at?.block.kind !== 'entry') return undefined;
  const within = offset - at.from;
  for (const annotation of annotationsOf(at.block)) {
    if (annotation.kind !== 'tag' || annotation.span.from > within || annotation.span.to < within) continue;
    const found = annotation.names.find(({ span }) => span.from <= within && within <= span.to);
    if (found) return { name: found.name, span: shiftSpan(found.span, at.from) };
  }
  return undefined;
}

/** Every place of the log where a tag has this name. */
export function placesOfTag(document: ChatDocument, name: string): readonly Span[] {
  const places: Span[] = [];
  for (const { block, from } of annotatedEntries(document)) {
    for (const annotation of annotationsOf(block)) {
      for (const tag of annotation.kind === 'tag' ? annotation.names : []) {
        if (tag.name === name) places.push(shiftSpan(tag.span, from));
      }
    }
  }
  return places;
}
