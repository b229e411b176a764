import { type NameParts, namePartsOf } from './nameParts.js';

/** A name, taken apart. */
export interface IndexedName {
  readonly name: string;
  readonly parts: NameParts;
}

/** Names of speakers, to be found by what a mention shares with them. Each index is built when first asked for. */
export class NameIndex {
  readonly names: ReadonlySet<string>;
  #byStart: ReadonlyMap<string, readonly string[]> | undefined;
  #parts: Parts | undefined;

  constructor(names: Iterable<string>) {
    this.names = new Set(names);
  }

  /** The names that stand in a text at an offset, whatever follows them; the longest first. */
  *namesAt(text: string, at: number): Generator<string> {
    this.#byStart ??= byStart(this.names);
    for (const name of this.#byStart.get(text.charAt(at)) ?? []) if (text.startsWith(name, at)) yield name;
  }

  /** The names that are the same but for separators, case and lost characters. */
  withBare(bare: string): readonly IndexedName[] {
    return this.#index().byBare.get(bare) ?? [];
  }

  /** The names that have a word as what may be the person's own name. */
  withWord(word: string): readonly IndexedName[] {
    return this.#index().byWord.get(word) ?? [];
  }

  /** The personal words that begin or end with the same character as a word does. */
  wordsNear(word: string): Iterable<string> {
    const { byEdge } = this.#index();
    return new Set([...(byEdge.get(`^${word.charAt(0)}`) ?? []), ...(byEdge.get(`${word.slice(-1)}$`) ?? [])]);
  }

  #index(): Parts {
    this.#parts ??= indexParts(this.names);
    return this.#parts;
  }
}

interface Parts {
  readonly byBare: ReadonlyMap<string, readonly IndexedName[]>;
  readonly byWord: ReadonlyMap<string, readonly IndexedName[]>;
  readonly byEdge: ReadonlyMap<string, ReadonlySet<string>>;
}

function byStart(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const starts = new Map<string, string[]>();
  for (const name of names) add(starts, name.charAt(0), name);
  for (const list of starts.values()) list.sort((a, b) => b.length - a.length);
  return starts;
}

function indexParts(names: Iterable<string>): Parts {
  const byBare = new Map<string, IndexedName[]>();
  const byWord = new Map<string, IndexedName[]>();
  const byEdge = new Map<string, Set<string>>();
  for (const name of names) {
    const indexed = { name, parts: namePartsOf(name) };
    if (indexed.parts.bare !== '') add(byBare, indexed.parts.bare, indexed);
    for (const word of new Set(indexed.parts.personal.map(({ text }) => text))) {
      add(byWord, word, indexed);
      for (const edge of [`^${word.charAt(0)}`, `${word.slice(-1)}$`]) {
        const words = byEdge.get(edge);
        if (words) words.add(word);
        else byEdge.set(edge, new Set([word]));
      }
    }
  }
  return { byBare, byWord, byEdge };
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
