import {
  type Entry,
  type Message,
  message,
  type PlacedBlock,
  peopleOf,
  shiftSpan,
  type Talk,
  talksOf,
  textOf,
} from '../../language/index.js';
import { durationText } from '../support/durationText.js';
import { entriesBefore } from '../support/entriesBefore.js';
import { type Piece, shortened } from '../support/hoverContent.js';
import { entryLink } from '../support/lineLink.js';
import { shareText } from '../support/shareText.js';
import type { HoverSource } from './hoverSource.js';

type Say = (text: Message) => string;

/** Of an entry's time: how long it is after the entry before and after the speaker's last, and how far into a talk. */
export const timeHover: HoverSource = {
  hover({ document, offset, placed: { block, index, from }, context: { say, lintOptions } }) {
    if (block.kind !== 'entry' || block.seconds === undefined) return undefined;
    const span = shiftSpan(block.time, from);
    if (offset < span.from || offset > span.to) return undefined;
    const { seconds } = block;
    const people = peopleOf(document, lintOptions.speakers);
    const person = people.personOf(nameOf(block));
    const isOwn = (entry: Entry): boolean => people.personOf(nameOf(entry)) === person;
    const items: Piece[][] = [];
    const add = (before: PlacedBlock<Entry>, after: Said, earlier: Said, name: string): void => {
      const gap = seconds - (before.block.seconds ?? seconds);
      const sentence = gap < 0 ? earlier(say(durationText(-gap)), name) : after(say(durationText(gap)), name);
      items.push([say(sentence), ' · ', entryLink(document, before)]);
    };
    const [before] = entriesBefore(document, index, 1, hasTime);
    if (!before) items.push([say(message('The first entry of the log.'))]);
    else if (isOwn(before.block)) add(before, afterOwnNeighbour, beforeOwnNeighbour, '');
    else {
      add(before, afterNeighbour, beforeNeighbour, shownName(before.block, say));
      const [own] = person === '' ? [] : entriesBefore(document, index, 1, (entry) => hasTime(entry) && isOwn(entry));
      const name = shownName(block, say);
      if (own) add(own, afterOwn, beforeOwn, name);
      else if (person !== '') items.push([say(message('The first entry by {0}.', name))]);
    }
    const talk = talksOf(document).find(({ span: within }) => within && within.from <= from && from < within.to);
    if (talk) items.push([placeInTalk(talk, seconds, say)]);
    return { span, parts: [{ kind: 'list', items }] };
  },
};

/** A sentence on the time between two entries, the earlier one of which is by somebody. */
type Said = (gap: string, name: string) => Message;

const afterOwnNeighbour: Said = (gap) => message('{0} after the entry before it, by the same speaker', gap);
const beforeOwnNeighbour: Said = (gap) => message('{0} earlier than the entry before it, by the same speaker', gap);
const afterNeighbour: Said = (gap, name) => message('{0} after the entry before it, by {1}', gap, name);
const beforeNeighbour: Said = (gap, name) => message('{0} earlier than the entry before it, by {1}', gap, name);
const afterOwn: Said = (gap, name) => message('{0} after the last entry by {1}', gap, name);
const beforeOwn: Said = (gap, name) => message('{0} earlier than the last entry by {1}', gap, name);

const hasTime = ({ seconds }: Entry): boolean => seconds !== undefined;

const nameOf = (entry: Entry): string => textOf(entry, entry.speaker);

const shownName = (entry: Entry, say: Say): string => shortened(nameOf(entry)) || say(message('(no name)'));

/** In which talk a time is, and how far. */
function placeInTalk({ title, speaker, start, end, first, last }: Talk, seconds: number, say: Say): string {
  const from = start ?? first?.block.seconds ?? seconds;
  const length = (end ?? last?.block.seconds ?? seconds) - from;
  const passed = say(durationText(Math.max(0, seconds - from)));
  const whole = say(durationText(Math.max(0, length)));
  const share = length > 0 ? shareText(seconds - from, length) : shareText(0, 1);
  const name = speaker === undefined ? first && shownName(first.block, say) : shortened(speaker);
  return title === undefined
    ? say(message('In the talk by {0}: {1} of {2} are over ({3})', name ?? '', passed, whole, share))
    : say(
        message(
          'In the talk “{0}” by {1}: {2} of {3} are over ({4})',
          shortened(title),
          name ?? '',
          passed,
          whole,
          share,
        ),
      );
}
