import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { startOfLine } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { shiftSpan } from '../text/span.js';
import { isBlank, trimmedEnd } from '../text/whiteSpace.js';
import { type FrontMatter, perBlock } from './block.js';
import { type Part, readParts } from './frontMatterParts.js';
import { plainContent } from './plainFrontMatter.js';
import { isWithinYamlLimits } from './yamlLimits.js';

/** A key of the front matter and its value. Spans count from the block's start. */
export interface Field {
  readonly name: string;
  readonly key: Span;
  /** Empty, behind the colon, where there is no value. */
  readonly value: Span;
  /** The value as YAML reads it, dates as the text they are written in; `null` where there is none. */
  readonly content: unknown;
  /** Its lines, the last one's line break included; other keys' too where several share a line. */
  readonly lines: Span;
}

/** What YAML has to say of front matter that it can't read. Its span counts from the block's start. */
export interface YamlProblem extends Span {
  /** The code of the `yaml` package, such as `BAD_INDENT`. */
  readonly code: YAMLError['code'];
  readonly text: string;
}

/** The way to a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** Front matter, read. */
export interface FrontMatterContent {
  /** What can be read; where some lines are not YAML, the keys of the others. */
  readonly fields: readonly Field[];
  readonly problems: readonly YamlProblem[];
  /** Whether it is a mapping of keys to values, or empty. */
  readonly isMapping: boolean;
  /** The lines that YAML can't read as a key and its value; empty where it can read all. */
  readonly unreadable: readonly Part[];
  /** The span of the node at a path of keys and indexes, from the block's start; `undefined` where there is none. */
  spanOf(path: Path): Span | undefined;
}

/** What the front matter says: read when first asked for, kept as long as the block lives. Never throws. */
export const contentOf = perBlock(
  (block: FrontMatter): FrontMatterContent => plainContent(block) ?? readContent(block),
);

/** A line of dashes, or of what is taken for them, that stands where front matter should be closed. */
const NEAR_FENCE = /^[ \t]*[-‐-―−－_=*~…─━.。 ]{2,40}[ \t]*$/u;

/** Whether the line `text[from, to)` is no fence of front matter, but was surely meant as one. */
export function isNearFence(text: string, from: number, to: number): boolean {
  return to - from <= 60 && !isBlank(text, from, to) && NEAR_FENCE.test(text.slice(from, to));
}

/** The line that was meant to close front matter that is not closed; `undefined` where there is none. */
export function nearFenceOf({ text, yaml, closed }: FrontMatter): Span | undefined {
  if (closed) return undefined;
  const to = trimmedEnd(text, yaml.from, yaml.to);
  const from = Math.max(yaml.from, startOfLine(text, to));
  return from < to && isNearFence(text, from, to) ? { from, to } : undefined;
}

/** Some YAML, read. Spans count from its start. */
export interface YamlReading {
  readonly document: Document;
  readonly problems: readonly YamlProblem[];
}

/** Reads some YAML; keys may stand in it twice. Never throws. */
export function readYaml(source: string): YamlReading {
  if (!isWithinYamlLimits(source)) {
    const text = 'It is nested too deeply, or has lines too long, to be read.';
    return {
      document: parseDocument(''),
      problems: [{ from: 0, to: source.length, code: 'RESOURCE_EXHAUSTION', text }],
    };
  }
  // To YAML a lone carriage return ends a line, as it does in an editor; the package takes it for text.
  const document = parseDocument(source.replace(/\r(?!\n)/g, '\n'), {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  // The other warnings are about indentation, which every reader of YAML puts up with.
  const warnings = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  const problems = [...document.errors, ...warnings].map(({ code, message, pos }) => {
    const from = Math.min(pos[0], source.length);
    return { from, to: Math.max(from, Math.min(pos[1], source.length)), code, text: message };
  });
  return { document, problems };
}

/** Some YAML, and where it begins in the block. */
interface PlacedMapping {
  readonly document: Document;
  readonly from: number;
  /** Whether there are so many aliases that looking up what they stand for would take all day. */
  readonly crowded: boolean;
}

/** To look up an alias, the package walks through all of the YAML. */
const MOST_ALIASES = 200;

const isCrowded = (source: string): boolean => source.split('*', MOST_ALIASES + 2).length > MOST_ALIASES + 1;

/** What the YAML package has to say of the front matter. */
export function readContent(block: FrontMatter): FrontMatterContent {
  const { from } = block.yaml;
  const to = nearFenceOf(block)?.from ?? block.yaml.to;
  const source = block.text.slice(from, to);
  const whole = readYaml(source);
  const { contents } = whole.document;
  const problems = whole.problems.map((problem) => ({ ...problem, ...shiftSpan(problem, from) }));
  const isMapping = contents === null || isMap(contents);
  const parts = readParts(block.text, from, to);
  if (problems.length === 0 && isMapping) {
    const mapping = { document: whole.document, from, crowded: isCrowded(source) };
    const readable = { problems, isMapping, unreadable: [], spanOf: (path: Path) => spanIn(mapping, path) };
    const fields = fieldsOf(mapping, parts);
    if (fields) return { ...readable, fields };
    const apart = readPartByPart(block.text, parts);
    if (apart.unreadable.length > 0 || apart.fields.length > pairsOf(mapping).length)
      return { ...apart, problems, isMapping };
    return { ...readable, fields: pairsOf(mapping).map((pair) => fieldOf(mapping, pair, { from, to })) };
  }
  return { ...readPartByPart(block.text, parts), problems, isMapping };
}

/** Reads what can be read where the whole can't: each key with its lines by itself. */
function readPartByPart(
  text: string,
  parts: readonly Part[],
): Pick<FrontMatterContent, 'fields' | 'unreadable' | 'spanOf'> {
  const fields: Field[] = [];
  const unreadable: Part[] = [];
  const mappings = new Map<string, PlacedMapping>();
  for (const part of parts) {
    const source = text.slice(part.from, part.to);
    const { document, problems } = readYaml(source);
    const mapping = { document, from: part.from, crowded: isCrowded(source) };
    const [field, ...others] = (problems.length === 0 && fieldsOf(mapping, [part])) || [];
    if (field && others.length === 0) {
      fields.push(field);
      if (!mappings.has(field.name)) mappings.set(field.name, mapping);
    } else unreadable.push(part);
  }
  return { fields, unreadable, spanOf: (path) => spanIn(mappings.get(String(path[0])), path) };
}

/** The keys of a mapping; `undefined` where there are not as many as the lines' indentation promises. */
function fieldsOf(mapping: PlacedMapping, parts: readonly Part[]): readonly Field[] | undefined {
  const pairs = pairsOf(mapping);
  const fields: Field[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.stray) return undefined;
    const first = at;
    for (; at < pairs.length; at++) {
      const field = fieldOf(mapping, pairs[at] as Pair, part);
      if (field.key.from >= part.to) break;
      fields.push(field);
    }
    if (at === first) return undefined;
  }
  return at === pairs.length ? fields : undefined;
}

const pairsOf = ({ document: { contents } }: PlacedMapping): readonly Pair[] => (isMap(contents) ? contents.items : []);

function fieldOf({ document, from, crowded }: PlacedMapping, pair: Pair, lines: Span): Field {
  const key = rangeOf(pair.key) ?? { from: 0, to: 0 };
  const value = rangeOf(pair.value) ?? { from: key.to + 1, to: key.to + 1 };
  return {
    name: isScalar(pair.key) ? String(pair.key.value) : '',
    key: shiftSpan(key, from),
    value: shiftSpan(value, from),
    content: crowded && hasAlias(pair.value) ? null : contentOfNode(document, pair.value),
    lines: { from: lines.from, to: lines.to },
  };
}

/** Whether an alias stands in the node, as far as can be told without a walk through it. */
const hasAlias = (node: unknown): boolean => isAlias(node) || isMap(node) || isSeq(node);

/** The node as plain data. Aliases that would grow without bound are left out. */
function contentOfNode(document: Document, node: unknown): unknown {
  if (!isNode(node)) return null;
  try {
    return node.toJS(document, { maxAliasCount: 100 });
  } catch {
    return null;
  }
}

function spanIn(mapping: PlacedMapping | undefined, path: Path): Span | undefined {
  const node = mapping?.document.getIn(path, true);
  return mapping && isNode(node) && node.range
    ? shiftSpan({ from: node.range[0], to: node.range[1] }, mapping.from)
    : undefined;
}

function rangeOf(node: unknown): Span | undefined {
  const range = isNode(node) ? (node as Node).range : undefined;
  return range ? { from: range[0], to: range[1] } : undefined;
}
