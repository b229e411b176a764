import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { type Message, message } from '../text/message.js';
import { applyChanges, shiftSpan, type TextChange } from '../text/span.js';
import { annotatedEntries } from './annotatedEntries.js';
import { annotationsOf, type Tag } from './annotations.js';
import { type AnnotationEdit, placeAnnotation } from './place.js';
import { piecesWithout } from './strip.js';
import { writeTag, writeTagName } from './writeAnnotation.js';

/** The names of an entry's tags, each once. */
export function tagsOf(entry: Entry): readonly string[] {
  return [...new Set(tagCommentsOf(entry).flatMap(({ names }) => names.map(({ name }) => name)))];
}

/** Why a name can't be one of a tag; `undefined` where it can. */
export function tagProblem(name: string): Message | undefined {
  if (name.trim() === '') return message('A tag needs a name.');
  return /[\n\r]/.test(name) ? message('The name of a tag stands on one line.') : undefined;
}

/** Adds tags to an entry, those that it has left out: to its last tag, or below its other annotations. */
export function addTags(document: ChatDocument, entry: PlacedBlock<Entry>, names: readonly string[]): AnnotationEdit {
  for (const name of names) {
    const problem = tagProblem(name);
    if (problem) return { problem };
  }
  const known = tagsOf(entry.block);
  const added = [...new Set(names)].filter((name) => !known.includes(name));
  if (added.length === 0) return { changes: [] };
  const at = tagCommentsOf(entry.block)
    .findLast((tag) => tag.names.length > 0)
    ?.names.at(-1)?.span.to;
  if (at === undefined) return placeAnnotation(document, entry, () => writeTag(added));
  const place = entry.from + at;
  return { changes: [{ from: place, to: place, insert: added.map((name) => `, ${writeTagName(name)}`).join('') }] };
}

/** Takes tags from an entry; a comment that is left without a name goes. */
export function removeTags(entry: PlacedBlock<Entry>, names: readonly string[]): readonly TextChange[] {
  const emptied: Tag[] = [];
  const changes: TextChange[] = [];
  for (const tag of tagCommentsOf(entry.block)) {
    const left = tag.names.filter(({ name }) => !names.includes(name));
    if (left.length === tag.names.length) continue;
    if (left.length === 0) emptied.push(tag);
    else changes.push(...withoutNames(tag, names));
  }
  changes.push(...piecesWithout(entry.block, emptied).map((piece) => ({ ...piece, insert: '' })));
  return changes.map((change) => ({ ...change, ...shiftSpan(change, entry.from) }));
}

/** Gives an entry these tags and no others, in one change where some come and some go. */
export function setTags(document: ChatDocument, entry: PlacedBlock<Entry>, names: readonly string[]): AnnotationEdit {
  const gone = tagsOf(entry.block).filter((name) => !names.includes(name));
  const added = addTags(document, entry, names);
  const [addition] = 'problem' in added ? [] : added.changes;
  if (!addition) return 'problem' in added ? added : { changes: removeTags(entry, gone) };
  const after = document.edit(addition).block(entry.index);
  if (gone.length === 0 || after.block.kind !== 'entry') return added;
  const removals = removeTags({ ...after, block: after.block }, gone);
  const within = removals.map((change) => ({ ...change, ...shiftSpan(change, -after.from) }));
  return { changes: [differenceOf(entry, applyChanges(after.block.text, within))] };
}

/** Gives a tag another name wherever it stands in the log; where an entry has that one too, the two become one. */
export function renameTag(document: ChatDocument, from: string, to: string): readonly TextChange[] {
  if (from === to) return [];
  const changes: TextChange[] = [];
  for (const entry of annotatedEntries(document)) {
    const tags = tagCommentsOf(entry.block);
    if (!tags.some(({ names }) => names.some(({ name }) => name === from))) continue;
    if (tagsOf(entry.block).includes(to)) {
      changes.push(...removeTags(entry, [from]));
      continue;
    }
    for (const { names } of tags) {
      for (const { name, span } of names) {
        if (name === from) changes.push({ ...shiftSpan(span, entry.from), insert: writeTagName(to) });
      }
    }
  }
  return changes;
}

/** Takes names, and the separator before each, from a tag that keeps others; the first goes with the one behind it. */
function withoutNames({ names }: Tag, gone: readonly string[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  const firstLeft = names.findIndex(({ name }) => !gone.includes(name));
  const first = names[0];
  const kept = names[firstLeft];
  if (first && kept && firstLeft > 0) changes.push({ from: first.span.from, to: kept.span.from, insert: '' });
  for (let i = firstLeft + 1; i < names.length; i++) {
    const { name, span } = names[i] as Tag['names'][number];
    if (gone.includes(name)) changes.push({ from: names[i - 1]?.span.to ?? span.from, to: span.to, insert: '' });
  }
  return changes;
}

/** The change that makes an entry this text, and touches nothing at its start and end that stays. */
function differenceOf({ block: { text }, from }: PlacedBlock<Entry>, after: string): TextChange {
  const most = Math.min(text.length, after.length);
  let start = 0;
  while (start < most && text[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === after.at(-1 - end)) end++;
  const span = shiftSpan({ from: start, to: text.length - end }, from);
  return { ...span, insert: after.slice(start, after.length - end) };
}

const tagCommentsOf = (entry: Entry): readonly Tag[] =>
  annotationsOf(entry).filter((annotation): annotation is Tag => annotation.kind === 'tag');
