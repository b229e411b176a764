import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol';
import { ChatDocument, pasteEntries as entriesOf } from '../language/index.js';
import { toPosition, toRange, toSpan } from './convert.js';
import type { ArchiveFeature } from './feature.js';
import { namesKnown } from './support/namesKnown.js';

/** Asks for what was copied from a chat program as entries of a log. */
export interface PasteEntriesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** What the text is pasted in place of. */
  readonly range: Range;
  readonly text: string;
  /** Whether the user said that it is a chat: then it takes less to believe it. */
  readonly trusting: boolean;
}

/** A conversation as entries. */
export interface PastedEntries {
  /** Where they go. */
  readonly at: Position;
  readonly newText: string;
  readonly entries: number;
  /** The times in the new text that were made up in part, counted from where it begins. */
  readonly filled: readonly Range[];
  /** What the user should know, each a sentence. */
  readonly notes: readonly string[];
}

/** What was copied from a chat program as entries of the log; `null` where it is no such text. */
export const pasteEntries: ArchiveFeature<PasteEntriesParams, PastedEntries | null> = {
  method: 'chatlog/pasteEntries',
  capabilities: {},
  nothing: null,
  async answer(document, { range, text, trusting }, context) {
    const { people, log, archive } = namesKnown(document, context, await context.archive());
    const known = [log.names, archive.names, new Set(people.names)];
    const isKnown = (name: string): boolean => known.some((names) => names.has(name));
    const pasted = entriesOf(document, toSpan(document, range), text, { isKnown, trusting });
    if (!pasted) return null;
    const written = ChatDocument.parse(document.uri, 0, pasted.text);
    return {
      at: toPosition(document, pasted.at),
      newText: pasted.text,
      entries: pasted.entries,
      filled: pasted.filled.map((from) => toRange(written, { from, to: from + CLOCK_LENGTH })),
      notes: pasted.notes.map(({ text: note }) => context.say(note)),
    };
  },
};

/** The length of `HH:MM:SS`. */
const CLOCK_LENGTH = 8;
