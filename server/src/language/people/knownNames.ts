import type { Chunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { NameIndex } from './nameIndex.js';
import type { People } from './people.js';
import { spokenPerChunk } from './speakers.js';

/** The names by which a mention in a log can be understood. */
export interface KnownNames {
  readonly people: People;
  /** Those in the headers of this log. */
  readonly log: NameIndex;
  /** Those that are recorded for one person or another. */
  readonly recorded: NameIndex;
  /** Those in the headers of all logs. */
  readonly archive: NameIndex;
}

const noNames: readonly string[] = [];
const indexes = new WeakMap<readonly string[], NameIndex>();
const keptOfLog = new WeakMap<NameIndex, WeakMap<People, WeakMap<readonly string[], KnownNames>>>();

/**
 * The names known in a log. `archive` are those in the headers of all logs, to be handed over as the same array as long
 * as they don't change: what is found out of them is kept by it. The same object as long as no name comes or goes.
 */
export function knownNames(document: ChatDocument, people: People, archive: readonly string[] = noNames): KnownNames {
  const log = namesInHeaders(document);
  const ofPeople = keptIn(keptOfLog, log, () => new WeakMap());
  const ofArchive = keptIn(ofPeople, people, () => new WeakMap());
  return keptIn(ofArchive, archive, () => ({
    people,
    log,
    recorded: keptIn(indexes, people.names, () => new NameIndex(people.names)),
    archive: keptIn(indexes, archive, () => new NameIndex(archive)),
  }));
}

const indexOfDocument = new WeakMap<ChatDocument, NameIndex>();
/** The index of the last log that a chunk was found in at its start or end. */
const indexOfChunk = new WeakMap<Chunk, NameIndex>();

/** The names in a log's headers. A version that has the same names as the one before has the same index. */
function namesInHeaders(document: ChatDocument): NameIndex {
  return keptIn(indexOfDocument, document, () => {
    const chunks = Array.from(document.chunks(), ({ chunk }) => chunk);
    const names = new Set<string>();
    for (const chunk of chunks) for (const name of spokenPerChunk(chunk).keys()) names.add(name);
    names.delete('');
    // An edit replaces one chunk, or a few neighbours: the first or the last is as it was.
    const ends = [chunks[0], chunks.at(-1)].filter((chunk) => chunk !== undefined);
    const before = ends.map((chunk) => indexOfChunk.get(chunk)).find((index) => index && areSame(index.names, names));
    const index = before ?? new NameIndex(names);
    for (const chunk of ends) indexOfChunk.set(chunk, index);
    return index;
  });
}

const areSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...b].every((name) => a.has(name));

function keptIn<Key extends object, Value>(kept: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  let value = kept.get(key);
  if (value === undefined) {
    value = make();
    kept.set(key, value);
  }
  return value;
}
