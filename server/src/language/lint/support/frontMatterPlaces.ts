import { knownKeys } from '../../frontMatter/keys.js';
import { canonicalGap, canonicalTail } from '../../frontMatter/values.js';
import { type FrontMatter, perBlock } from '../../syntax/block.js';
import { contentOf, type Field } from '../../syntax/frontMatter.js';
import type { Span, TextChange } from '../../text/span.js';
import { isBlank, trimmedEnd } from '../../text/whiteSpace.js';

/** The `---` that opens the front matter: where findings about it as a whole are shown. */
export function openingFence({ text }: FrontMatter): Span {
  const from = text.indexOf('---');
  return { from, to: from + 3 };
}

/** How the text breaks its lines. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where a finding on a key's value is shown: on the value, or, where there is none, on the key. */
export function placeOf({ text }: FrontMatter, { key, value }: Field): Span {
  const to = trimmedEnd(text, value.from, value.to);
  return to > value.from ? { from: value.from, to } : key;
}

/** What stands between the colon of a key and its value. */
function gapOf({ text }: FrontMatter, { key, value }: Field): string {
  return text.slice(key.to + 1, value.from);
}

/** Whether values stand in one column, as the exporter writes them; also where there is no value yet. */
const isCanonical = perBlock((block: FrontMatter): boolean => {
  const telling = contentOf(block).fields.filter(
    ({ name, key, value }) => value.to > value.from && key.to > key.from && canonicalGap(name) !== ' ',
  );
  return telling.length === 0 || telling.some((field) => gapOf(block, field) === canonicalGap(field.name));
});

/** What should stand between a key's colon and its value, as the other keys have it. */
export function gapAfter(block: FrontMatter, key: string): string {
  return isCanonical(block) ? canonicalGap(key) : ' ';
}

/** What the keys are indented with; mostly nothing. */
function indentOf(block: FrontMatter): string {
  const { text, yaml } = block;
  const first = contentOf(block).fields.find(({ lines, key }) => isBlank(text, lines.from, key.from));
  if (first) return text.slice(first.lines.from, first.key.from);
  return /^(?:[ \t]*[\n\r])*([ \t]*)/.exec(text.slice(yaml.from, yaml.to))?.[1] ?? '';
}

/** Where a key comes among those of a log; behind all others where nobody knows it. */
export function placeOfKey(key: string): number {
  const place = knownKeys.indexOf(key);
  return place < 0 ? knownKeys.length : place;
}

/** The change that inserts a key and its value behind those that come before it in a log, spaced as the others are. */
export function insertionOf(block: FrontMatter, key: string, value: string): TextChange {
  const tail = isCanonical(block) ? canonicalTail(key) : '';
  return insertionOfLines(block, key, [`${key}:${gapAfter(block, key)}${value}${tail}`]);
}

/** The change that inserts the lines of a key behind those of the keys that come before it in a log, indented as these are. */
export function insertionOfLines(block: FrontMatter, key: string, lines: readonly string[]): TextChange {
  const order = placeOfKey(key);
  let before: Field | undefined;
  for (const field of contentOf(block).fields) {
    const place = knownKeys.indexOf(field.name);
    if (place >= 0 ? place < order : order === knownKeys.length) before = field;
  }
  const { text, yaml } = block;
  const at = before ? before.lines.to : yaml.from;
  const indent = indentOf(block);
  const lineBreak = lineBreakOf(text);
  const inserted = lines.map((line) => indent + line).join(lineBreak);
  const broken = at === 0 || /[\n\r]/.test(text.charAt(at - 1));
  return { from: at, to: at, insert: broken ? inserted + lineBreak : lineBreak + inserted };
}
