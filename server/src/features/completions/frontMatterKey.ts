import {
  deriveValue,
  detectTalks,
  insertionOf,
  isBlank,
  knownKeys,
  lineBreakOf,
  message,
  modelOf,
} from '../../language/index.js';
import { frontMatterPlaceAt } from '../support/frontMatterPlace.js';
import { talkLines } from '../support/talkLines.js';
import type { CompletionSource, Proposal } from './completionSource.js';

/** On a line of the front matter that begins a key: those that are missing, with what the log says of their values. */
export const frontMatterKey: CompletionSource = {
  triggers: [],
  complete(request) {
    const { before, after, offset, placed, document, context } = request;
    if (!/^[\p{L}_-]*$/u.test(before) || !isBlank(after, 0, after.length)) return undefined;
    const place = frontMatterPlaceAt(request);
    if (!place || place.section !== undefined || placed?.block.kind !== 'frontMatter') return undefined;
    const { block } = placed;
    const model = modelOf(context.lintOptions.files.neighbour(document.uri));
    const span = { from: offset - before.length, to: offset + after.length };
    const items = knownKeys
      .filter((key) => !place.keys.has(key))
      .map((key): Proposal => {
        const derived = deriveValue(document, key, model);
        const talks = key === 'talks' ? detectTalks(document) : [];
        const value = derived && insertionOf(block, key, derived.text).insert.replace(/[\r\n]+/g, '');
        const insert =
          value ??
          (talks.length === 0
            ? `${key}:`
            : ['talks:', ...talks.flatMap((talk) => talkLines(talk, '  '))].join(lineBreakOf(block.text)));
        return {
          label: key,
          kind: 'key',
          description:
            derived?.text ?? (talks.length === 0 ? undefined : context.say(message('As the log shows them'))),
          span,
          insert,
          filter: key,
          about: { kind: 'key', key },
        };
      });
    return { items };
  },
};
