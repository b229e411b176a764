import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol';
import { type ChatDocument, peopleOf, type Span, shiftSpan, textOf } from '../language/index.js';
import { toRange, toSpan } from './convert.js';
import type { Feature } from './feature.js';

/** How many colours there are: as many as people who can't tell some hues apart can still tell apart. */
export const COLOURS = 8;

/** Asks for the colours of the speakers in a part of a log. */
export interface SpeakerColoursParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range: Range;
}

/** A name in a header, and the number of its colour, from 0. */
export interface ColouredName {
  readonly range: Range;
  readonly colour: number;
}

/** The names in the headers of a part of a log. A person has the same colour in every log and every session. */
export const speakerColours: Feature<SpeakerColoursParams, ColouredName[]> = {
  method: 'chatlog/speakerColours',
  capabilities: {},
  nothing: [],
  answer(document, { range }, { lintOptions }) {
    const people = peopleOf(document, lintOptions.speakers);
    return namesIn(document, toSpan(document, range)).map(({ name, span }) => ({
      range: toRange(document, span),
      colour: colourOf(people.personOf(name)),
    }));
  },
};

function namesIn(document: ChatDocument, { from: start, to }: Span): { readonly name: string; readonly span: Span }[] {
  const names: { readonly name: string; readonly span: Span }[] = [];
  for (const { block, from } of document.blocks(document.blockAt(start)?.index)) {
    if (from > to) break;
    const name = block.kind === 'entry' ? textOf(block, block.speaker) : '';
    if (block.kind === 'entry' && name !== '') names.push({ name, span: shiftSpan(block.speaker, from) });
  }
  return names;
}

/** A number from the name alone, by the hash FNV-1a of its UTF-16 code units. */
export function colourOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % COLOURS;
}
