import { findEmoji, message, shiftSpan } from '../../language/index.js';
import type { Piece } from '../support/hoverContent.js';
import { markAt } from '../support/markAt.js';
import type { HoverSource } from './hoverSource.js';

/** Of an emoji code: what it looks like, its names, and how else it is written. */
export const emojiHover: HoverSource = {
  hover({ placed: { block, from }, offset, context: { say } }) {
    const mark = block.kind === 'entry' ? markAt(block, offset - from) : undefined;
    const emoji = mark?.kind === 'emoji' ? findEmoji(mark.code) : undefined;
    if (mark?.kind !== 'emoji' || !emoji) return undefined;
    const { code, glyph, english, traditional, spellings } = emoji;
    const others = spellings.filter((spelling) => ![code, english, traditional, mark.code].includes(spelling));
    const items: Piece[][] = [
      [say(message('Chinese: {0}', traditional === code ? code : `${code} / ${traditional}`))],
      ...(english === '' ? [] : [[say(message('English: {0}', english))]]),
      ...(others.length === 0
        ? []
        : [[say(message('Also written {0}', others.map((other) => `[${other}]`).join(' ')))]]),
    ];
    return {
      span: shiftSpan(mark.span, from),
      parts: [
        { kind: 'heading', text: `[${mark.code}] ${glyph}` },
        { kind: 'list', items },
      ],
    };
  },
};
