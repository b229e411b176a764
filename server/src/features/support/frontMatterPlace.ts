import type { CompletionRequest } from '../completions/completionSource.js';

/** Where in the front matter a place is, by the lines around it: what is half written is rarely YAML. */
export interface FrontMatterPlace {
  /** The key at the start of a line that the place belongs to; absent on a line that begins one. */
  readonly section: string | undefined;
  /** The keys at the starts of the other lines. */
  readonly keys: ReadonlySet<string>;
  /** In an item of a list: its other keys, and their values as they are written. */
  readonly item: ReadonlyMap<string, string>;
}

const KEY = /^(?<key>[\p{L}_][\p{L}\p{N}_-]*)[ \t]*[:：]/u;
const FIELD = /^\s*(?:-\s+)?(?<key>[a-z]+):[ \t]*(?<value>.*?)[ \t]*$/;
/** Longer lines hold no name, title or time. */
const LONGEST_LINE = 500;
const ITEM = /^\s*-(?:\s|$)/;

/** Reads the lines of the front matter that holds a place; `undefined` outside, and on its fences. */
export function frontMatterPlaceAt({ placed, offset, before, after }: CompletionRequest): FrontMatterPlace | undefined {
  if (placed?.block.kind !== 'frontMatter') return undefined;
  const { text, yaml } = placed.block;
  const at = offset - placed.from;
  if (at < yaml.from || at - before.length >= text.length + 1) return undefined;
  if (at > yaml.to || (placed.block.closed && at - before.length >= yaml.to)) return undefined;
  const above = text.slice(yaml.from, at - before.length).split(/\r\n|\r|\n/);
  above.pop();
  const below = text.slice(at + after.length, yaml.to).split(/\r\n|\r|\n/);
  below.shift();
  const keys = [...above, ...below].flatMap((line) => KEY.exec(line)?.groups?.['key'] ?? []);
  const isNested = /^(?:\s|-\s|-$)/.test(before);
  const section = isNested ? above.map((line) => KEY.exec(line)?.groups?.['key']).findLast(Boolean) : undefined;
  return { section, keys: new Set(keys), item: fieldsAround(above, before, below) };
}

/** The keys of the item that a line belongs to. */
function fieldsAround(above: readonly string[], line: string, below: readonly string[]): ReadonlyMap<string, string> {
  const start = ITEM.test(line) ? above.length : above.findLastIndex((one) => ITEM.test(one) || KEY.test(one));
  const end = below.findIndex((one) => ITEM.test(one) || KEY.test(one));
  const own = [...above.slice(Math.max(0, start)), ...below.slice(0, end < 0 ? below.length : end)];
  return new Map(
    own.flatMap((one) => {
      const { key, value } = FIELD.exec(one.slice(0, LONGEST_LINE))?.groups ?? {};
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}
