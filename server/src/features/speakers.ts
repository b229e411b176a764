import type { TextDocumentPositionParams } from 'vscode-languageserver-protocol';
import { peopleOf, rankedSpeakers } from '../language/index.js';
import { toOffset } from './convert.js';
import type { ArchiveFeature } from './feature.js';
import { speakerDetail } from './support/speakerDetail.js';

/** Somebody who may speak next. */
export interface SpeakerChoice {
  /** As it goes into a header. */
  readonly name: string;
  /** How much they say and when they last did, in the user's language. */
  readonly detail: string;
}

/** Who may speak next at a place: the speakers of the log and of the archive, the likeliest first. */
export const speakers: ArchiveFeature<TextDocumentPositionParams, SpeakerChoice[]> = {
  method: 'chatlog/speakers',
  capabilities: {},
  nothing: [],
  async answer(document, { position }, { archive, lintOptions, say }) {
    const placed = document.blockAt(toOffset(document, position));
    const people = peopleOf(document, lintOptions.speakers);
    const ranked = rankedSpeakers(document, people, await archive(), { index: placed ? placed.index + 1 : 0 });
    return Array.from(ranked, (speaker) => ({ name: speaker.name, detail: speakerDetail(speaker, say) }));
  },
};
