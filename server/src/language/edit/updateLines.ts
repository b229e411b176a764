import { entryCount } from '../frontMatter/derive.js';
import { insertionOf } from '../lint/support/frontMatterPlaces.js';
import type { ChatDocument } from '../syntax/document.js';
import { contentOf } from '../syntax/frontMatter.js';
import type { TextChange } from '../text/span.js';

/** What has to change so that `lines` is the number of entries; nothing where it is, or where no front matter can hold it. */
export function updateLines(document: ChatDocument): readonly TextChange[] {
  const block = document.frontMatter;
  if (!block?.closed) return [];
  const content = contentOf(block);
  if (content.unreadable.length > 0 || !content.isMapping) return [];
  const count = String(entryCount(document));
  const field = content.fields.find(({ name }) => name === 'lines');
  if (!field) return [insertionOf(block, 'lines', count)];
  const { from, to } = field.value;
  if (block.text.slice(from, to) === count) return [];
  // A key without a value has its place right behind the colon.
  return [{ from, to, insert: from === to && !/[ \t]/.test(block.text.charAt(from - 1)) ? ` ${count}` : count }];
}
