import {
  type ChatDocument,
  message,
  partsOf,
  type Talk,
  type Text,
  talksOf,
  trimmedEnd,
} from '../../language/index.js';
import { durationText } from '../support/durationText.js';
import { type Piece, shortened } from '../support/hoverContent.js';
import { entryLink } from '../support/lineLink.js';
import type { HoverSource } from './hoverSource.js';

/** Of a talk that the front matter records: the entries it spans, and the parts they play in it. */
export const talkHover: HoverSource = {
  hover({ document, offset, placed: { block }, context: { say } }) {
    if (block.kind !== 'frontMatter') return undefined;
    const talk = talksOf(document).find(({ item }) => item && item.from <= offset && offset <= item.to);
    if (!talk?.item) return undefined;
    const { title, item } = talk;
    const heading = title === undefined ? say(message('A talk without a title')) : shortened(title);
    return {
      span: { from: item.from, to: trimmedEnd(block.text, item.from, item.to) },
      parts: [
        { kind: 'heading', text: heading },
        { kind: 'list', items: linesOf(talk, document, say) },
      ],
    };
  },
};

function linesOf(talk: Talk, document: ChatDocument, say: (text: Text) => string): readonly (readonly Piece[])[] {
  const { first, last } = talk;
  if (!first || !last) return [[say(message('No entry of this log is in this talk.'))]];
  const { presenting, signIns, questions } = partsOf(document, talk);
  const from = first.block.seconds;
  const to = last.block.seconds;
  const length = from === undefined || to === undefined || to < from ? [] : [` · ${say(durationText(to - from))}`];
  return [
    [entryLink(document, first), ' – ', entryLink(document, last), ...length],
    [say(message('{0} entries, {1} of them by the presenter', last.index - first.index + 1, presenting.length))],
    [say(message('Questions: {0}', questions.length)), ' · ', say(message('Sign-ins: {0}', signIns.length))],
  ];
}
