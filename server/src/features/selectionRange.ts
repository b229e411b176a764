import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver-protocol';
import {
  type ChatDocument,
  contentOf,
  type Entry,
  marksOf,
  type PlacedBlock,
  type Span,
  shiftSpan,
  talksOf,
  trimmedEnd,
  trimmedStart,
} from '../language/index.js';
import { lineStart, toOffset, toRange } from './convert.js';
import type { Feature } from './feature.js';

/** What to select next: word, mark, line, what is said, entry, talk, all entries, log. */
export const selectionRange: Feature<SelectionRangeParams, SelectionRange[]> = {
  method: 'textDocument/selectionRange',
  capabilities: { selectionRangeProvider: true },
  nothing: [],
  answer(document, { positions }) {
    return positions.map((position) => {
      const spans = spansAround(document, toOffset(document, position));
      let selection: SelectionRange | undefined;
      for (const span of spans.reverse()) {
        selection = { range: toRange(document, span), ...(selection && { parent: selection }) };
      }
      return selection ?? { range: { start: position, end: position } };
    });
  },
};

/** The spans to select around an offset, each within the next. */
function spansAround(document: ChatDocument, offset: number): Span[] {
  const placed = document.blockAt(offset);
  const inLine = placed ? spansInLine(document, placed, offset) : [];
  const around = [...inLine, ...(placed ? spansInBlock(placed) : []), ...talkSpans(document), ...logSpans(document)];
  const spans: Span[] = [];
  let last: Span = { from: offset, to: offset };
  for (const span of around) {
    if (!isWithin(last, span) || lengthOf(span) === lengthOf(last)) continue;
    spans.push(span);
    last = span;
  }
  return spans;
}

const lengthOf = ({ from, to }: Span): number => to - from;

const isWithin = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

// Chinese and Japanese put no spaces between words: a run of letters would be half a sentence there.
const WORD = /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}_])+/gu;

/** The word, the mark or the part of one that an offset may be in, and the line's text. */
function spansInLine(document: ChatDocument, { block, from }: PlacedBlock, offset: number): Span[] {
  const start = lineStart(document, offset);
  const end = document.offsetAt({ line: document.positionAt(offset).line, column: Number.MAX_SAFE_INTEGER });
  const line = document.slice({ from: start, to: end });
  const words = Array.from(line.matchAll(WORD), ({ 0: word, index }) => ({ from: index, to: index + word.length }));
  const parts = block.kind === 'entry' ? [block.time, block.speaker, ...markSpans(block)] : [];
  return [
    ...words.map((span) => shiftSpan(span, start)),
    ...parts.map((span) => shiftSpan(span, from)).sort((a, b) => lengthOf(a) - lengthOf(b)),
    shiftSpan(trimmed(line, 0, line.length), start),
  ];
}

/** The marks in an entry, and what names and addresses stand inside them. */
function markSpans(entry: Entry): Span[] {
  return marksOf(entry).flatMap((mark) => {
    switch (mark.kind) {
      case 'image':
        return [mark.alt, mark.target, mark.span];
      case 'link':
        return [mark.title, mark.target, mark.span];
      case 'mention':
        return [mark.name, mark.span];
      default:
        return [mark.span];
    }
  });
}

/** What is said in an entry and the entry, or a value of the front matter, its lines and the front matter. */
function spansInBlock({ block, from }: PlacedBlock): Span[] {
  const { text } = block;
  const whole = { from: 0, to: text.length };
  const spans: Span[] = [];
  if (block.kind === 'entry') spans.push(trimmed(text, block.body.from, block.body.to));
  else if (block.kind === 'frontMatter') {
    for (const { value, lines } of contentOf(block).fields) {
      spans.push(trimmed(text, value.from, value.to), trimmed(text, lines.from, lines.to));
    }
    spans.push(block.yaml);
  }
  return [...spans, whole].map((span) => shiftSpan(span, from));
}

/** The talks, shorter ones first, as one may stand in another. */
const talkSpans = (document: ChatDocument): Span[] =>
  talksOf(document)
    .flatMap(({ span }) => span ?? [])
    .sort((a, b) => lengthOf(a) - lengthOf(b));

/** All entries, and the log. */
function logSpans(document: ChatDocument): Span[] {
  const whole = { from: 0, to: document.length };
  for (const { from } of document.entries()) return [{ from, to: document.length }, whole];
  return [whole];
}

/** The stretch `text[from, to)` without the white space at its ends. */
function trimmed(text: string, from: number, to: number): Span {
  const start = trimmedStart(text, from, to);
  return { from: start, to: trimmedEnd(text, start, to) };
}
