import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { endOfLine, nextLine, startOfLine } from '../text/lines.js';
import { type Message, message } from '../text/message.js';
import { shiftSpan, type TextChange } from '../text/span.js';
import { isBlank, trimmedEnd } from '../text/whiteSpace.js';
import { annotationsOf } from './annotations.js';
import { troubleOnPage } from './hiddenOnPage.js';
import { annotationLinesOf, endOfLineAbove, endsLine, OWN_BLANK_LINE } from './standing.js';

/** What has to change, or why it can't be done. */
export type AnnotationEdit = { readonly changes: readonly TextChange[] } | { readonly problem: Message };

/**
 * Puts a comment into an entry: below its other annotations, else behind all of its text. No entry begins or ends
 * elsewhere for it, and the page shows nothing of it; where that can't be, it says why. `write` is given the line break.
 */
export function placeAnnotation(
  document: ChatDocument,
  entry: PlacedBlock<Entry>,
  write: (lineBreak: string) => string,
): AnnotationEdit {
  const lineBreak = lineBreakIn(document, entry);
  const comment = write(lineBreak);
  for (const place of placesIn(entry.block)) {
    const change = shiftSpan(place, entry.from);
    const problem = troubleOnPage(document, change.from);
    if (problem) return { problem };
    const insert = insertion(entry.block, place, comment, lineBreak);
    if (keepsEntries(document, entry, { ...change, insert })) return { changes: [{ ...change, insert }] };
  }
  return {
    problem: message(
      'An annotation can’t stand in this entry: what is a header in it, and what is text, would change.',
    ),
  };
}

/** The line break of the entry, or that of the log where it has none. */
export function lineBreakIn(document: ChatDocument, { block, index }: PlacedBlock<Entry>): string {
  const found = /\r\n|\n|\r/;
  return (found.exec(block.text) ?? (index > 0 ? found.exec(document.block(index - 1).block.text) : null))?.[0] ?? '\n';
}

interface Place {
  readonly from: number;
  readonly to: number;
  /** Whether a blank line has to be put above: without one, the page takes the comment for part of the text. */
  readonly needsBlank: boolean;
}

/** Where an annotation may stand, the best place first. */
function placesIn(entry: Entry): readonly Place[] {
  const { text } = entry;
  const run = annotationLinesOf(entry).findLast(({ isApart }) => isApart);
  const textEnd = trimmedEnd(text, 0, text.length);
  // A line that is taken for a header between blank lines needs the one that stands before it.
  const behindText = nextLine(text, endOfLine(text, textEnd));
  return [
    ...(run ? [{ from: run.span.to, to: run.span.to, needsBlank: false }] : []),
    { from: text.length, to: text.length, needsBlank: !isBlankAbove(text, text.length) },
    { from: behindText, to: behindText, needsBlank: true },
  ];
}

/** Whether the line above is blank, and would not be taken for one that goes with the annotation. */
function isBlankAbove(text: string, at: number): boolean {
  const end = endsLine(text, at) ? endOfLineAbove(text, at) : at;
  const line = text.slice(startOfLine(text, end), end);
  return isBlank(line, 0, line.length) && line !== OWN_BLANK_LINE;
}

function insertion({ text }: Entry, { from, needsBlank }: Place, comment: string, lineBreak: string): string {
  const blank = needsBlank ? OWN_BLANK_LINE + lineBreak : '';
  return endsLine(text, from) ? blank + comment + lineBreak : lineBreak + blank + comment;
}

/** Whether a change leaves all entries as they are, but for one annotation more in this one. */
function keepsEntries(document: ChatDocument, { block, index }: PlacedBlock<Entry>, change: TextChange): boolean {
  const after = document.edit(change);
  if (after.blockCount !== document.blockCount) return false;
  const changed = after.block(index).block;
  if (changed.kind !== 'entry' || changed.text.length !== block.text.length + change.insert.length) return false;
  return changed.speaker.to === block.speaker.to && annotationsOf(changed).length === annotationsOf(block).length + 1;
}
