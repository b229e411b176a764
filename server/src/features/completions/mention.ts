import {
  type Archive,
  keptBeside,
  mentionIn,
  nicknames,
  peopleOf,
  type RankedSpeaker,
  rankedSpeakers,
  textOf,
} from '../../language/index.js';
import { fitting } from '../support/fitting.js';
import { namesKnown } from '../support/namesKnown.js';
import { personProposal } from '../support/personProposal.js';
import { isInAddress, isInText } from '../support/textPlace.js';
import type { CompletionRequest, CompletionSource } from './completionSource.js';

/** A name holds no more than this; a sentence behind an `@` is none. */
const BEGUN = /@(?<typed>[^@，。！？；、,?!;\n]{0,40})$/u;
const ADDRESS = /[A-Za-z0-9._%+-]$/;

/** Behind an `@` in a text: the people of the log and the archive, by the nickname that they are mentioned by. */
export const mention: CompletionSource = {
  triggers: ['@'],
  async complete(request) {
    const { before, after, offset, placed, context, document } = request;
    const typed = BEGUN.exec(before)?.groups?.['typed'];
    if (typed === undefined || !placed || !isInText(request)) return undefined;
    const from = offset - typed.length - 1;
    if (ADDRESS.test(before.slice(0, -typed.length - 1)) || isInAddress(placed, from - placed.from)) return undefined;
    const archive = await request.archive();
    const known = namesKnown(document, context, archive);
    // Half a nickname may be like enough to somebody's name; it is none of theirs.
    const half = mentionIn(typed + after);
    const isKnown =
      half !== undefined && [known.log, known.recorded, known.archive].some(({ names }) => names.has(half));
    const called = nicknames(mentionsNear(request, archive, isKnown ? undefined : half), known);
    const people = peopleOf(document, context.lintOptions.speakers);
    const ranked = [...rankedSpeakers(document, people, archive, { index: placed.index })];
    // Hardly anybody mentions themselves.
    const own = placed.block.kind === 'entry' ? people.personOf(textOf(placed.block, placed.block.speaker)) : '';
    const isOwn = ({ name }: RankedSpeaker): boolean => people.personOf(name) === own;
    ranked.sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)));
    const nickname = ({ name }: RankedSpeaker): string => called.get(people.personOf(name)) ?? name;
    const { items, more } = fitting(ranked, (speaker) => [nickname(speaker), ...speaker.names], typed);
    // What the name that stands there has behind the place.
    const rest = Math.max(0, (half?.length ?? 0) - typed.length);
    // Behind a name something has to end it, or the text that follows would belong to it.
    const end = /^(?:\?|\s+\S)/.test(after.slice(rest)) ? '' : ' ';
    return {
      more,
      items: items.map((speaker) => {
        const name = nickname(speaker);
        const names = [...new Set([name, speaker.name, ...speaker.names])];
        const person = personProposal({ ...speaker, name, names }, '@', context.say);
        return {
          ...person,
          label: `@${name}`,
          description: name === speaker.name ? person.description : `${speaker.name} · ${person.description}`,
          span: { from, to: offset },
          overwriteTo: offset + rest,
          insert: `@${name}${end}`,
        };
      }),
    };
  },
};

/** So many mentions are understood at most: it takes some time to tell whom one means. */
const MOST_MENTIONS = 400;

/** Mentions of the logs nearest in time. */
const mentionsBeside = keptBeside((archive, uri): readonly string[] => {
  const day = Date.parse(archive.get(uri)?.summary.day ?? '');
  const distance = (other: string | undefined): number => {
    const days = Math.abs(Date.parse(other ?? '') - day);
    return Number.isNaN(days) ? Number.MAX_VALUE : days;
  };
  const logs = [...archive.logs()]
    .filter((log) => log.uri !== uri)
    .map(({ summary }) => ({ mentions: summary.mentions, distance: distance(summary.day) }))
    .sort((a, b) => a.distance - b.distance);
  return [...new Set(logs.flatMap(({ mentions }) => mentions))].slice(0, MOST_MENTIONS);
});

/** The mentions of the log, but for one that is being typed, then those of other logs. */
function mentionsNear({ document }: CompletionRequest, archive: Archive, typed: string | undefined): Iterable<string> {
  const own = archive.get(document.uri)?.summary.mentions ?? [];
  return [...own.filter((one) => one !== typed), ...mentionsBeside(archive, document.uri)];
}
