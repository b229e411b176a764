import { isScalar, type Scalar } from 'yaml';
import { type FrontMatter, perBlock } from '../syntax/block.js';
import { contentOf, type Field, readYaml } from '../syntax/frontMatter.js';
import { type Span, shiftSpan } from '../text/span.js';
import { type NameKind, nameNodes, pairsOf } from './namesInYaml.js';

/** A name of a person in the front matter. */
export interface FrontMatterNaming {
  readonly kind: NameKind;
  readonly name: string;
  /** Without its quotes; counts from the block's start. */
  readonly span: Span;
}

/** The names under `author`, `talks` and `speakers`, in their order: read when first asked for, kept as long as the block lives. */
export const namesInFrontMatter = perBlock((block: FrontMatter): readonly FrontMatterNaming[] => readNamings(block));

function readNamings(block: FrontMatter): FrontMatterNaming[] {
  const namings: FrontMatterNaming[] = [];
  const { fields, problems: unread } = contentOf(block);
  let end = 0;
  for (const field of fields) {
    const { name, lines } = field;
    // Several keys may share their lines.
    if (!['author', 'talks', 'speakers'].includes(name) || lines.from < end) continue;
    end = lines.to;
    const plain = unread.length === 0 ? plainAuthor(block, field) : undefined;
    if (plain) {
      namings.push(plain);
      continue;
    }
    const { document, problems } = readYaml(block.text.slice(lines.from, lines.to));
    if (problems.length > 0) continue;
    for (const pair of pairsOf(document.contents)) {
      for (const [kind, node] of nameNodes(pair)) {
        if (!isScalar(node) || node.value === null || !node.range) continue;
        namings.push({ kind, name: String(node.value), span: shiftSpan(spanOf(node, node.range), lines.from) });
      }
    }
  }
  return namings;
}

/** The author where the name is written as it reads, in quotes or without: no YAML need be read for most logs. */
function plainAuthor(
  { text }: FrontMatter,
  { name, key, value, content, lines }: Field,
): FrontMatterNaming | undefined {
  // Only in a line of its own: of several keys in one, this is the first.
  if (name !== 'author' || typeof content !== 'string' || key.from !== lines.from) return undefined;
  const written = text.slice(value.from, value.to);
  if (written === content) return { kind: 'author', name: content, span: value };
  if (written !== `"${content}"`) return undefined;
  return { kind: 'author', name: content, span: { from: value.from + 1, to: value.to - 1 } };
}

function spanOf({ type }: Scalar, [from, to]: readonly [number, number, number]): Span {
  const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  return quoted ? { from: from + 1, to: to - 1 } : { from, to };
}
