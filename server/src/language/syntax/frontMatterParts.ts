import { keyOf } from '../frontMatter/keys.js';
import { endOfLine, nextLine } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { isBlank, isWhiteSpace, trimmedEnd, trimmedStart } from '../text/whiteSpace.js';

/** The lines of front matter that belong to one key, as their indentation tells. Spans count from the text they were read from. */
export interface Part extends Span {
  /** Where its first line ends, the line break not included. */
  readonly headTo: number;
  /** Whether it is indented as no key can be: below another's value, or with a tab. */
  readonly stray: boolean;
}

/** A line read as a key and its value, also where something else than `: ` stands between. Spans count from the text. */
export interface KeyLine {
  readonly name: string;
  readonly key: Span;
  /** From the key to the value: colon and white space, or what stands in their place. */
  readonly between: Span;
  /** What stands for the colon; empty where nothing does. */
  readonly separator: string;
  /** White space at its ends not included; empty where there is none. */
  readonly value: Span;
  /** Whether YAML sees a key here: a colon with white space behind it. */
  readonly wellFormed: boolean;
}

const isKey = (name: string): boolean => keyOf(name) !== undefined;

const HASH = 0x23;
const DASH = 0x2d;
const KEY_LINE =
  /^[ \t\u00a0\u3000]*(?:-[ \t]+)*(?<key>(?<quote>["']?)(?<name>[\p{L}_][\p{L}\p{N}_.-]{0,40})\k<quote>)(?<before>[ \t\u00a0\u3000]*)(?<separator>[:：﹕︰∶;；=]{0,2})(?<after>[ \t\u00a0\u2000-\u200b\u3000]*)/u;

/** Reads the line `text[from, to)` as a key and its value; `undefined` where it is neither that nor meant as that. */
export function readKeyLine(text: string, from: number, to: number): KeyLine | undefined {
  const { groups, 0: whole } = KEY_LINE.exec(text.slice(from, Math.min(to, from + 200))) ?? {};
  if (!groups || whole === undefined) return undefined;
  const { key = '', name = '', before = '', separator = '', after = '' } = groups;
  const valueFrom = from + whole.length;
  const valueTo = trimmedEnd(text, valueFrom, to);
  const betweenFrom = valueFrom - after.length - separator.length - before.length;
  const wellFormed = separator === ':' && (/^[ \t]/.test(after) ? !/[^ \t]/.test(after) : valueFrom === to);
  if (!wellFormed) {
    const address = separator === ':' && text.startsWith('//', valueFrom);
    const ascii = /^[\x20-\x7e]+$/.test(name) && /^[:：﹕︰∶]/.test(separator);
    if (address || !(isKey(name) || ascii)) return undefined;
    if (separator === '' && (before + after === '' || valueFrom === valueTo)) return undefined;
  }
  return {
    name,
    key: { from: betweenFrom - key.length, to: betweenFrom },
    between: { from: betweenFrom, to: valueFrom },
    separator,
    value: { from: valueFrom, to: Math.max(valueFrom, valueTo) },
    wellFormed,
  };
}

/**
 * Cuts `text[from, to)` into the lines of one key each. Blank lines and comments between them belong to none.
 */
export function readParts(text: string, from: number, to: number): readonly Part[] {
  const base = leastIndent(text, from, to);
  const parts: { from: number; to: number; headTo: number; stray: boolean }[] = [];
  let valueFollows = false;
  for (let line = from; line < to; ) {
    const end = Math.min(to, endOfLine(text, line));
    const next = Math.min(to, nextLine(text, end));
    const start = indentEnd(text, line, end);
    const indent = start - line;
    const current = parts.at(-1);
    const first = text.charCodeAt(start);
    if (isBlank(text, line, end) || (first === HASH && indent <= base)) {
      // Belongs to no key, unless more of the value follows.
    } else if (current && continues(text, start, end, indent > base, valueFollows)) {
      current.to = next;
    } else {
      parts.push({ from: line, to: next, headTo: end, stray: indent > base || text.slice(line, start).includes('\t') });
      valueFollows = takesLines(text, start, end);
    }
    line = next;
  }
  return parts;
}

/** Whether a line goes on with the value of the key above it. */
function continues(text: string, start: number, end: number, indented: boolean, valueFollows: boolean): boolean {
  if (indented) {
    if (valueFollows) return true;
    const keyLine = readKeyLine(text, start, end);
    return !keyLine || !isKey(keyLine.name) || keyLine.separator === '';
  }
  const first = text.charAt(start);
  if (first === ']' || first === '}') return true;
  return (
    text.charCodeAt(start) === DASH && valueFollows && (start + 1 === end || isWhiteSpace(text.charCodeAt(start + 1)))
  );
}

/** Whether the value of the key in this line may stand in the lines below it: a list, a map, or text in a block. */
function takesLines(text: string, start: number, end: number): boolean {
  const value = /^[^:：]*[:：][ \t]*(.?)/u.exec(text.slice(start, Math.min(end, start + 200)))?.[1];
  if (value === undefined) return false;
  if (value === '' || '|>#&!'.includes(value)) return true;
  const last = text.charAt(trimmedEnd(text, start, end) - 1);
  return (value === '[' && last !== ']') || (value === '{' && last !== '}');
}

function indentEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
  return at;
}

function leastIndent(text: string, from: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let line = from; line < to; ) {
    const end = Math.min(to, endOfLine(text, line));
    const start = indentEnd(text, line, end);
    if (trimmedStart(text, line, end) < end && text.charCodeAt(start) !== HASH) least = Math.min(least, start - line);
    line = nextLine(text, end);
  }
  return Number.isFinite(least) ? least : 0;
}
