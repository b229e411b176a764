import type { Entry, FrontMatter } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { readNearMiss } from '../syntax/header.js';
import { marksOf } from '../syntax/inline.js';
import { endOfLine, nextLine } from '../text/lines.js';
import { type Span, shiftSpan, type TextChange } from '../text/span.js';
import { isBlank, trimmedEnd } from '../text/whiteSpace.js';
import { withoutAnnotations } from './aroundAnnotations.js';

/** What stands on an otherwise empty line of an entry. */
const BLANK = '   ';
/** Spaces at the end of a header, and of a line of text: Markdown's hard line break. */
const BREAK = '  ';
/** An image stands alone, so one space ends its line. */
const IMAGE_END = ' ';

/** How the exporter spaces the keys of front matter: what stands before the value, and behind it. */
const FIELD_SPACING: Readonly<Record<string, readonly [before: string, behind: string]>> = {
  layout: ['     ', ' '],
  title: ['      ', ''],
  date: ['       ', ''],
  author: ['     ', ''],
  lines: ['      ', ' '],
  tag: ['\t\t  ', ''],
};

const IMAGE_ALONE = /^!\[[^[\]]*\]\([^()\s]*\)$/;
const CODE_FENCE = /^\s*(```|~~~)/;

/**
 * What has to change so that a log has the canonical spacing of docs/format.md. Only white space changes; spaces beyond
 * those wanted at a line's end stay, as they were part of the message. What is not understood is left as it is:
 * malformed headers, code between fences, comments, text before the first entry. `part`: only of the blocks that it touches.
 */
export function formatLog(
  document: ChatDocument,
  part: Span = { from: 0, to: document.length },
): readonly TextChange[] {
  const changes: TextChange[] = [];
  const first = document.blockAt(Math.max(0, part.from - 1));
  for (const { block, index, from } of document.blocks(first?.index)) {
    if (from > part.to) break;
    if (block.kind === 'preamble') continue;
    const last = index === document.blockCount - 1;
    const own = block.kind === 'entry' ? formatEntry(block, last) : formatFrontMatter(block);
    for (const change of own) changes.push({ ...change, ...shiftSpan(change, from) });
  }
  return changes;
}

function formatFrontMatter({ text, yaml, closed }: FrontMatter): TextChange[] {
  if (!closed) return [];
  const changes = new ChangeList(text);
  for (let line = yaml.from; line < yaml.to; ) {
    const end = endOfLine(text, line);
    const [, key = '', gap = '', value = '', behind = ''] =
      /^([a-z]+):([ \t]+)(\S(?:.*\S)?)([ \t]*)$/.exec(text.slice(line, end)) ?? [];
    const spacing = FIELD_SPACING[key];
    // A block scalar's value stands on the lines below.
    if (spacing && !/^[|>]/.test(value)) {
      const gapFrom = line + key.length + 1;
      changes.replace(gapFrom, gapFrom + gap.length, spacing[0]);
      if (behind.length < spacing[1].length) changes.replace(end - behind.length, end, spacing[1]);
    }
    line = nextLine(text, end);
  }
  return changes.all;
}

function formatEntry(entry: Entry, last: boolean): TextChange[] {
  const { entry: bare, restore } = withoutAnnotations(entry);
  const { text, body } = bare;
  const changes = new ChangeList(text);
  const headerEnd = endOfLine(text, 0);
  if (bare.wellFormed) {
    changes.replace(0, bare.time.from, '> ');
    if (bare.speaker.to > bare.speaker.from) changes.replace(bare.time.to, bare.speaker.from, BREAK);
    changes.padEnd(bare.speaker.to, headerEnd, BREAK);
  }
  const isHeaderAlone = last && headerEnd === text.length;
  // Blank lines decide whether such a line is a header, so none may come or go.
  const isRisky = linesOfBody(entry.text, entry.body.from).some(({ from, to }) => readNearMiss(entry.text, from, to));
  if (!isHeaderAlone && !isRisky) formatBody(bare, linesOfBody(text, body.from), changes, last);
  return restore(changes.all);
}

/** A line of a body, its break not included; `next` is where the next one starts. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly blank: boolean;
}

function linesOfBody(text: string, from: number): Line[] {
  const lines: Line[] = [];
  for (let line = from; line < text.length; ) {
    const to = endOfLine(text, line);
    const next = nextLine(text, to);
    lines.push({ from: line, to, next, blank: isBlank(text, line, to) });
    line = next;
  }
  return lines;
}

function formatBody(entry: Entry, lines: readonly Line[], changes: ChangeList, last: boolean): void {
  const { text } = entry;
  const lineBreak = text.slice(endOfLine(text, 0), nextLine(text, endOfLine(text, 0))) || '\n';
  const firstText = lines.findIndex(({ blank }) => !blank);
  if (firstText < 0) {
    formatEmptyBody(lines, entry.body.from, lineBreak, changes);
    return;
  }
  const lastText = lines.findLastIndex(({ blank }) => !blank);
  const afterText = lines.slice(lastText + 1);
  const textEnd = lines[lastText] as Line;

  formatGap(lines.slice(0, firstText), entry.body.from, lineBreak, changes);
  formatText(entry, lines.slice(firstText, lastText + 1), changes);
  if (textEnd.next === textEnd.to) {
    // The log ends in the middle of a line.
    if (last) changes.insertAfter(textEnd.to, `${lineBreak}${BLANK}${lineBreak}`);
  } else formatGap(afterText, textEnd.next, lineBreak, changes);
}

/** One blank line between header and text, and one behind the text. */
function formatGap(lines: readonly Line[], at: number, lineBreak: string, changes: ChangeList): void {
  const [first, ...more] = lines;
  if (!first) {
    changes.insertAfter(at, `${BLANK}${lineBreak}`);
    return;
  }
  changes.replace(first.from, first.to, BLANK);
  if (first.next === first.to) changes.insertAfter(first.to, lineBreak);
  const end = more.at(-1);
  if (end) changes.replace(first.next, end.next, '');
}

/** An entry that says nothing: a sticker that could not be saved. Its text line is there, and empty. */
function formatEmptyBody(lines: readonly Line[], at: number, lineBreak: string, changes: ChangeList): void {
  const [first, second, third] = lines;
  const wanted = `${BLANK}${lineBreak}${BREAK}${lineBreak}${BLANK}${lineBreak}`;
  if (!first || !second || !third || lines.length > 3) {
    changes.replace(at, lines.at(-1)?.next ?? at, wanted);
    return;
  }
  changes.replace(first.from, first.to, BLANK);
  changes.padEnd(second.from, second.to, BREAK);
  changes.replace(third.from, third.to, BLANK);
  if (third.next === third.to) changes.insertAfter(third.to, lineBreak);
}

function formatText(entry: Entry, lines: readonly Line[], changes: ChangeList): void {
  const { text } = entry;
  const comments = marksOf(entry).filter(({ kind }) => kind === 'comment');
  let inCode = false;
  for (const { from, to, blank } of lines) {
    const fence = CODE_FENCE.test(text.slice(from, Math.min(to, from + 16)));
    if (fence) inCode = !inCode;
    if (fence || inCode) continue;
    if (comments.some(({ span }) => span.from < to && from < span.to)) continue;
    if (blank) changes.replace(from, to, BLANK);
    else {
      const end = trimmedEnd(text, from, to);
      changes.padEnd(end, to, IMAGE_ALONE.test(text.slice(from, end)) ? IMAGE_END : BREAK);
    }
  }
}

/** Changes to a text, those that would change nothing left out. */
class ChangeList {
  readonly all: TextChange[] = [];

  constructor(private readonly text: string) {}

  replace(from: number, to: number, insert: string): void {
    if (this.text.slice(from, to) !== insert) this.all.push({ from, to, insert });
  }

  /** Makes the white space `text[from, to)` at a line's end at least `wanted`; more of it was part of the message. */
  padEnd(from: number, to: number, wanted: string): void {
    if (!this.text.slice(from, to).endsWith(wanted)) this.replace(from, to, wanted);
  }

  /** Inserts behind what is changed at the same place. */
  insertAfter(at: number, insert: string): void {
    this.all.push({ from: at, to: at, insert });
  }
}
