import type { Range, TextDocumentPositionParams } from 'vscode-languageserver-protocol';
import {
  type ChatDocument,
  type Entry,
  type People,
  type PlacedBlock,
  peopleOf,
  shiftSpan,
  textOf,
} from '../language/index.js';
import { toOffset, toRange } from './convert.js';
import type { Feature } from './feature.js';

/** Asks for the next or previous entry of whoever speaks at a place. */
export interface EntryOfSpeakerParams extends TextDocumentPositionParams {
  readonly direction: 'next' | 'previous';
}

/**
 * The name in the header of the next or previous entry of the person who speaks at a place; behind the last comes the
 * first. `null` where nobody speaks.
 */
export const entryOfSpeaker: Feature<EntryOfSpeakerParams, Range | null> = {
  method: 'chatlog/entryOfSpeaker',
  capabilities: {},
  nothing: null,
  answer(document, { position, direction }, { lintOptions }) {
    const own = document.blockAt(toOffset(document, position));
    if (own?.block.kind !== 'entry') return null;
    const people = peopleOf(document, lintOptions.speakers);
    const entries = entriesOf(document, people.personOf(textOf(own.block, own.block.speaker)), people);
    const at = entries.findIndex(({ index }) => index === own.index);
    const entry = entries.at((at + (direction === 'next' ? 1 : -1)) % entries.length);
    return entry ? toRange(document, shiftSpan(entry.block.speaker, entry.from)) : null;
  },
};

/** A person's entries; those without a name are nobody's. */
function entriesOf(document: ChatDocument, person: string, people: People): readonly PlacedBlock<Entry>[] {
  if (person === '') return [];
  return [...document.entries()].filter(({ block }) => people.personOf(textOf(block, block.speaker)) === person);
}
