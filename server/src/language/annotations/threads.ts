import { type Entry, perBlock } from '../syntax/block.js';
import type { Span } from '../text/span.js';
import { annotationsOf, type Note, type Quote } from './annotations.js';
import { findQuote } from './quotes.js';

/** The notes of an entry that speak of the same: of the whole entry, or of the same words. */
export interface Thread {
  /** In the order in which they stand; never none. */
  readonly notes: readonly Note[];
  readonly quote: Quote | undefined;
  /** Where the quoted words stand, from the entry's start; absent where they are gone, or the whole entry is meant. */
  readonly quoteSpan: Span | undefined;
  /** Whether its last note says so. */
  readonly resolved: boolean;
}

/** The threads of an entry, in the order of their first notes. */
export const threadsOf = perBlock(findThreads);

/** Whether two notes of an entry belong to the same thread. */
export function isSameThread({ quote: a }: Pick<Note, 'quote'>, { quote: b }: Pick<Note, 'quote'>): boolean {
  return a?.text === b?.text && a?.ordinal === b?.ordinal;
}

function findThreads(entry: Entry): readonly Thread[] {
  const groups = new Map<string, Note[]>();
  for (const note of annotationsOf(entry)) {
    if (note.kind !== 'note') continue;
    const key = note.quote ? `${note.quote.ordinal} ${note.quote.text}` : '';
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return [...groups.values()].map((notes) => {
    const quote = notes[0]?.quote;
    return {
      notes,
      quote,
      quoteSpan: quote && findQuote(entry, quote),
      resolved: notes.at(-1)?.resolved === true,
    };
  });
}
