import { characterOf, message, shiftSpan, textOf } from '../../language/index.js';
import { markAt } from '../support/markAt.js';
import type { HoverSource } from './hoverSource.js';

// White space, controls and marks that only change their neighbours can't be seen by themselves.
const UNSEEN = /^[\p{Z}\p{C}\p{M}]$/u;

/** Of a character reference, however often it was escaped: the character. */
export const entityHover: HoverSource = {
  hover({ placed: { block, from }, offset, context: { say } }) {
    const mark = block.kind === 'entry' ? markAt(block, offset - from) : undefined;
    if (block.kind !== 'entry' || mark?.kind !== 'entity') return undefined;
    // In `&amp;amp;#183;` the last is the reference, the others what escaping it made of the `&`.
    const names = textOf(block, mark.span).slice(1, -1).split(';');
    const reference = names.at(-1) ?? '';
    const meant = characterOf(reference);
    if (meant === undefined) return undefined;
    const code = (meant.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const stands = UNSEEN.test(meant)
      ? message('This stands for a space or another character that is not seen (U+{0}).', code)
      : message('This stands for “{0}” (U+{1}).', meant, code);
    const shown = `&${names.slice(1).join(';')};`;
    return {
      span: shiftSpan(mark.span, from),
      parts: [
        { kind: 'line', pieces: [say(stands)] },
        ...(names.length === 1
          ? []
          : [
              {
                kind: 'line' as const,
                pieces: [say(message('It was escaped more than once: a page shows “{0}” here.', shown))],
              },
            ]),
      ],
    };
  },
};
