import { isBlank } from '../../language/index.js';
import { HEADER_MARKS, headerLineAt, speakersFor } from '../support/headerLine.js';
import { personProposal } from '../support/personProposal.js';
import type { CompletionSource } from './completionSource.js';

const TIMED = new RegExp(
  `^[${HEADER_MARKS}]\\s{0,8}\\d{1,2}[:：]\\d{2}[:：]\\d{2}(?<gap>\\s{1,8})(?<typed>\\S.*|)$`,
  'u',
);

/** Behind the time of a header: whoever may speak. */
export const headerSpeaker: CompletionSource = {
  triggers: [' '],
  async complete(request) {
    const { before, after, offset, context } = request;
    const { gap, typed } = TIMED.exec(before)?.groups ?? {};
    const line = headerLineAt(request);
    if (gap === undefined || typed === undefined || !line) return undefined;
    const atEnd = isBlank(after, 0, after.length);
    const span = { from: offset - typed.length, to: atEnd ? offset + after.length : offset };
    const { items, more } = await speakersFor(request, line, typed);
    return {
      more,
      items: items.map((speaker) => ({
        ...personProposal(speaker, '', context.say),
        label: speaker.name,
        span,
        overwriteTo: offset + after.trimEnd().length,
        insert: (gap === ' ' ? ' ' : '') + speaker.name + (atEnd ? '  ' : ''),
      })),
    };
  },
};
