import { keptBeside } from '../../language/index.js';
import { filterText } from '../support/filterText.js';
import { fitting } from '../support/fitting.js';
import { commentBefore } from '../support/textPlace.js';
import type { CompletionSource } from './completionSource.js';

const TAG = /^\s*@tag(?=[\s:：])[\s:：]*/;
const SEPARATOR = /[,，、\n\r]/;

/** Behind `@tag` in a comment: the tags in use, those of the log first, then those of the archive. */
export const tagName: CompletionSource = {
  triggers: [' ', ',', '，', '、'],
  async complete(request) {
    const inside = commentBefore(request);
    const head = inside === undefined ? undefined : TAG.exec(inside)?.[0];
    if (inside === undefined || head === undefined) return undefined;
    const names = inside.slice(head.length).split(SEPARATOR);
    const typed = (names.pop() ?? '').trimStart();
    const { offset, document } = request;
    const written = new Set(names.map((name) => name.trim()));
    const isTyping = typed.trimEnd();
    const archive = await request.archive();
    const own = archive.get(document.uri)?.summary.tags ?? [];
    // What is half typed is a tag of the log already, in one entry.
    const here = own.filter(({ name, places }) => name !== isTyping || places.length > 1).map(({ name }) => name);
    const tags = new Set([...here, ...tagsBeside(archive, document.uri)]);
    for (const name of written) tags.delete(name);
    const { items, more } = fitting(tags, (tag) => [tag], typed);
    const span = { from: offset - typed.length, to: offset };
    return {
      more,
      items: items.map((tag) => ({ label: tag, kind: 'tag', span, insert: tag, filter: filterText('', [tag]) })),
    };
  },
};

/** The tags of the other logs, those that stand in most logs first. */
const tagsBeside = keptBeside((archive, uri): readonly string[] => {
  const logs = new Map<string, number>();
  for (const log of archive.logs()) {
    if (log.uri === uri) continue;
    for (const { name: tag } of log.summary.tags) logs.set(tag, (logs.get(tag) ?? 0) + 1);
  }
  return [...logs].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
});
