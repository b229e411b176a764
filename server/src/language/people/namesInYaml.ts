import { isMap, isScalar, isSeq, type Pair } from 'yaml';

/** What a name is: the author, the speaker of a talk, the first of a person's recorded names, or another of them. */
export type NameKind = 'author' | 'talk' | 'canonical' | 'other';

/** The nodes of a key that are names if they are texts: of `author`, `talks` and `speakers`. */
export function nameNodes({ key, value }: Pair): (readonly [NameKind, unknown])[] {
  switch (isScalar(key) ? key.value : undefined) {
    case 'author':
      return [['author', value]];
    case 'talks':
      return itemsOf(value)
        .flatMap(pairsOf)
        .flatMap((pair) => (isSpeaker(pair) ? [['talk', pair.value]] : []));
    case 'speakers':
      return pairsOf(value).flatMap((person) => [
        ['canonical', person.key],
        ...itemsOf(person.value).map((other) => ['other', other] as const),
      ]);
    default:
      return [];
  }
}

/** The keys of a mapping with their values; none of what is no mapping. */
export const pairsOf = (node: unknown): readonly Pair[] => (isMap(node) ? node.items : []);

const itemsOf = (node: unknown): readonly unknown[] => (isSeq(node) ? node.items : []);

const isSpeaker = ({ key }: Pair): boolean => isScalar(key) && key.value === 'speaker';
