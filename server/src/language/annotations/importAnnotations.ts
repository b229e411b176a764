import { type Entry, headerSpanOf } from '../syntax/block.js';
import { offsetOfCodePoint } from '../syntax/codePoints.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { type Message, message } from '../text/message.js';
import { type Span, shiftSpan } from '../text/span.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';
import { annotationsOf, type Quote } from './annotations.js';
import { addQuotedNote, type NewNote } from './editNotes.js';
import { addTags } from './editTags.js';
import type { AnnotationEdit } from './place.js';
import { placedAnnotations } from './placedAnnotations.js';
import { quoteAt } from './quotes.js';

/** An annotation from elsewhere, and what it is on. */
export interface Import {
  /** The words that it is on, as they stand in the log. Those of a header mean the whole entry. */
  readonly exact: string;
  /** More words behind these, with nothing but white space before each. */
  readonly more?: readonly string[] | undefined;
  /** What stands right before and behind them. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Where they stood, in code points of the log. */
  readonly start?: number | undefined;
  readonly content: ImportedContent;
}

export type ImportedContent =
  | ({
      readonly kind: 'note';
      readonly resolved: boolean;
      /** The quote that it says it has: kept where it is on the whole entry, for then its words were gone already. */
      readonly statedQuote?: Quote | undefined;
    } & NewNote)
  | { readonly kind: 'tag'; readonly names: readonly string[] };

/** The log with the annotations that could be placed, and why the others could not. */
export interface Imported<Item extends Import> {
  readonly document: ChatDocument;
  readonly placed: number;
  readonly left: readonly { readonly item: Item; readonly why: Message }[];
}

/**
 * Puts annotations into a log, one after the other: each where its words stand at the place it names, else at the only
 * place where they stand between the same words. Nothing is guessed. One that the entry has already is not added again.
 */
export function importAnnotations<Item extends Import>(log: ChatDocument, items: readonly Item[]): Imported<Item> {
  const left: { readonly item: Item; readonly why: Message }[] = [];
  let document = log;
  let placed = 0;
  const isThere = notesOf(log);
  for (const item of items) {
    const edit = editFor(document, item, isThere);
    if ('problem' in edit) {
      left.push({ item, why: edit.problem });
      continue;
    }
    placed++;
    // The places that follow are those of a log that has the annotations before them.
    for (const change of edit.changes) document = document.edit(change, document.version);
  }
  return { document, placed, left };
}

type NoteContent = Parameters<typeof addQuotedNote>[2];

/** Tells for one note after the other whether the log had it before anything was put in, each of several alike once. */
function notesOf(log: ChatDocument): (entry: number, note: NoteContent) => boolean {
  const left = new Map<string, number>();
  const keyOf = (entry: number, { date, author, quote, resolved, text }: NoteContent): string =>
    JSON.stringify([entry, date, author, quote?.text, quote?.ordinal, resolved, text]);
  for (const { annotation, entry } of placedAnnotations(log)) {
    if (annotation.kind !== 'note') continue;
    const key = keyOf(entry.index, annotation);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return (entry, note) => {
    const key = keyOf(entry, note);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  };
}

function editFor(document: ChatDocument, item: Import, isThere: ReturnType<typeof notesOf>): AnnotationEdit {
  const found = findWords(document, item);
  if ('problem' in found) return found;
  const { entry, span } = found;
  const { content } = item;
  if (content.kind === 'tag') return addTags(document, entry, content.names);
  const note = { ...content, quote: quoteIn(entry, span) ?? content.statedQuote };
  return isThere(entry.index, note) ? { changes: [] } : addQuotedNote(document, entry, note);
}

/** The quote of a span of an entry; `undefined` for one of its header. */
function quoteIn({ block, from }: PlacedBlock<Entry>, span: Span): Quote | undefined {
  return span.from < from + block.body.from ? undefined : quoteAt(block, shiftSpan(span, -from));
}

interface Place {
  readonly entry: PlacedBlock<Entry>;
  readonly span: Span;
}

type Found = Place | { readonly problem: Message };

function findWords(document: ChatDocument, item: Import): Found {
  const { exact, start } = item;
  if (exact.trim() === '') return { problem: message('It names no words of the log.') };
  const from = start === undefined ? undefined : offsetOfCodePoint(document, start);
  const named = from === undefined ? undefined : targetAt(document, from, item);
  if (named) return named;
  const { text } = document;
  let only: Found | undefined;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const found = targetAt(document, at, item);
    if (!found) continue;
    if (only) return { problem: message('These words stand in more than one place: “{0}”', beginning(exact)) };
    only = found;
  }
  return only ?? { problem: message('These words are not in an entry: “{0}”', beginning(exact)) };
}

/** What an annotation is on, if its words stand at an offset: in one header, or in what one entry says. */
function targetAt(document: ChatDocument, from: number, item: Import): Place | undefined {
  const { prefix = '', suffix = '' } = item;
  const at = document.blockAt(from);
  if (at?.block.kind !== 'entry') return undefined;
  const { block } = at;
  const to = endOfWords(block.text, from - at.from, item);
  if (to === undefined) return undefined;
  const within = { from: from - at.from, to };
  const span = shiftSpan(within, at.from);
  const before = document.slice({ from: Math.max(0, span.from - prefix.length), to: span.from });
  const behind = document.slice({ from: span.to, to: Math.min(document.length, span.to + suffix.length) });
  if (before !== prefix || behind !== suffix) return undefined;
  const isInHeader = trimmedEnd(block.text, within.from, to) <= headerSpanOf(block).to;
  const isFree = annotationsOf(block).every((one) => one.span.to <= within.from || to <= one.span.from);
  if (!isFree || !(isInHeader || within.from >= block.body.from)) return undefined;
  return { entry: { ...at, block }, span };
}

/** Where the words end that begin at an offset of an entry; `undefined` where they do not stand there. */
function endOfWords(text: string, from: number, { exact, more = [] }: Import): number | undefined {
  if (!text.startsWith(exact, from)) return undefined;
  let to = from + exact.length;
  for (const words of more) {
    const next = trimmedStart(text, to, text.length);
    if (!text.startsWith(words, next)) return undefined;
    to = next + words.length;
  }
  return to;
}

const beginning = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(/\s+/g, ' ');
