import { lineBreakOf } from '../lint/support/frontMatterPlaces.js';
import type { FrontMatter } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';
import { startOfLine } from '../text/lines.js';
import type { Span, TextChange } from '../text/span.js';
import { recordedNames } from './recordedNames.js';

/**
 * The change that records two names as one person's under `speakers` in the front matter, what stands there untouched;
 * `undefined` where that can't be done, or is done already.
 */
export function recordingOf(document: ChatDocument, name: string, other: string): TextChange | undefined {
  const block = document.frontMatter;
  if (!block?.closed || contentOf(block).problems.length > 0 || !contentOf(block).isMapping) return undefined;
  const { fields, spanOf } = contentOf(block);
  const persons = Object.entries(recordedNames(block)).map(([canonical, others]) => [canonical, ...others]);
  const known = persons.find((names) => names.includes(name)) ?? persons.find((names) => names.includes(other));
  if (known?.includes(name) && known.includes(other)) return undefined;
  const canonical = known?.[0] ?? name;
  const added = known?.includes(name) === false ? name : other;

  const field = fields.find((candidate) => candidate.name === 'speakers');
  const item = `${quoted(canonical)}: [${quoted(added)}]`;
  const lineBreak = lineBreakOf(block.text);
  if (!field) return insertAt(block.yaml.to, `speakers:${lineBreak}  ${item}${lineBreak}`);
  const map = spanOf(['speakers']);
  if (field.content === null || !map) return insertAt(field.value.from, `${lineBreak}  ${item}`);
  if (typeof field.content !== 'object' || Array.isArray(field.content)) return undefined;
  if (known) return addToList(block, spanOf(['speakers', canonical]), added, lineBreak);
  if (block.text.charAt(map.from) === '{') return addToFlow(block, map, item);
  return insertAt(map.from, `${item}${lineBreak}${indentOf(block, map.from)}`);
}

const insertAt = (at: number, insert: string): TextChange => ({ from: at, to: at, insert });

/** A name as a YAML text: in quotes, so that it may hold anything. */
const quoted = (name: string): string => JSON.stringify(name);

function addToList(
  block: FrontMatter,
  list: Span | undefined,
  name: string,
  lineBreak: string,
): TextChange | undefined {
  const start = list && block.text.charAt(list.from);
  if (start === '[') return addToFlow(block, list as Span, quoted(name));
  if (start !== '-') return undefined;
  return insertAt((list as Span).from, `- ${quoted(name)}${lineBreak}${indentOf(block, (list as Span).from)}`);
}

/** Adds an item at the start of a list or a map between brackets. */
function addToFlow({ text }: FrontMatter, { from, to }: Span, item: string): TextChange {
  const empty = text.slice(from + 1, to - 1).trim() === '';
  return insertAt(from + 1, empty ? item : `${item}, `);
}

/** What stands before a place on its line, as the indentation of the next. */
function indentOf({ text }: FrontMatter, at: number): string {
  return text.slice(startOfLine(text, at), at).replace(/[^\t]/g, ' ');
}
