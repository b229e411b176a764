import { noSpeakerNames, type SpeakerNames } from '../people/people.js';
import type { ChatDocument } from '../syntax/document.js';
import { message } from '../text/message.js';
import { lengthWithoutBreak } from './entryLabel.js';
import { noteItems } from './noteItems.js';
import type { OutlineItem } from './outlineItem.js';
import { pictureItems } from './pictureItems.js';
import { speakerItems } from './speakerItems.js';
import { talkItems } from './talkItems.js';

/**
 * The outline of a log: front matter, talks, and groups of speakers, pictures and notes. `archive`: the names recorded as one
 * person's for the whole archive.
 */
export function outlineOf(document: ChatDocument, archive: SpeakerNames = noSpeakerNames): readonly OutlineItem[] {
  return [
    ...frontMatterItem(document),
    ...talkItems(document),
    ...speakerItems(document, archive),
    ...pictureItems(document),
    ...noteItems(document),
  ];
}

function frontMatterItem(document: ChatDocument): readonly OutlineItem[] {
  const block = document.frontMatter;
  if (!block) return [];
  const nameFrom = block.text.indexOf('---');
  return [
    {
      kind: 'frontMatter',
      name: message('Front matter'),
      detail: undefined,
      span: { from: 0, to: lengthWithoutBreak(block.text) },
      nameSpan: { from: nameFrom, to: nameFrom + 3 },
      children: [],
    },
  ];
}
