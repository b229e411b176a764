import type { Archive, ChatDocument, PlacedBlock, Span } from '../../language/index.js';
import type { FeatureContext } from '../feature.js';
import type { About } from '../support/about.js';

/** Where proposals are asked for. */
export interface CompletionRequest {
  readonly document: ChatDocument;
  /** In offsets of the log. */
  readonly offset: number;
  /** The block that holds the offset; absent in an empty log. */
  readonly placed: PlacedBlock | undefined;
  /** What stands on the line before the place, and behind it. */
  readonly before: string;
  readonly after: string;
  readonly context: FeatureContext;
  /** The logs that are known by now; to be asked for only where they are needed. */
  readonly archive: () => Promise<Archive>;
}

/** Numbers of LSP's `CompletionItemKind`. */
export const completionKind = {
  entry: 23,
  person: 12,
  emoji: 16,
  picture: 17,
  key: 10,
  value: 12,
  keyword: 14,
  tag: 20,
} as const;

/** A proposal. Spans are in offsets of the log, and lie on one line. */
export interface Proposal {
  readonly label: string;
  readonly kind: keyof typeof completionKind;
  /** What tells it from others, beside the label. */
  readonly description?: string | undefined;
  /** Where it goes: what stands there is replaced. */
  readonly span: Span;
  /** Where what is replaced ends for those who would overwrite the rest of a word; the end of `span` where it is absent. */
  readonly overwriteTo?: number;
  readonly insert: string;
  /** The same as a snippet of LSP, for clients that take those. */
  readonly snippet?: string;
  /**
   * What is compared with the text from the start of `span` to the place, so it begins as that does: with the `@`, the
   * bracket. Editors look at no more than 128 characters.
   */
  readonly filter: string;
  /** Whether more is to be proposed behind what it inserts. */
  readonly again?: true;
  /** What its details, which are looked up late, are about. */
  readonly about?: About;
}

/** Some proposals, the likeliest first. */
export interface Proposals {
  readonly items: readonly Proposal[];
  /** Whether there are more, some of which may fit when more is typed. */
  readonly more?: boolean;
}

/** One kind of proposals. */
export interface CompletionSource {
  /** What calls for it when it is typed. No letter and nothing that an input method puts into ordinary text. */
  readonly triggers: readonly string[];
  /** What it has to propose at the place; `undefined` where that is nothing. It must not take long to say so. */
  complete(request: CompletionRequest): Proposals | undefined | Promise<Proposals | undefined>;
}
