import { recordTalk } from '../edit/recordTalk.js';
import { updateLines } from '../edit/updateLines.js';
import { placeholderAuthors, presenterOf } from '../frontMatter/derive.js';
import { keyOf } from '../frontMatter/keys.js';
import { quoted, textValue } from '../frontMatter/values.js';
import type { LintOptions } from '../lint/engine.js';
import { gapAfter, insertionOf } from '../lint/support/frontMatterPlaces.js';
import type { ChatDocument } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';
import { detectTalks } from '../talks/detect.js';
import { applyChanges, type TextChange } from '../text/span.js';

/**
 * What has to change so that the front matter says what the log holds: `lines`, the number of entries; `author`, whom the
 * exporter would name, where nobody is named yet; `talks`, those that are found, where none are recorded. Nothing where
 * there is no front matter, or it can't be read.
 */
export function updateFrontMatter(document: ChatDocument, options: LintOptions): readonly TextChange[] {
  const block = document.frontMatter;
  if (!block?.closed) return [];
  const { unreadable, isMapping } = contentOf(block);
  if (unreadable.length > 0 || !isMapping) return [];
  return [...updateAuthor(document), ...updateLines(document), ...addTalks(document, options)];
}

/** What somebody has written for an author stays, unless it is what the exporter writes where it sees nobody present. */
function updateAuthor(document: ChatDocument): readonly TextChange[] {
  const block = document.frontMatter;
  if (!block) return [];
  const field = contentOf(block).fields.find(({ name }) => keyOf(name) === 'author');
  const author = field?.content ?? '';
  const isChosen = typeof author !== 'string' || (author.trim() !== '' && !placeholderAuthors.includes(author));
  const presenter = isChosen ? undefined : presenterOf(document);
  if (presenter === undefined) return [];
  if (!field) return [insertionOf(block, 'author', textValue(presenter))];
  const { from, to } = field.value;
  const value = block.text.charAt(from) === '"' ? quoted(presenter) : textValue(presenter);
  // A key without a value has its place right behind the colon.
  const gap = from === to && !/[ \t]/.test(block.text.charAt(from - 1)) ? gapAfter(block, 'author') : '';
  return [{ from, to, insert: gap + value }];
}

/** An empty list says that there was no talk, so only a log without the key gets one. */
function addTalks(document: ChatDocument, options: LintOptions): readonly TextChange[] {
  const before = document.frontMatter;
  if (!before || contentOf(before).fields.some(({ name }) => keyOf(name) === 'talks')) return [];
  let next = document;
  for (const talk of detectTalks(document)) {
    const changes = recordTalk(next, talk, options);
    const { frontMatter } = next;
    if (changes.length === 0 || !frontMatter) continue;
    const head = applyChanges(frontMatter.text, changes);
    next = next.edit({ from: 0, to: frontMatter.text.length, insert: head });
  }
  const after = next.frontMatter?.text ?? before.text;
  return after === before.text ? [] : [differenceOf(before.text, after)];
}

/** The one change that makes a text of another that has only grown in one place. */
function differenceOf(before: string, after: string): TextChange {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let rest = 0;
  while (rest < before.length - from && before.at(-1 - rest) === after.at(-1 - rest)) rest++;
  return { from, to: before.length - rest, insert: after.slice(from, after.length - rest) };
}
