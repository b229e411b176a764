import { rules } from '../../language/index.js';
import { commentBefore } from '../support/textPlace.js';
import type { CompletionSource } from './completionSource.js';

const DIRECTIVE = /^\s*chatlog-disable(?:-next-line)?[\s,]+(?<ids>(?:[a-z-]+[\s,]+)*)(?<typed>[a-z-]*)$/;

/** Behind `chatlog-disable` in a comment: the rules. */
export const ruleId: CompletionSource = {
  triggers: [' ', ','],
  complete(request) {
    const inside = commentBefore(request);
    if (inside === undefined || inside.length > 1000) return undefined;
    const { ids, typed } = DIRECTIVE.exec(inside)?.groups ?? {};
    if (ids === undefined || typed === undefined) return undefined;
    const written = new Set(ids.split(/[\s,]+/));
    const span = { from: request.offset - typed.length, to: request.offset };
    return {
      items: rules
        .filter(({ id }) => !written.has(id))
        .map(({ id, title }) => ({
          label: id,
          kind: 'value',
          description: request.context.say({ template: title, values: [] }),
          span,
          insert: id,
          filter: id,
        })),
    };
  },
};
