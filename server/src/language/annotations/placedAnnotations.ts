import { type Entry, headerSpanOf } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { type Span, shiftSpan } from '../text/span.js';
import { annotatedEntries } from './annotatedEntries.js';
import { type Annotation, annotationsOf } from './annotations.js';
import { findQuote } from './quotes.js';
import { piecesWithout } from './strip.js';

/** An annotation at its place in a log. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly entry: PlacedBlock<Entry>;
  /** What it is on, in offsets of the log: the words that it quotes, or the header of the whole entry. */
  readonly target: Span;
  /** Whether it quotes words that are gone; then its target is the header. */
  readonly quoteGone: boolean;
}

/** All annotations of a log, in their order. */
export function* placedAnnotations(document: ChatDocument): Generator<PlacedAnnotation> {
  for (const entry of annotatedEntries(document)) {
    for (const annotation of annotationsOf(entry.block)) {
      const quote = annotation.kind === 'note' ? annotation.quote : undefined;
      const words = quote && findQuote(entry.block, quote);
      const target = shiftSpan(words ?? headerSpanOf(entry.block), entry.from);
      yield { annotation, entry, target, quoteGone: quote !== undefined && !words };
    }
  }
}

/** How much of the text around a target tells it from others, in UTF-16 code units. */
const CONTEXT = 32;

/** What stands right before and behind a target within its entry, up to an annotation. */
export function contextOf({ entry: { block, from }, target }: PlacedAnnotation): {
  readonly prefix: string;
  readonly suffix: string;
} {
  const { text } = block;
  const span = shiftSpan(target, -from);
  let start = Math.max(0, span.from - CONTEXT);
  let end = Math.min(text.length, span.to + CONTEXT);
  for (const piece of piecesWithout(block, annotationsOf(block))) {
    if (piece.to <= span.from) start = Math.max(start, piece.to);
    else if (piece.from >= span.to) end = Math.min(end, piece.from);
  }
  if (isLowSurrogate(text.charCodeAt(start))) start++;
  if (isLowSurrogate(text.charCodeAt(end))) end--;
  return { prefix: text.slice(start, span.from), suffix: text.slice(span.to, Math.max(span.to, end)) };
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code < 0xe000;
