import { type Annotation, annotationsOf, type Note, type Tag } from '../annotations/annotations.js';
import type { ChatDocument } from '../syntax/document.js';
import { endOfLine } from '../text/lines.js';
import { message, type Text } from '../text/message.js';
import { shiftSpan } from '../text/span.js';
import { labelOf } from './entryLabel.js';
import { type FoundInEntry, inEntries } from './inEntries.js';
import { groupItem, listItems } from './lists.js';
import { onOneLine } from './onOneLine.js';
import type { OutlineItem } from './outlineItem.js';

const annotationsIn = inEntries(annotationsOf);

/** The group of a log's notes and tags; none where there are none. */
export function noteItems(document: ChatDocument): readonly OutlineItem[] {
  const { total, first } = annotationsIn(document);
  return groupItem(message('Notes'), total, listItems(first, total, annotationItem));
}

function annotationItem({ block, from, found }: FoundInEntry<Annotation>): OutlineItem {
  const span = shiftSpan(found.span, from);
  if (found.kind === 'tag') {
    const detail = labelOf(block).bySpeaker;
    return { kind: 'tag', name: nameOfTag(found), detail, span, nameSpan: span, children: [] };
  }
  const nameSpan = shiftSpan(found.textSpan, from);
  return { kind: 'note', name: nameOfNote(found), detail: detailOfNote(found), span, nameSpan, children: [] };
}

/** The first line of the text: it never begins with white space. */
function nameOfNote({ text }: Note): Text {
  return text === '' ? message('(no text)') : onOneLine(text.slice(0, endOfLine(text, 0)));
}

function detailOfNote({ author, date, resolved }: Note): Text | undefined {
  const parts = [author, date, resolved ? '✓' : undefined].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : onOneLine(parts.join(', '));
}

function nameOfTag({ names }: Tag): Text {
  return names.length === 0 ? message('(no name)') : onOneLine(names.map(({ name }) => `#${name}`).join(', '));
}
