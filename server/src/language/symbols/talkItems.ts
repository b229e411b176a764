import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { partsOf } from '../talks/partsOf.js';
import { type Talk, talksOf } from '../talks/talksOf.js';
import { formatClock } from '../text/clock.js';
import { message, type Text } from '../text/message.js';
import { shiftSpan } from '../text/span.js';
import { entryBySpeaker, entryByText, spanOfEntry } from './entryItem.js';
import { labelOf } from './entryLabel.js';
import { groupItem, listItems, rowsFor } from './lists.js';
import { onOneLine } from './onOneLine.js';
import type { OutlineItem } from './outlineItem.js';

type PlacedEntry = PlacedBlock<Entry>;

/** A talk that has a place in the log. */
interface GivenTalk {
  readonly talk: Talk;
  readonly first: PlacedEntry;
  readonly last: PlacedEntry;
}

/** The talks of a log, in its order or that of the front matter. */
export function talkItems(document: ChatDocument): readonly OutlineItem[] {
  const given = talksOf(document).flatMap((talk): GivenTalk[] => {
    const { first, last } = talk;
    return first && last ? [{ talk, first, last }] : [];
  });
  const most = rowsFor(document, given.length);
  return given.map((talk) => talkItem(document, talk, most));
}

/**
 * Within a talk come the presenter's entries, the questions, and what else is said meanwhile: the last group spans it all, so
 * that an editor finds every entry of the talk by its range.
 */
function talkItem(document: ChatDocument, { talk, first, last }: GivenTalk, most: number): OutlineItem {
  const { presenting, questions } = partsOf(document, talk);
  const presenter = onOneLine(talk.speaker ?? '') || labelOf(first.block).speaker;
  const title = onOneLine(talk.title ?? '');
  return {
    kind: 'talk',
    name: title === '' && presenter === '' ? message('Talk') : message('Talk: {0}', title === '' ? presenter : title),
    detail: detailOf(talk, title === '' ? '' : presenter),
    span: { from: first.from, to: spanOfEntry(last).to },
    nameSpan: shiftSpan(first.block.speaker, first.from),
    children: [
      ...rowsOf(presenting, most, entryByText),
      ...groupItem(message('Questions'), questions.length, rowsOf(questions, most, entryBySpeaker)),
      ...audienceItems(document, { talk, first, last }, new Set(presenting.map(({ block }) => block)), most),
    ],
  };
}

/** The group of all that others say from the first to the last entry of a talk, questions too. */
function audienceItems(
  document: ChatDocument,
  { first, last }: GivenTalk,
  presenting: ReadonlySet<Entry>,
  most: number,
): readonly OutlineItem[] {
  const others: PlacedEntry[] = [];
  for (const { block, index, from } of document.blocks(first.index)) {
    if (index > last.index) break;
    if (block.kind === 'entry' && !presenting.has(block)) others.push({ block, index, from });
  }
  const end = others.at(-1);
  return groupItem(message('Audience'), others.length, rowsOf(others, most, entryBySpeaker)).map((group) => ({
    ...group,
    span: { from: group.span.from, to: end ? spanOfEntry(end).to : group.span.to },
  }));
}

const rowsOf = (
  entries: readonly PlacedEntry[],
  most: number,
  itemOf: (entry: PlacedEntry) => OutlineItem,
): readonly OutlineItem[] => listItems(entries.slice(0, most), entries.length, itemOf);

/** Presenter and times, as far as they are known, and whether nobody has recorded the talk. */
function detailOf({ start, end, source }: Talk, presenter: string): Text | undefined {
  const times = start === undefined ? '' : `${formatClock(start)}–${end === undefined ? '' : formatClock(end)}`;
  const known = [presenter, times].filter((part) => part !== '').join(', ');
  if (source === 'recorded') return known === '' ? undefined : known;
  return known === '' ? message('detected') : message('{0} (detected)', known);
}
