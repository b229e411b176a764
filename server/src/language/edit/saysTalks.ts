import type { ChatDocument } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';
import { type RecordedTalk, recordedTalks } from '../talks/recorded.js';
import type { TextChange } from '../text/span.js';

/** What is recorded of a talk. */
export type TalkValues = Omit<RecordedTalk, 'span'>;

/**
 * Whether, once the changes are made, the front matter records just the talks that `expected` makes of those before, in
 * the order of their items, and all its other keys and values stand there as before. False without changes.
 */
export function saysTalks(
  document: ChatDocument,
  changes: readonly TextChange[],
  expected: (before: readonly TalkValues[]) => readonly TalkValues[],
): boolean {
  if (changes.length === 0) return false;
  const after = [...changes].sort((a, b) => b.from - a.from).reduce((edited, change) => edited.edit(change), document);
  const others = othersOf(document);
  return (
    after.frontMatter?.closed === true &&
    contentOf(after.frontMatter).problems.length === 0 &&
    isSame(valuesOf(after), expected(valuesOf(document))) &&
    (others.length === 0 || isSame(othersOf(after), others))
  );
}

const valuesOf = (document: ChatDocument): readonly TalkValues[] =>
  recordedTalks(document).map(({ title, speaker, start, end }) => ({ title, speaker, start, end }));

/** The keys other than `talks`, and their values, as they are written. */
function othersOf({ frontMatter: block }: ChatDocument): readonly string[] {
  if (!block) return [];
  return contentOf(block)
    .fields.filter(({ name }) => name !== 'talks')
    .map(({ name, value }) => `${name}: ${block.text.slice(value.from, value.to)}`);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
