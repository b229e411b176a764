import type { Range, TextDocumentPositionParams } from 'vscode-languageserver-protocol';
import { type ChatDocument, type Span, talksOf, trimmedEnd } from '../language/index.js';
import { toOffset, toRange } from './convert.js';
import type { Feature } from './feature.js';

/** Asks for what stands around a place. */
export interface RangeAtParams extends TextDocumentPositionParams {
  readonly what: 'entry' | 'talk';
}

/** The entry or the talk around a place, without the blank lines at its end; `null` where there is none. */
export const rangeAt: Feature<RangeAtParams, Range | null> = {
  method: 'chatlog/rangeAt',
  capabilities: {},
  nothing: null,
  answer(document, { position, what }) {
    const offset = toOffset(document, position);
    const span = what === 'entry' ? entryAt(document, offset) : talkAt(document, offset);
    if (!span) return null;
    const text = document.slice(span);
    return toRange(document, { from: span.from, to: span.from + trimmedEnd(text, 0, text.length) });
  },
};

function entryAt(document: ChatDocument, offset: number): Span | undefined {
  const placed = document.blockAt(offset);
  return placed?.block.kind === 'entry' ? { from: placed.from, to: placed.from + placed.block.text.length } : undefined;
}

function talkAt(document: ChatDocument, offset: number): Span | undefined {
  const spans = talksOf(document).flatMap(({ span }) => span ?? []);
  return spans.find(({ from, to }) => from <= offset && offset <= to);
}
