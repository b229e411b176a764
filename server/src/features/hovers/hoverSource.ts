import type { Archive, ChatDocument, PlacedBlock, Span } from '../../language/index.js';
import type { FeatureContext } from '../feature.js';
import type { Part } from '../support/hoverContent.js';

/** What a hover is made from. */
export interface HoverRequest {
  readonly document: ChatDocument;
  /** Where somebody rests, in offsets of the log. */
  readonly offset: number;
  /** The block that holds the offset. */
  readonly placed: PlacedBlock;
  /** The logs that are known by now. */
  readonly archive: Archive;
  readonly context: FeatureContext;
}

/** What is said of a place. */
export interface HoverSection {
  /** What it speaks of, in offsets of the log. */
  readonly span: Span;
  readonly parts: readonly Part[];
}

/** One kind of hover. */
export interface HoverSource {
  /** Whether what it says stands below all else, as a picture should: it is the largest. */
  readonly last?: true;
  /** What it has to say at the place; `undefined` where that is nothing. */
  hover(request: HoverRequest): HoverSection | undefined | Promise<HoverSection | undefined>;
}
