import { type KnownNames, type MentionMeaning, type Message, meaningOf, message } from '../../language/index.js';
import type { Part } from '../support/hoverContent.js';
import { shortened } from '../support/hoverContent.js';
import { namedAt } from '../support/namedAt.js';
import { namesKnown } from '../support/namesKnown.js';
import type { HoverSource } from './hoverSource.js';

/** Of a mention: whom it means and why, or who may be meant. */
export const mentionHover: HoverSource = {
  hover({ document, offset, placed, archive, context }) {
    if (placed.block.kind !== 'entry') return undefined;
    const known = namesKnown(document, context, archive);
    const named = namedAt(document, offset, known);
    if (named?.kind !== 'mention') return undefined;
    return { span: named.span, parts: partsOf(meaningOf(named.name, known), known, context.say) };
  },
};

const MOST_CANDIDATES = 8;

function partsOf(meaning: MentionMeaning, known: KnownNames, say: (text: Message) => string): readonly Part[] {
  const { name, person, candidates } = meaning;
  if (name !== undefined) {
    return [
      { kind: 'heading', text: shortened(name) },
      { kind: 'line', pieces: [say(reasonFor(meaning, name, known))] },
      ...(person === undefined || person === name
        ? []
        : [
            {
              kind: 'line' as const,
              pieces: [say(message('The name is recorded as one of “{0}”.', shortened(person)))],
            },
          ]),
    ];
  }
  if (candidates.length === 0) {
    return [{ kind: 'line', pieces: [say(message('Nobody who speaks in these logs is known by this name.'))] }];
  }
  const items = candidates
    .slice(0, MOST_CANDIDATES)
    .map(({ name: one, shared }) => [say(message('{0}: the names share “{1}”', shortened(one), shortened(shared)))]);
  return [
    { kind: 'line', pieces: [say(message('Several people may be meant:'))] },
    { kind: 'list', items },
    ...(candidates.length > MOST_CANDIDATES
      ? [{ kind: 'line' as const, pieces: [say(message('and {0} more', candidates.length - MOST_CANDIDATES))] }]
      : []),
  ];
}

function reasonFor({ by }: MentionMeaning, name: string, { log }: KnownNames): Message {
  switch (by?.kind) {
    case 'recorded':
      return message('The mention is another name of this person, as it is recorded.');
    case 'alike':
      return message('Nobody else’s name has “{0}” in common with the mention.', shortened(by.shared));
    default:
      return log.names.has(name)
        ? message('Somebody speaks in this log by exactly this name.')
        : message('Somebody speaks in another log by exactly this name.');
  }
}
