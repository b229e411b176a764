import { type People, peopleOf, type SpeakerNames } from '../people/people.js';
import { type Speaker, speakersOf } from '../people/speakers.js';
import type { Entry } from '../syntax/block.js';
import { perChunk } from '../syntax/chunk.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { textOf } from '../syntax/inline.js';
import { message, type Text } from '../text/message.js';
import { shiftSpan } from '../text/span.js';
import { entryByText, spanOfEntry } from './entryItem.js';
import { labelOf } from './entryLabel.js';
import { groupItem, listItems, MOST_ROWS, rowsFor } from './lists.js';
import { onOneLine } from './onOneLine.js';
import type { OutlineItem } from './outlineItem.js';

type PlacedEntry = PlacedBlock<Entry>;

/**
 * The group of those who speak in a log, each with their entries, those with most first; none where nobody speaks.
 * `archive`: the names recorded as one person's for the whole archive.
 */
export function speakerItems(document: ChatDocument, archive: SpeakerNames): readonly OutlineItem[] {
  const people = peopleOf(document, archive);
  const speakers = speakersOf(document, people);
  const entries = firstEntries(document, people, rowsFor(document, speakers.length));
  const rows = listItems(
    speakers.slice(0, MOST_ROWS).map((speaker) => ({ ...speaker.first, speaker })),
    speakers.length,
    ({ speaker }) => speakerItem(speaker, entries.get(speaker.name) ?? []),
  );
  return groupItem(message('Speakers'), speakers.length, rows);
}

function speakerItem(speaker: Speaker, entries: readonly PlacedEntry[]): OutlineItem {
  const { name, first } = speaker;
  const { block, from } = first;
  return {
    kind: 'speaker',
    name: onOneLine(name).trim() === '' ? message('(no name)') : onOneLine(name),
    detail: detailOf(speaker),
    span: spanOfEntry(first),
    nameSpan: shiftSpan(block.speaker.to > block.speaker.from ? block.speaker : block.time, from),
    children: listItems(entries, speaker.entries, entryByText),
  };
}

/** How many entries, the times of the first and the last, and the person's other names. */
function detailOf({ name, names, entries, first, last }: Speaker): Text {
  const from = labelOf(first.block).time;
  const to = labelOf(last.block).time;
  const others = onOneLine(names.filter((other) => other !== name).join(', '));
  if (others === '') {
    return entries === 1 ? message('1 entry, {0}', from) : message('{0} entries, {1}–{2}', entries, from, to);
  }
  return entries === 1
    ? message('1 entry, {0}, as {1}', from, others)
    : message('{0} entries, {1}–{2}, also as {3}', entries, from, to, others);
}

/** The first entries of each person, at most so many. */
function firstEntries(
  document: ChatDocument,
  people: People,
  most: number,
): ReadonlyMap<string, readonly PlacedEntry[]> {
  const lists = new Map<string, PlacedEntry[]>();
  let blocks = 0;
  for (const { chunk, from } of document.chunks()) {
    for (const [name, entries] of entriesByName(chunk)) {
      const person = people.personOf(name);
      const list = lists.get(person) ?? [];
      lists.set(person, list);
      // Another name of theirs may have filled the list with entries of this chunk that stand behind these.
      const isFull = list.length >= most && (list.at(-1)?.index ?? 0) < blocks;
      if (isFull) continue;
      for (const entry of entries) {
        list.push({ block: entry.block, index: entry.index + blocks, from: entry.from + from });
      }
    }
    blocks += chunk.blocks.length;
  }
  for (const [person, list] of lists) {
    list.sort((a, b) => a.index - b.index);
    lists.set(person, list.slice(0, most));
  }
  return lists;
}

/** The entries under each name in a chunk; indexes and offsets count from its start. */
const entriesByName = perChunk((chunk): ReadonlyMap<string, readonly PlacedEntry[]> => {
  const names = new Map<string, PlacedEntry[]>();
  let from = 0;
  for (const [index, block] of chunk.blocks.entries()) {
    if (block.kind === 'entry') {
      const name = textOf(block, block.speaker);
      const entries = names.get(name);
      if (entries) entries.push({ block, index, from });
      else names.set(name, [{ block, index, from }]);
    }
    from += block.text.length;
  }
  return names;
});
