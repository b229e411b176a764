import type { Entry } from '../syntax/block.js';
import type { ChatDocument } from '../syntax/document.js';
import { marksOf, textOf } from '../syntax/inline.js';
import { message } from '../text/message.js';
import { shiftSpan } from '../text/span.js';
import { labelOf } from './entryLabel.js';
import { type FoundInEntry, inEntries } from './inEntries.js';
import { groupItem, listItems } from './lists.js';
import { onOneLine } from './onOneLine.js';
import type { OutlineItem } from './outlineItem.js';
import { type Picture, pictureText } from './pictureText.js';

const picturesIn = inEntries((entry) =>
  entry.text.includes('![', entry.body.from) ? marksOf(entry).filter((mark) => mark.kind === 'image') : [],
);

/** The group of a log's pictures; none without a picture. */
export function pictureItems(document: ChatDocument): readonly OutlineItem[] {
  const { total, first } = picturesIn(document);
  return groupItem(message('Pictures'), total, listItems(first, total, pictureItem));
}

function pictureItem({ block, from, found }: FoundInEntry<Picture>): OutlineItem {
  const { bySpeaker } = labelOf(block);
  const span = shiftSpan(found.span, from);
  const shown = shownName(block, found);
  return {
    kind: 'picture',
    name: bySpeaker,
    detail: shown === '' ? undefined : onOneLine(shown),
    span,
    nameSpan: span,
    children: [],
  };
}

/** The picture's text, or else the name of its file. */
function shownName(entry: Entry, picture: Picture): string {
  const fileName = textOf(entry, picture.target).split(/[?#]/, 1)[0]?.split('/').at(-1);
  return pictureText(entry, picture) ?? fileName ?? '';
}
