import { isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import { textValue } from '../frontMatter/values.js';
import { readYaml } from '../syntax/frontMatter.js';
import type { TextChange } from '../text/span.js';

/** The changes that rename a speaker under `speakers` in the text of a `.chatlog.yaml`; none where it is not YAML. */
export function renameInConfig(text: string, from: string, to: string): readonly TextChange[] {
  return changesIn(text, ['speakers'], from, to);
}

/** The changes that rename a speaker in some keys of front matter, given their lines. */
export function renameInFields(yaml: string, from: string, to: string): readonly TextChange[] {
  return changesIn(yaml, ['author', 'talks', 'speakers'], from, to);
}

function changesIn(yaml: string, keys: readonly string[], from: string, to: string): readonly TextChange[] {
  const { document, problems } = readYaml(yaml);
  if (problems.length > 0) return [];
  return pairsOf(document.contents)
    .filter(({ key }) => isScalar(key) && keys.includes(String(key.value)))
    .flatMap(namesIn)
    .filter((node) => String(node.value) === from)
    .flatMap((node) =>
      node.range ? [{ from: node.range[0], to: node.range[1], insert: rewritten(yaml, node, to) }] : [],
    );
}

/** The names that stand in a key's value. */
function namesIn({ key, value }: Pair): readonly Scalar[] {
  switch (String((key as Scalar).value)) {
    case 'author':
      return scalars([value]);
    case 'talks':
      return scalars(
        itemsOf(value).flatMap((talk) =>
          pairsOf(talk)
            .filter(isSpeaker)
            .map((pair) => pair.value),
        ),
      );
    default:
      return scalars(pairsOf(value).flatMap((person) => [person.key, ...itemsOf(person.value)]));
  }
}

const pairsOf = (node: unknown): readonly Pair[] => (isMap(node) ? node.items : []);

const itemsOf = (node: unknown): readonly unknown[] => (isSeq(node) ? node.items : []);

const scalars = (nodes: readonly unknown[]): readonly Scalar[] => nodes.filter((node) => isScalar(node));

const isSpeaker = ({ key }: Pair): boolean => isScalar(key) && key.value === 'speaker';

/** A name in the quotes that another had; in quotes where it can't do without. */
function rewritten(yaml: string, { type, range }: Scalar, name: string): string {
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(name);
  if (type === 'QUOTE_SINGLE') return `'${name.replaceAll("'", "''")}'`;
  // A comma and brackets end a value that stands between brackets; to look whether this one does is not worth it.
  const plain = textValue(name) === name && !/[,[\]{}]/.test(name);
  // Text on lines of its own ends with its line break.
  const end = type === 'PLAIN' ? '' : (/[\r\n]+$/.exec(yaml.slice(range?.[0], range?.[1]))?.[0] ?? '');
  return (plain ? name : JSON.stringify(name)) + end;
}
