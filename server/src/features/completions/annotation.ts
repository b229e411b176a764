import { annotationsOf, type ChatDocument, isBlank, message, perChunk } from '../../language/index.js';
import { commentBefore } from '../support/textPlace.js';
import type { CompletionSource, Proposal } from './completionSource.js';

const BEGUN = /^(?<gap>\s*)(?<typed>@?[A-Za-z-]{0,30})$/;

/** In a comment that is just begun: what it may be. */
export const annotation: CompletionSource = {
  triggers: ['-', '@'],
  complete(request) {
    const inside = commentBefore(request);
    const { gap, typed } = (inside !== undefined && BEGUN.exec(inside)?.groups) || {};
    if (gap === undefined || typed === undefined) return undefined;
    const { after, offset, context, document } = request;
    const { say } = context;
    const author = lastAuthor(document);
    const head = `@note ${context.now().day} `;
    const kinds: readonly (Pick<Proposal, 'label' | 'description' | 'insert' | 'again'> & { snippet?: string })[] = [
      {
        label: '@note',
        description: say(message('A remark about the entry')),
        insert: `${head}${author ?? ''}: `,
        ...(author === undefined && { snippet: `${head}\${1:${say(message('author'))}}: $0` }),
      },
      { label: '@tag', description: say(message('Tags of the entry')), insert: '@tag ', again: true },
      {
        label: 'chatlog-disable-next-line',
        description: say(message('Keeps a rule quiet on the next line')),
        insert: 'chatlog-disable-next-line ',
        again: true,
      },
      {
        label: 'chatlog-disable',
        description: say(message('Keeps a rule quiet in the whole log')),
        insert: 'chatlog-disable ',
        again: true,
      },
    ];
    const isOpen = !/^\s*-->/.test(after) && isBlank(after, 0, after.length);
    const before = gap === '' ? ' ' : '';
    const span = { from: offset - typed.length, to: offset };
    return {
      items: kinds.map(({ insert, snippet, ...rest }) => {
        const filled = snippet ?? (isOpen ? `${insert.replace(/[\\$}]/g, '\\$&')}$0` : undefined);
        return {
          ...rest,
          kind: 'keyword',
          span,
          insert: before + insert,
          ...(filled !== undefined && { snippet: before + filled + (isOpen ? ' -->' : '') }),
          filter: rest.label,
        };
      }),
    };
  },
};

const authorPerChunk = perChunk(({ blocks }): string | undefined => {
  const annotations = blocks.flatMap((block) => (block.kind === 'entry' ? annotationsOf(block) : []));
  return annotations.flatMap((one) => (one.kind === 'note' && one.author !== undefined ? [one.author] : [])).at(-1);
});

/** Who wrote the last note of the log. */
function lastAuthor(document: ChatDocument): string | undefined {
  for (const { chunk } of [...document.chunks()].reverse()) {
    const author = authorPerChunk(chunk);
    if (author !== undefined) return author;
  }
  return undefined;
}
