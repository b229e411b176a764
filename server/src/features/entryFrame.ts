import type { Range, TextDocumentPositionParams } from 'vscode-languageserver-protocol';
import { endsText, entryFrame as frameOf, type Now } from '../language/index.js';
import { toOffset, toRange } from './convert.js';
import type { Feature } from './feature.js';

/** Asks for the frame of an entry behind the one at a place. */
export interface EntryFrameParams extends TextDocumentPositionParams {
  /** The moment on the user's clock. */
  readonly now: Now;
  /** Whether there is one only where the place is the end of what an entry says. */
  readonly atEndOfText?: boolean;
}

/** What is to be written: `before`, a name, `between`, a text, `after`. */
export interface EntryFrameResult {
  readonly range: Range;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** The frame of a new entry: for whoever chooses its speaker. `null` where none is wanted. */
export const entryFrame: Feature<EntryFrameParams, EntryFrameResult | null> = {
  method: 'chatlog/entryFrame',
  capabilities: {},
  nothing: null,
  answer(document, { position, now, atEndOfText }) {
    const at = toOffset(document, position);
    if (atEndOfText && !endsText(document, at)) return null;
    const { span, ...parts } = frameOf(document, at, now);
    return { range: toRange(document, span), ...parts };
  },
};
