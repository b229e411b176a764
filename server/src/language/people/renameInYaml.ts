import { isScalar, type Scalar } from 'yaml';
import { textValue } from '../frontMatter/values.js';
import { readYaml } from '../syntax/frontMatter.js';
import type { TextChange } from '../text/span.js';
import { nameNodes, pairsOf } from './namesInYaml.js';

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
    .flatMap((pair) => nameNodes(pair).map(([, node]) => node))
    .filter((node) => isScalar(node))
    .filter((node) => String(node.value) === from)
    .flatMap((node) =>
      node.range ? [{ from: node.range[0], to: node.range[1], insert: rewritten(yaml, node, to) }] : [],
    );
}

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
