import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { marksOf, textOf } from '../syntax/inline.js';
import { noticeOf } from './announcement.js';
import { cuesOf, nameOf } from './entryCues.js';
import { mayBeSame } from './names.js';
import { personsOf } from './persons.js';
import { type Talk, talksOf } from './talksOf.js';

/** The entries of a talk by the part they play in it, each list in the order of the log. */
export interface TalkParts {
  /** What the presenter presents. */
  readonly presenting: readonly PlacedBlock<Entry>[];
  /** What only signs in, from the announcement to the end of the talk. */
  readonly signIns: readonly PlacedBlock<Entry>[];
  /** What others ask, or say to the presenter, from the start of the talk until the presenter is silent. */
  readonly questions: readonly PlacedBlock<Entry>[];
}

/** Once the presenter has been silent for so many seconds, and was not spoken to, the discussion is over. */
const DISCUSSION = 30 * 60;

/** The parts of a talk of the log; all empty where it has no place in it. */
export function partsOf(document: ChatDocument, talk: Talk): TalkParts {
  const presenting: PlacedBlock<Entry>[] = [];
  const signIns: PlacedBlock<Entry>[] = [];
  const questions: PlacedBlock<Entry>[] = [];
  const { first, last } = talk;
  if (!first || !last) return { presenting, signIns, questions };

  const { personOf } = personsOf(document);
  const presenter = personOf(talk.speaker ?? nameOf(first.block));
  const names = [presenter, nameOf(first.block), ...namesIn(talk)];
  const { from, to } = surroundings(document, first.index, last.index);
  let heard = last.block.seconds ?? 0;
  for (const { block, index, from: offset } of document.blocks(Math.max(from, talk.announcement?.index ?? 0))) {
    if (block.kind !== 'entry') continue;
    if (index >= to || (index > last.index && (block.seconds ?? heard) - heard > DISCUSSION)) break;
    const entry = { block, index, from: offset };
    const { signsIn, applauds, asks } = cuesOf(block);
    if (signsIn && index <= last.index) signIns.push(entry);
    if (index < first.index) continue;
    const own = personOf(nameOf(block)) === presenter;
    const addressed = !own && mentions(block, names);
    if ((own || addressed) && index > last.index) heard = block.seconds ?? heard;
    if (own && index <= last.index) presenting.push(entry);
    else if (!own && !signsIn && !applauds && (asks || addressed)) questions.push(entry);
  }
  return { presenting, signIns, questions };
}

/** The names by which the presenter was announced; those that the group knows. */
function namesIn({ announcement }: Talk): readonly string[] {
  return (announcement && noticeOf(announcement.block)?.names) ?? [];
}

/** The indices between the talk before and the talk after. */
function surroundings(
  document: ChatDocument,
  first: number,
  last: number,
): { readonly from: number; readonly to: number } {
  let from = 0;
  let to = document.blockCount;
  for (const other of talksOf(document)) {
    if (other.last && other.last.index < first) from = Math.max(from, other.last.index + 1);
    if (other.first && other.first.index > last) to = Math.min(to, other.first.index);
  }
  return { from, to };
}

function mentions(entry: Entry, names: readonly string[]): boolean {
  return marksOf(entry).some(
    (mark) => mark.kind === 'mention' && names.some((name) => mayBeSame(name, textOf(entry, mark.name))),
  );
}
