import { modelOf } from '../frontMatter/derive.js';
import { newFrontMatter, openWith } from '../frontMatter/newFrontMatter.js';
import { quoted } from '../frontMatter/values.js';
import type { LintOptions } from '../lint/engine.js';
import { insertionOfLines, lineBreakOf } from '../lint/support/frontMatterPlaces.js';
import { lostFrontMatter } from '../lint/support/lostFrontMatter.js';
import type { FrontMatter } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { contentOf, type Field } from '../syntax/frontMatter.js';
import { formatClock, parseClock } from '../text/clock.js';
import { endOfLine, startOfLine } from '../text/lines.js';
import type { Span, TextChange } from '../text/span.js';
import { isBlank, trimmedEnd } from '../text/whiteSpace.js';
import { saysTalks, type TalkValues } from './saysTalks.js';

/** A talk as it is to be recorded. */
export interface NewTalk {
  readonly title?: string | undefined;
  /** The name as it stands in the headers. */
  readonly speaker: string;
  /** Times of the speaker's first and last entry of the talk, in seconds since midnight. */
  readonly start: number;
  readonly end: number;
}

/**
 * The changes that add a talk to `talks` in the front matter, before the first that starts later and in the form of those
 * that are there; nothing else changes. Where there is no front matter, it is made. None where that can't be done: the
 * front matter is not closed, or is not YAML, or `talks` is no list.
 */
export function recordTalk(
  document: ChatDocument,
  talk: NewTalk,
  options: Pick<LintOptions, 'requiredKeys' | 'files'>,
): readonly TextChange[] {
  const { frontMatter } = document;
  const changes = frontMatter ? changesIn(frontMatter, talk) : creation(document, talk, options);
  // YAML has more forms than are told apart here: what would not be read as meant is not written.
  return saysTalks(document, changes, (talks) => withTalk(talks, talk)) ? changes : [];
}

/** The talks with the new one among them. */
function withTalk(talks: readonly TalkValues[], { title, speaker, start, end }: NewTalk): readonly TalkValues[] {
  const later = talks.findIndex((other) => other.start !== undefined && other.start > start);
  const at = later < 0 ? talks.length : later;
  return [...talks.slice(0, at), { title: title?.trim() ? title : undefined, speaker, start, end }, ...talks.slice(at)];
}

function creation(
  document: ChatDocument,
  talk: NewTalk,
  { requiredKeys, files }: Pick<LintOptions, 'requiredKeys' | 'files'>,
): readonly TextChange[] {
  if (document.blockCount === 0 || lostFrontMatter(document)) return [];
  const { lines } = newFrontMatter(document, requiredKeys, modelOf(files.neighbour(document.uri)));
  return [openWith(document, [...lines, 'talks:', ...blockItem(talk, '  ', ' ')])];
}

function changesIn(block: FrontMatter, talk: NewTalk): readonly TextChange[] {
  const { fields, problems, unreadable, isMapping, spanOf } = contentOf(block);
  if (!block.closed || problems.length > 0 || unreadable.length > 0 || !isMapping) return [];
  const field = fields.find(({ name }) => name === 'talks');
  if (!field) return [insertionOfLines(block, 'talks', ['talks:', ...blockItem(talk, '  ', ' ')])];
  const items: readonly unknown[] = Array.isArray(field.content) ? field.content : [];
  const value = block.text.slice(field.value.from, field.value.to);
  if (/^(?:~|null|\[[ \t]*\])?$/i.test(value)) return fillEmpty(block, field, talk);
  const list = spanOf(['talks']);
  const spans = items.map((_, index) => spanOf(['talks', index]));
  if (!list || !spans.every((span) => span !== undefined)) return [];
  const later = items.findIndex((item) => startOf(item) > talk.start);
  const at = later < 0 ? items.length : later;
  const first = block.text.charAt(list.from);
  if (first === '-') return addToBlock(block, field, list, spans, at, talk);
  return first === '[' ? addToFlow(block, list, spans, at, talk) : [];
}

/** When a recorded talk starts; one that does not tell starts before every other. */
function startOf(item: unknown): number {
  const { start } = (typeof item === 'object' && item !== null ? item : {}) as { readonly start?: unknown };
  return (typeof start === 'string' ? parseClock(start) : undefined) ?? Number.NEGATIVE_INFINITY;
}

/** Makes a list where the key has none; a comment behind it stays. */
function fillEmpty({ text }: FrontMatter, { key, value }: Field, talk: NewTalk): readonly TextChange[] {
  const lineFrom = startOfLine(text, key.from);
  const lineTo = endOfLine(text, key.to);
  const indent = `${text.slice(lineFrom, key.from)}  `;
  const lineBreak = lineBreakOf(text);
  const insert = blockItem(talk, indent, ' ')
    .map((line) => lineBreak + line)
    .join('');
  const changes: TextChange[] = [{ from: lineTo, to: lineTo, insert }];
  if (value.to > value.from) changes.unshift({ from: trimmedEnd(text, key.to, value.from), to: value.to, insert: '' });
  return changes;
}

/** Adds an item to a list whose items begin with `-`: right behind what stands before, so that no comment changes its place. */
function addToBlock(
  { text }: FrontMatter,
  { key }: Field,
  list: Span,
  items: readonly Span[],
  at: number,
  talk: NewTalk,
): readonly TextChange[] {
  const indent = text.slice(startOfLine(text, list.from), list.from);
  if (!isBlank(indent, 0, indent.length)) return [];
  const before = items[at - 1];
  const from = endOfLine(text, before ? trimmedEnd(text, before.from, before.to) : key.to);
  const [, gap = ' '] = /^-( +)[^\s#]/.exec(text.slice(list.from, endOfLine(text, list.from))) ?? [];
  const flow = text.charAt((before ?? items[at])?.from ?? list.from) === '{';
  const lines = flow ? [`${indent}-${gap}${flowItem(talk)}`] : blockItem(talk, indent, gap);
  const lineBreak = lineBreakOf(text);
  return [{ from, to: from, insert: lines.map((line) => lineBreak + line).join('') }];
}

/** Adds an item to a list between brackets. */
function addToFlow(
  { text }: FrontMatter,
  list: Span,
  items: readonly Span[],
  at: number,
  talk: NewTalk,
): readonly TextChange[] {
  const item = flowItem(talk);
  const [first] = items;
  if (!first) return [insertAt(list.from + 1, item)];
  const indent = text.slice(startOfLine(text, first.from), first.from);
  const onOwnLine = isBlank(indent, 0, indent.length);
  const lineStart = onOwnLine ? lineBreakOf(text) + indent : ' ';
  const before = items[at - 1];
  if (!before) return [insertAt(first.from, `${item},${lineStart}`)];
  const lineTo = endOfLine(text, before.to);
  const [rest, comma = ''] = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(text.slice(before.to, lineTo)) ?? [];
  if (!onOwnLine || !rest) return [insertAt(before.to, `,${lineStart}${item}`)];
  // The comment behind the item before stays there.
  return comma === ''
    ? [insertAt(before.to, ','), insertAt(lineTo, lineStart + item)]
    : [insertAt(lineTo, `${lineStart}${item},`)];
}

const insertAt = (at: number, insert: string): TextChange => ({ from: at, to: at, insert });

/** The keys and values of a talk. In quotes, all readers of YAML take names and times for the same text. */
const valuesOf = ({ title, speaker, start, end }: NewTalk): readonly string[] => [
  ...(title?.trim() ? [`title: ${quoted(title)}`] : []),
  `speaker: ${quoted(speaker)}`,
  `start: ${quoted(formatClock(start))}`,
  `end: ${quoted(formatClock(end))}`,
];

const flowItem = (talk: NewTalk): string => `{${valuesOf(talk).join(', ')}}`;

/** The lines of an item, `gap` between its `-` and the first key. */
const blockItem = (talk: NewTalk, indent: string, gap: string): readonly string[] =>
  valuesOf(talk).map((value, index) => `${indent}${index === 0 ? '-' : ' '}${gap}${value}`);
