import {
  type ChatDocument,
  type Chunk,
  type KnownNames,
  type Naming,
  namingsIn,
  perChunk,
} from '../../language/index.js';
import { type Named, namedInFrontMatter } from './namedAt.js';
import { isNamed, type Person } from './person.js';

/** Every place of a log that names a person, in the order of the text. Work after an edit is that of the chunk it touched. */
export function placesNaming(document: ChatDocument, person: Person, known: KnownNames): Named[] {
  const places = namedInFrontMatter(document, known).filter((named) => isNamed(person, named, known));
  for (const { chunk, from } of document.chunks()) {
    const found: Named[] = [];
    for (const { kind, name, starts } of namesInChunk(chunk, known)) {
      if (!isNamed(person, { kind, name }, known)) continue;
      for (const start of starts) {
        found.push({ kind, name, span: { from: from + start, to: from + start + name.length } });
      }
    }
    places.push(...found.sort((a, b) => a.span.from - b.span.from));
  }
  return places;
}

/** Where one name stands in a chunk, in offsets of the chunk. */
interface NameInChunk extends Pick<Naming, 'kind' | 'name'> {
  readonly starts: number[];
}

const keptPerChunk = perChunk(() => new WeakMap<KnownNames, readonly NameInChunk[]>());

function namesInChunk(chunk: Chunk, known: KnownNames): readonly NameInChunk[] {
  const kept = keptPerChunk(chunk);
  let names = kept.get(known);
  if (!names) {
    names = findNames(chunk, known);
    kept.set(known, names);
  }
  return names;
}

function findNames(chunk: Chunk, known: KnownNames): readonly NameInChunk[] {
  const names = new Map<string, NameInChunk>();
  let from = 0;
  for (const block of chunk.blocks) {
    for (const { kind, name, span } of block.kind === 'entry' ? namingsIn(block, known) : []) {
      const key = `${kind} ${name}`;
      const found = names.get(key);
      if (found) found.starts.push(from + span.from);
      else names.set(key, { kind, name, starts: [from + span.from] });
    }
    from += block.text.length;
  }
  return [...names.values()];
}
