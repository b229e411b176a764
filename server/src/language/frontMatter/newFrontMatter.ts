import { lineBreakOf } from '../lint/support/frontMatterPlaces.js';
import type { ChatDocument } from '../syntax/document.js';
import type { TextChange } from '../text/span.js';
import { deriveValue, type FrontMatterModel } from './derive.js';
import { knownKeys } from './keys.js';
import { canonicalGap, canonicalTail } from './values.js';

/** Front matter for a log that has none. */
export interface NewFrontMatter {
  /** What stands between its fences; keys whose value nothing tells are left out. */
  readonly lines: readonly string[];
  /** Whether every value follows from the log; else some are guesses that a person should look at. */
  readonly sure: boolean;
}

/** The front matter that the log should have: the required keys, in the form of the neighbouring log's where that is known. */
export function newFrontMatter(
  document: ChatDocument,
  required: readonly string[],
  model: FrontMatterModel | undefined,
): NewFrontMatter {
  let sure = true;
  const lines: string[] = [];
  for (const key of keysOf(required, model)) {
    const value = deriveValue(document, key, model);
    if (!value) continue;
    sure &&= value.sure;
    const line = model?.lines.find((candidate) => candidate.key === key);
    const written = line && line.value !== '' && !line.before.startsWith(' ');
    lines.push(
      written
        ? line.before + value.text + line.after.replace(/[ \t]*#.*/, '')
        : `${key}:${canonicalGap(key)}${value.text}${canonicalTail(key)}`,
    );
  }
  return { lines, sure };
}

const BYTE_ORDER_MARK = 0xfeff;

/** Puts front matter of these lines at the start of a log that has none, behind a byte order mark. */
export function openWith(document: ChatDocument, lines: readonly string[]): TextChange {
  // The text of the first block, so that the whole need not be put together.
  const { text } = document.block(0).block;
  const at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  return { from: at, to: at, insert: ['---', ...lines, '---', ''].join(lineBreakOf(text)) };
}

/** The keys to write: those of the neighbour in their order, and what is required; without a neighbour, what the exporter writes. */
function keysOf(required: readonly string[], model: FrontMatterModel | undefined): readonly string[] {
  if (!model) return knownKeys.filter((key) => key === 'lines' || required.includes(key));
  const keys = model.lines.map(({ key }) => key);
  for (const key of required) {
    if (keys.includes(key)) continue;
    const order = knownKeys.indexOf(key);
    const next = keys.findIndex((other) => knownKeys.indexOf(other) > order);
    keys.splice(next < 0 ? keys.length : next, 0, key);
  }
  return keys;
}
