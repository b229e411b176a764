import { isScalar, type Scalar } from 'yaml';
import type { FrontMatter } from '../syntax/block.js';
import { contentOf, readYaml } from '../syntax/frontMatter.js';
import { type Span, shiftSpan } from '../text/span.js';
import { type NameKind, nameNodes, pairsOf } from './namesInYaml.js';

/** A name of a person in the front matter. */
export interface FrontMatterNaming {
  readonly kind: NameKind;
  readonly name: string;
  /** Without its quotes; counts from the block's start. */
  readonly span: Span;
}

const known = new WeakMap<FrontMatter, readonly FrontMatterNaming[]>();

/** The names under `author`, `talks` and `speakers`, in their order: read when first asked for, kept as long as the block lives. */
export function namesInFrontMatter(block: FrontMatter): readonly FrontMatterNaming[] {
  let namings = known.get(block);
  if (!namings) {
    namings = readNamings(block);
    known.set(block, namings);
  }
  return namings;
}

function readNamings(block: FrontMatter): FrontMatterNaming[] {
  const namings: FrontMatterNaming[] = [];
  let end = 0;
  for (const { name, lines } of contentOf(block).fields) {
    // Several keys may share their lines.
    if (!['author', 'talks', 'speakers'].includes(name) || lines.from < end) continue;
    end = lines.to;
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

function spanOf({ type }: Scalar, [from, to]: readonly [number, number, number]): Span {
  const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  return quoted ? { from: from + 1, to: to - 1 } : { from, to };
}
