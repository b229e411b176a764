import type { Entry } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { textOf } from '../syntax/inline.js';

/** An image's text, which repeats the log's day and the entry's time: nobody's words. */
const IMAGE_TEXT = /!\[[^[\]\n]*\]/g;

/** Whether two versions of a log hold the same entries: who said what when, near misses of headers as they are read. */
export function saysTheSame(before: ChatDocument, after: ChatDocument): boolean {
  const entries = before.entries();
  for (const { block } of after.entries()) {
    const { value } = entries.next();
    if (!value) return false;
    if (value.block === block) continue;
    if (value.block.seconds !== block.seconds) return false;
    if (textOf(value.block, value.block.speaker) !== textOf(block, block.speaker)) return false;
    if (said(value.block) !== said(block)) return false;
  }
  return entries.next().done === true;
}

function said(block: Entry): string {
  return textOf(block, block.body).replace(IMAGE_TEXT, '![]');
}
