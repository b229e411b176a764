import type { Block } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument } from '../syntax/document.js';
import { marksOf } from '../syntax/inline.js';
import { type Message, message } from '../text/message.js';

/** A line of `` ``` `` or `~~~`. */
interface Fence {
  /** Where the line starts. */
  readonly at: number;
  readonly sign: string;
  /** Whether nothing else is on the line, so that it can close code. */
  readonly isBare: boolean;
}

const FENCE = /^ {0,3}(?<sign>`{3,}|~{3,})(?<more>[^\n\r]*)/gm;

/** Places of comments that are not closed and of fences, from the chunk's start. */
const dangersIn = perChunk((chunk) => {
  const unclosed: number[] = [];
  const fences: Fence[] = [];
  let from = 0;
  for (const block of chunk.blocks) {
    if (block.text.includes('<!--') && !closesComments(block)) unclosed.push(from);
    if (/`{3}|~{3}/.test(block.text))
      for (const fence of fencesIn(block.text)) fences.push({ ...fence, at: from + fence.at });
    from += block.text.length;
  }
  return { unclosed, fences };
});

/**
 * Why an annotation at a place would not stay hidden on the page, or would hide what stands there; `undefined` where
 * nothing is in its way. The page, unlike the log, does not end a comment or code at the next header.
 */
export function troubleOnPage(document: ChatDocument, place: number): Message | undefined {
  const fences: Fence[] = [];
  for (const { chunk, from } of document.chunks()) {
    const dangers = dangersIn(chunk);
    const unclosed = dangers.unclosed[0];
    if (unclosed !== undefined && from + unclosed < place) {
      const line = document.positionAt(from + unclosed).line + 1;
      return message('Close the comment in the entry of line {0} first: it would swallow this annotation.', line);
    }
    for (const fence of dangers.fences) fences.push({ ...fence, at: from + fence.at });
  }
  const opening = fences.length > 1 ? codeAround(fences, place) : undefined;
  if (!opening) return undefined;
  const line = document.positionAt(opening.at).line + 1;
  return message('The page would show this annotation, as part of the code that begins in line {0}.', line);
}

function closesComments(block: Block): boolean {
  if (block.kind === 'entry') return marksOf(block).every((mark) => mark.kind !== 'comment' || mark.closed);
  return block.kind === 'frontMatter' || block.text.lastIndexOf('<!--') < block.text.lastIndexOf('-->');
}

function fencesIn(text: string): readonly Fence[] {
  return [...text.matchAll(FENCE)].map(({ index, groups }) => ({
    at: index,
    sign: groups?.['sign']?.charAt(0) ?? '',
    isBare: groups?.['more']?.trim() === '',
  }));
}

/** The fence of the code that a place is in; one that nothing closes is text. */
function codeAround(fences: readonly Fence[], place: number): Fence | undefined {
  const lastBare = (sign: string): number => fences.findLastIndex((fence) => fence.sign === sign && fence.isBare);
  const last: Readonly<Record<string, number>> = { '`': lastBare('`'), '~': lastBare('~') };
  for (let at = 0; at < fences.length; at++) {
    const opening = fences[at] as Fence;
    if (opening.at >= place) return undefined;
    if ((last[opening.sign] ?? -1) <= at) continue;
    do at++;
    while (!(fences[at]?.sign === opening.sign && fences[at]?.isBare));
    if ((fences[at] as Fence).at >= place) return opening;
  }
  return undefined;
}
