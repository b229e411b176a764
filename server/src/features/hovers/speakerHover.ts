import {
  type Archive,
  type ChatDocument,
  type KnownNames,
  labelOf,
  message,
  type PlacedBlock,
  type Speaker,
  speakersOf,
  type Text,
  textOf,
} from '../../language/index.js';
import { entriesBefore } from '../support/entriesBefore.js';
import { linked, type Part, type Piece, shortened } from '../support/hoverContent.js';
import { isPersonIn } from '../support/isPersonIn.js';
import { entryLink } from '../support/lineLink.js';
import { type Named, namedAt } from '../support/namedAt.js';
import { namesKnown } from '../support/namesKnown.js';
import { isNamed, type Person, personNamed } from '../support/person.js';
import { shareText } from '../support/shareText.js';
import { type TalkGiven, talksGiven } from '../support/talksGiven.js';
import type { HoverSource } from './hoverSource.js';

type Say = (text: Text) => string;
type Line = readonly Piece[];

/** So many names, talks, and things said are shown. */
const MOST_NAMES = 10;
const MOST_TALKS = 5;
const MOST_SAID = 3;

/** Of a name in a header or the front matter: how much the person says, here and in all logs, their talks, what they said last. */
export const speakerHover: HoverSource = {
  hover({ document, offset, placed, archive, context }) {
    const known = namesKnown(document, context, archive);
    const named = namedAt(document, offset, known);
    if (!named || named.kind === 'mention') return undefined;
    const { say } = context;
    const person = personNamed(named, known);
    const speaker = speakerNamed(named, document, known);
    return {
      span: named.span,
      parts: [
        { kind: 'heading', text: shortened(named.name) },
        {
          kind: 'list',
          items: [
            ...inLog(speaker, document, say),
            ...otherNames(named.name, person, say),
            ...inArchive(person, archive, say),
          ],
        },
        ...list(say(message('Talks:')), talksLines(talksGiven(person, archive), say)),
        ...list(say(message('Said before this:')), saidBefore(placed, person, document, known, say)),
      ],
    };
  },
};

const list = (title: string, items: readonly Line[]): readonly Part[] =>
  items.length === 0
    ? []
    : [
        { kind: 'line', pieces: [title] },
        { kind: 'list', items },
      ];

function speakerNamed({ name }: Named, document: ChatDocument, { people }: KnownNames): Speaker | undefined {
  const person = people.personOf(name);
  return speakersOf(document, people).find((speaker) => speaker.name === person);
}

function inLog(speaker: Speaker | undefined, document: ChatDocument, say: Say): readonly Line[] {
  if (!speaker) return [[say(message('No entry of this log is by this person.'))]];
  const { entries, first, last } = speaker;
  const all = document.blockCount - firstEntry(document);
  const count = message('{0} of {1} entries of this log: {2}', entries, all, shareText(entries, all));
  if (first.index === last.index)
    return [[say(count)], [say(message('The only entry')), ' · ', entryLink(document, first)]];
  return [
    [say(count)],
    [say(message('The first entry')), ' · ', entryLink(document, first)],
    [say(message('The last entry')), ' · ', entryLink(document, last)],
  ];
}

function firstEntry(document: ChatDocument): number {
  for (const { block, index } of document.blocks()) if (block.kind === 'entry') return index;
  return document.blockCount;
}

function otherNames(name: string, person: Person, say: Say): readonly Line[] {
  const others = [...person].filter((other) => other !== name);
  if (others.length === 0) return [];
  const shown = others.slice(0, MOST_NAMES).map((other) => `“${shortened(other)}”`);
  const rest = others.length - shown.length;
  return [
    [say(message('Other names: {0}', shown.join(' '))), ...(rest > 0 ? [' ', say(message('and {0} more', rest))] : [])],
  ];
}

/** How much the person says in all logs; nothing where they speak in one at most. */
function inArchive(person: Person, archive: Archive, say: Say): readonly Line[] {
  let logs = 0;
  let entries = 0;
  const days: string[] = [];
  for (const log of archive.logs()) {
    const { summary } = log;
    const isTheirs = isPersonIn(log, person);
    let own = 0;
    for (const { name, entries: count } of summary.speakers) if (isTheirs(name)) own += count;
    if (own === 0) continue;
    logs++;
    entries += own;
    if (summary.day !== undefined) days.push(summary.day);
  }
  if (logs < 2) return [];
  const count = say(message('{0} entries in {1} logs', entries, logs));
  const [first, last] = [days.reduce(earlier, days[0] ?? ''), days.reduce(later, '')];
  if (first === '') return [[count]];
  return [[`${count} · ${first === last ? first : `${first} – ${last}`}`]];
}

const earlier = (a: string, b: string): string => (b < a ? b : a);
const later = (a: string, b: string): string => (b > a ? b : a);

function talksLines(talks: readonly TalkGiven[], say: Say): readonly Line[] {
  const lines = talks.slice(0, MOST_TALKS).map(({ title, day, target }): Line => {
    const text = title === undefined ? say(message('A talk without a title')) : shortened(title);
    return day === undefined ? [linked(text, target)] : [linked(text, target), ` · ${day}`];
  });
  const rest = talks.length - lines.length;
  return rest > 0 ? [...lines, [say(message('and {0} more', rest))]] : lines;
}

/** The last things that the person said before the place; behind the front matter, whose first lines are no entries, none. */
function saidBefore(
  { index }: PlacedBlock,
  person: Person,
  document: ChatDocument,
  known: KnownNames,
  say: Say,
): readonly Line[] {
  const isTheirs = (name: string): boolean => isNamed(person, { kind: 'header', name }, known);
  return entriesBefore(document, index, MOST_SAID, (entry) => isTheirs(textOf(entry, entry.speaker))).map((entry) => [
    entryLink(document, entry),
    ` ${shortened(say(labelOf(entry.block).beginning ?? ''))}`,
  ]);
}
