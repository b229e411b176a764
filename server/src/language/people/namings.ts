import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { type Mark, marksOf, mentionIn, textOf } from '../syntax/inline.js';
import type { Span } from '../text/span.js';
import { isWhiteSpace } from '../text/whiteSpace.js';
import type { KnownNames } from './knownNames.js';

/** A place in an entry that names somebody. */
export interface Naming {
  readonly kind: 'header' | 'mention';
  readonly name: string;
  /** The name alone, without its `@`; counts from the entry's start. */
  readonly span: Span;
}

/** A naming and the entry in which it stands. */
export interface PlacedNaming {
  readonly naming: Naming;
  readonly entry: PlacedBlock<Entry>;
}

/**
 * Who is named in an entry: its speaker, unless the name is missing, and the mentions in its body, in their order. A
 * mention takes the longest known name that stands behind the `@`, as names may hold spaces, brackets, and all else.
 */
export function namingsIn(entry: Entry, known: KnownNames): readonly Naming[] {
  const { text, speaker, body } = entry;
  const namings: Naming[] = [];
  if (speaker.to > speaker.from) namings.push({ kind: 'header', name: textOf(entry, speaker), span: speaker });
  const marks = text.includes('@', body.from) ? marksOf(entry) : [];
  let next = 0;
  for (let at = text.indexOf('@', body.from); at >= 0; ) {
    while (next < marks.length && (marks[next] as Mark).span.to <= at) next++;
    const mark = marks[next] && (marks[next] as Mark).span.from <= at ? marks[next] : undefined;
    let to = at + 1;
    if (mark && mark.kind !== 'mention') to = mark.span.to;
    else {
      const name = mentionedAt(text, at + 1, mark, known);
      if (name !== undefined) {
        to = at + 1 + name.length;
        namings.push({ kind: 'mention', name, span: { from: at + 1, to } });
      }
    }
    at = text.indexOf('@', to);
  }
  return namings;
}

/** The naming at an offset of the log, or that ends there; a mention's `@` belongs to it. */
export function namingAt(document: ChatDocument, offset: number, known: KnownNames): PlacedNaming | undefined {
  const placed = document.blockAt(offset);
  if (placed?.block.kind !== 'entry') return undefined;
  const { block, index, from } = placed;
  const at = offset - from;
  const naming = namingsIn(block, known).find(
    ({ kind, span }) => at >= (kind === 'mention' ? span.from - 1 : span.from) && at <= span.to,
  );
  return naming && { naming, entry: { block, index, from } };
}

/** The name that stands behind an `@`; `mark` is the mention that it belongs to where it looks like one. */
function mentionedAt(text: string, at: number, mark: Mark | undefined, known: KnownNames): string | undefined {
  let longest: string | undefined;
  for (const index of [known.log, known.recorded, known.archive]) {
    for (const name of index.namesAt(text, at)) {
      if (name.length <= (longest?.length ?? 0)) break;
      if (!endsAt(text, at + name.length, mark, known)) continue;
      longest = name;
      break;
    }
  }
  return longest ?? (mark && mentionIn(text.slice(at, mark.span.to)));
}

/** Whether a known name in a mention may end at an offset. */
function endsAt(text: string, at: number, mark: Mark | undefined, known: KnownNames): boolean {
  if (at >= text.length || text[at] === '?' || isWhiteSpace(text.charCodeAt(at))) return true;
  // Without a mark, what stands before the `@` may belong to it, as in a mail address.
  if (!mark) return false;
  if (at >= mark.span.to) return mentionIn(text.slice(at, at + 1)) === undefined;
  if (text[at] !== '@') return ':!"'.includes(text.charAt(at));
  // A firm may stand there as well as the next to be mentioned.
  return [known.log, known.recorded, known.archive].some((index) => !index.namesAt(text, at + 1).next().done);
}
