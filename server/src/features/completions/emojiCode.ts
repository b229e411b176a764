import { emojis } from '../../language/index.js';
import { filterText } from '../support/filterText.js';
import { isInText } from '../support/textPlace.js';
import type { CompletionSource } from './completionSource.js';

const BEGUN = /(?<!!)(?<bracket>[[【])(?<typed>[^[\]【】()（）]{0,24})$/u;
const CLOSED = /^[^[\]【】()（）]{0,24}[\]】]/u;

/** At `[` in a text: emoji codes, found by their names in Chinese and English and by sound. */
export const emojiCode: CompletionSource = {
  triggers: ['[', '【'],
  complete(request) {
    const { before, after, offset } = request;
    const { bracket, typed } = BEGUN.exec(before)?.groups ?? {};
    if (bracket === undefined || typed === undefined || !isInText(request)) return undefined;
    const closing = bracket === '[' ? ']' : '】';
    const from = offset - typed.length - 1;
    const to = offset + (after.startsWith(closing) ? 1 : 0);
    const overwriteTo = Math.max(to, offset + (CLOSED.exec(after)?.[0].length ?? 0));
    const items = emojis.map(({ code, glyph, english, spellings }) => ({
      label: `[${code}]`,
      kind: 'emoji' as const,
      description: [glyph, english].filter((text) => text !== '').join(' '),
      span: { from, to },
      overwriteTo,
      insert: `[${code}]`,
      filter: filterText(bracket, spellings),
      about: { kind: 'emoji' as const, code },
    }));
    return { items };
  },
};
