import {
  type ChatDocument,
  type Entry,
  message,
  type Note,
  type PlacedBlock,
  type Span,
  shiftSpan,
  type Text,
  type Thread,
  threadsOf,
} from '../../language/index.js';
import { toPosition } from '../convert.js';
import { linked, type Part, type Piece, shortened } from '../support/hoverContent.js';
import { lineTarget } from '../support/lineLink.js';
import type { HoverSection, HoverSource } from './hoverSource.js';

/** More than this of a note's text is read where it stands, in UTF-16 code units. */
const LONGEST = 400;
/** More threads and notes than these are read where they stand. */
const MOST = 8;

/** Of quoted words: the notes on them. Of a note: what it is on, and that its thread is resolved. */
export const noteHover: HoverSource = {
  hover({ document, offset, placed: { block, from, index }, context: { say } }) {
    if (block.kind !== 'entry') return undefined;
    const at = offset - from;
    const threads = threadsOf(block);
    for (const thread of threads) {
      const note = thread.notes.find(({ span }) => span.from <= at && at < span.to);
      if (note) return aboutNote(document, { block, from, index }, note, thread, say);
    }
    const holds = (span: Span | undefined): span is Span => span !== undefined && span.from <= at && at <= span.to;
    const [first, ...more] = threads.filter(({ quoteSpan }) => holds(quoteSpan));
    if (!first?.quoteSpan) return undefined;
    const notes = [first, ...more].flatMap((thread) => thread.notes).slice(0, MOST);
    return { span: shiftSpan(first.quoteSpan, from), parts: notes.flatMap((note) => partsOfNote(note)) };
  },
};

function aboutNote(
  document: ChatDocument,
  { from }: PlacedBlock<Entry>,
  { span }: Note,
  { quote, quoteSpan, resolved }: Thread,
  say: (text: Text) => string,
): HoverSection | undefined {
  const lines: Piece[][] = [];
  if (quote && quoteSpan) {
    const { line } = toPosition(document, from + quoteSpan.from);
    lines.push([say(message('On these words:')), ' ', linked(shortened(quote.text), lineTarget(document.uri, line))]);
  } else if (quote) {
    lines.push([say(message('The words that it quotes are not in the entry any more: “{0}”', shortened(quote.text)))]);
  }
  if (resolved) lines.push([say(message('Resolved'))]);
  if (lines.length === 0) return undefined;
  return { span: shiftSpan(span, from), parts: lines.map((pieces) => ({ kind: 'line', pieces })) };
}

function partsOfNote({ author, date, text, resolved }: Note): readonly Part[] {
  const heading = [author && shortened(author), date, resolved ? '✓' : undefined].filter(Boolean).join(' · ');
  const said = shortened(text, LONGEST);
  return [
    ...(heading === '' ? [] : [{ kind: 'heading', text: heading } as const]),
    ...(said === '' ? [] : [{ kind: 'line', pieces: [said] } as const]),
  ];
}
