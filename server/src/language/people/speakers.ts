import type { Entry } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { textOf } from '../syntax/inline.js';
import type { People } from './people.js';

/** A person and what they say in a log, counted. */
export interface Speaker {
  /** The person's canonical name; empty for entries without a name. */
  readonly name: string;
  /** Their names as they stand in headers here, in the order in which they first do. */
  readonly names: readonly string[];
  readonly entries: number;
  readonly first: PlacedBlock<Entry>;
  readonly last: PlacedBlock<Entry>;
}

/** Who speaks in a log: those with most entries first; of several with as many, the one who speaks first. */
export function speakersOf(document: ChatDocument, people: People): readonly Speaker[] {
  const speakers = new Map<
    string,
    { names: Set<string>; entries: number; first: PlacedBlock<Entry>; last: PlacedBlock<Entry> }
  >();
  let index = 0;
  for (const { chunk, from } of document.chunks()) {
    for (const [name, spoken] of spokenPerChunk(chunk)) {
      const person = people.personOf(name);
      const speaker = speakers.get(person);
      const first = shifted(spoken.first, index, from);
      const last = shifted(spoken.last, index, from);
      if (speaker) {
        speaker.names.add(name);
        speaker.entries += spoken.entries;
        if (last.index > speaker.last.index) speaker.last = last;
      } else speakers.set(person, { names: new Set([name]), entries: spoken.entries, first, last });
    }
    index += chunk.blocks.length;
  }
  return [...speakers]
    .map(([name, speaker]) => ({ ...speaker, name, names: [...speaker.names] }))
    .sort((a, b) => b.entries - a.entries || a.first.index - b.first.index);
}

/** The entries under one name in a chunk; indexes and offsets count from its start. */
interface Spoken {
  readonly entries: number;
  readonly first: PlacedBlock<Entry>;
  readonly last: PlacedBlock<Entry>;
}

/** What is said under each name in the headers of a chunk; those without a name under the empty one. */
export const spokenPerChunk = perChunk((chunk): ReadonlyMap<string, Spoken> => {
  const names = new Map<string, Spoken>();
  let from = 0;
  for (const [index, block] of chunk.blocks.entries()) {
    if (block.kind === 'entry') {
      const name = textOf(block, block.speaker);
      const last = { block, index, from };
      const known = names.get(name);
      names.set(name, { entries: (known?.entries ?? 0) + 1, first: known?.first ?? last, last });
    }
    from += block.text.length;
  }
  return names;
});

const shifted = ({ block, index, from }: PlacedBlock<Entry>, blocks: number, length: number): PlacedBlock<Entry> => ({
  block,
  index: index + blocks,
  from: from + length,
});
