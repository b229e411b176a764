import type { Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol';
import {
  annotatedEntries,
  annotationsOf,
  type Entry,
  headerSpanOf,
  type PlacedBlock,
  type Span,
  shiftSpan,
  type Thread,
  threadsOf,
  wordsSpanOf,
} from '../language/index.js';
import { toRange } from './convert.js';
import type { Feature } from './feature.js';

/** The notes and tags of a log, in their order. */
export interface AnnotationsOfLog {
  /** The version of the log that the ranges are of; edits name it. */
  readonly version: number;
  /** From the first header to the end of the log, where notes can stand; `null` where there is no entry. */
  readonly entries: Range | null;
  readonly threads: readonly NoteThread[];
  readonly tags: readonly TagComment[];
}

/** The notes on one entry, or on the same words of it. */
export interface NoteThread {
  /** The header of the entry. */
  readonly header: Range;
  /** What the entry says; its header where it says nothing. */
  readonly body: Range;
  /** The words that it is on; absent where it is on the whole entry. */
  readonly quote?: {
    readonly text: string;
    /** Where they stand; `null` where they are gone. */
    readonly range: Range | null;
  };
  readonly resolved: boolean;
  readonly notes: readonly NoteInThread[];
}

export interface NoteInThread {
  /** The whole comment; it tells an edit which note is meant. */
  readonly range: Range;
  /** Where the text is written, with its escapes. */
  readonly textRange: Range;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly author?: string;
  /** Markdown, without the escapes. */
  readonly text: string;
}

/** A comment that holds tags. */
export interface TagComment {
  readonly range: Range;
  /** The header of the entry that has the tags. */
  readonly header: Range;
  readonly names: readonly { readonly name: string; readonly range: Range }[];
}

/** The notes and tags of a log. */
export const annotations: Feature<{ readonly textDocument: TextDocumentIdentifier }, AnnotationsOfLog | null> = {
  method: 'chatlog/annotations',
  capabilities: {},
  nothing: null,
  answer(document) {
    const threads: NoteThread[] = [];
    const tags: TagComment[] = [];
    for (const entry of annotatedEntries(document)) {
      const rangeOf = (span: Span): Range => toRange(document, shiftSpan(span, entry.from));
      for (const thread of threadsOf(entry.block)) threads.push(threadOf(thread, entry.block, rangeOf));
      tags.push(...tagsIn(entry, rangeOf));
    }
    const start = document.entries().next().value?.from;
    const entries = start === undefined ? null : toRange(document, { from: start, to: document.length });
    return { version: document.version, entries, threads, tags };
  },
};

function threadOf(
  { notes, quote, quoteSpan, resolved }: Thread,
  entry: Entry,
  rangeOf: (span: Span) => Range,
): NoteThread {
  return {
    header: rangeOf(headerSpanOf(entry)),
    body: rangeOf(wordsSpanOf(entry) ?? headerSpanOf(entry)),
    ...(quote && { quote: { text: quote.text, range: quoteSpan ? rangeOf(quoteSpan) : null } }),
    resolved,
    notes: notes.map(({ span, textSpan, date, author, text }) => ({
      range: rangeOf(span),
      textRange: rangeOf(textSpan),
      ...(date !== undefined && { date }),
      ...(author !== undefined && { author }),
      text,
    })),
  };
}

function tagsIn({ block }: PlacedBlock<Entry>, rangeOf: (span: Span) => Range): readonly TagComment[] {
  return annotationsOf(block).flatMap((annotation) =>
    annotation.kind === 'tag'
      ? [
          {
            range: rangeOf(annotation.span),
            header: rangeOf(headerSpanOf(block)),
            names: annotation.names.map(({ name, span }) => ({ name, range: rangeOf(span) })),
          },
        ]
      : [],
  );
}
