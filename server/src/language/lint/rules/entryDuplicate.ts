import { type People, peopleOf } from '../../people/people.js';
import { recordingOf } from '../../people/recording.js';
import { type Entry, headerSpanOf } from '../../syntax/block.js';
import { type Chunk, perChunk } from '../../syntax/chunk.js';
import type { ChatDocument } from '../../syntax/document.js';
import { textOf } from '../../syntax/inline.js';
import { message } from '../../text/message.js';
import { type Span, shiftSpan } from '../../text/span.js';
import { isBlank } from '../../text/whiteSpace.js';
import type { DocumentRule, Examples, Finding, Fix } from '../rule.js';

/** So many characters besides emoji two people hardly type alike in the same second; 签到 and 欢迎 they do. */
const TELLING = 12;
/** In merged exports a good third of the entries are copies; in others one in a hundred. */
const MERGED = 0.2;

/** An entry that says something at a known time, at its place. */
interface Said {
  readonly entry: Entry;
  readonly seconds: number;
  readonly from: number;
}

/** Two entries of the same second that say the same. */
interface Pair {
  readonly first: Said;
  readonly second: Said;
}

/** What a chunk tells, its places counted from the chunk's start. */
interface Summary {
  readonly entries: number;
  readonly pairs: readonly Pair[];
  /** What is said in its first and in its last second; those of the chunk before may be said on there. */
  readonly head: readonly Said[];
  readonly tail: readonly Said[];
}

const summaryOf = perChunk(summarize);

export const entryDuplicate: DocumentRule = {
  id: 'entry-duplicate',
  title: 'Nothing stands in a log twice.',
  why:
    'Some logs are two exports put together, and hold each message twice: the same text at the same second, often under ' +
    'another name of the same person. Where two people may well have said the same at once, as in a round of applause, ' +
    'the second is pointed out and no more; it is theirs.',
  severity: 'hint',
  scope: 'document',
  *check(document, { options }) {
    const { pairs, entries } = pairsOf(document);
    if (pairs.length === 0) return;
    const merged = pairs.length >= entries * MERGED && pairs.length > 2;
    const people = peopleOf(document, options.speakers);
    const samePerson = (a: string, b: string): boolean =>
      contains(a, b) || contains(b, a) || people.personOf(a) === people.personOf(b);
    const recordings = new Map<string, Fix | undefined>();
    for (const pair of pairs) {
      const name = nameOf(pair.first);
      const other = nameOf(pair.second);
      const fixes: Fix[] = [];
      if (merged || samePerson(name, other) || lengthOf(wordsOf(pair.second)) >= TELLING) {
        fixes.push(removal(pair.second));
        const key = `${name}\n${other}`;
        if (!recordings.has(key)) recordings.set(key, recording(document, people, name, other));
        const fix = recordings.get(key);
        if (fix) fixes.push(fix);
      }
      yield finding(pair, fixes);
    }
  },
};

export const examples: Examples = {
  invalid: [
    {
      text: '> 09:00:00  Ann  \n   \nhi\n   \n<[> 09:00:00  Ann]>  \n   \nhi\n   \n> 09:00:01  Bob\nhi\n',
      fixed: '> 09:00:00  Ann  \n   \nhi\n   \n> 09:00:01  Bob\nhi\n',
    },
    {
      text: '> 09:00:00  Ann\n有人一起去看下午的展览吗？\n> 09:00:00  Bob\nyes\n<[> 09:00:00  安安-青杉]>\n有人一起去看下午的展览吗？  \n',
      fixed: '> 09:00:00  Ann\n有人一起去看下午的展览吗？\n> 09:00:00  Bob\nyes\n',
    },
    {
      text: '---\nspeakers:\n  林一诺: [Ann]\n---\n> 09:00:00  林一诺\n好\n<[> 09:00:00  Ann]>\n好\n',
      fixed: '---\nspeakers:\n  林一诺: [Ann]\n---\n> 09:00:00  林一诺\n好\n',
    },
    {
      text: '> 09:00:00  Ann\n一\n<[> 09:00:00  A.]>\n一\n> 09:00:01  Ann\n二\n<[> 09:00:01  A.]>\n二\n> 09:00:02  Bob\n三\n<[> 09:00:02  B.]>\n三\n',
      fixed: '> 09:00:00  Ann\n一\n> 09:00:01  Ann\n二\n> 09:00:02  Bob\n三\n',
    },
    { text: '> 09:00:00  Ann\n[鼓掌][鼓掌]\n> 09:00:00  Cid\n好\n<[> 09:00:00  Bob]>\n[鼓掌][鼓掌]\n' },
  ],
  valid: [
    { text: '> 09:00:00  Ann\nhi\n> 09:00:01  Ann\nhi\n> 09:00:01  Ann\nho\n' },
    { text: '> 09:00:00  Ann\n   \n> 09:00:00  Bob\n\n' },
    { text: '> 25:00:00  Ann\nhi\n> 25:00:00  Ann\nhi\n' },
  ],
};

/** Whether a name holds another, as 林一诺-青杉 does 林一诺. */
const contains = (name: string, part: string): boolean => part.length > 1 && name.includes(part);

/** How many characters a text has besides emoji and white space. */
const lengthOf = (text: string): number => text.replace(/\[[^[\]\n]{1,24}\]|\s/g, '').length;

function summarize(chunk: Chunk): Summary {
  const said: Said[] = [];
  let entries = 0;
  let from = 0;
  for (const block of chunk.blocks) {
    if (block.kind === 'entry') {
      entries++;
      const { text, body, seconds } = block;
      if (seconds !== undefined && !isBlank(text, body.from, body.to)) said.push({ entry: block, seconds, from });
    }
    from += block.text.length;
  }
  const afterHead = said.findIndex(({ seconds }) => seconds !== said[0]?.seconds);
  const beforeTail = said.findLastIndex(({ seconds }) => seconds !== said.at(-1)?.seconds);
  return {
    entries,
    pairs: pairsIn(said),
    head: afterHead < 0 ? said : said.slice(0, afterHead),
    tail: said.slice(beforeTail + 1),
  };
}

/** What is said again within the same second; entries of a second stand together. */
function pairsIn(said: readonly Said[]): Pair[] {
  const pairs: Pair[] = [];
  for (let from = 0, to = 1; from < said.length; from = to, to++) {
    while (to < said.length && said[to]?.seconds === said[from]?.seconds) to++;
    // Most entries have their second for themselves, and their text is not looked at.
    if (to - from === 1) continue;
    const known = new Map<string, Said>();
    for (const second of said.slice(from, to)) {
      const words = wordsOf(second);
      const first = known.get(words);
      if (first) pairs.push({ first, second });
      else known.set(words, second);
    }
  }
  return pairs;
}

/** The pairs of a log, and how many entries it has. Where a second runs over from one chunk to the next, both are looked at. */
function pairsOf(document: ChatDocument): { readonly pairs: readonly Pair[]; readonly entries: number } {
  const pairs: Pair[] = [];
  let entries = 0;
  let before: Map<string, Said> | undefined;
  let now: number | undefined;
  for (const { chunk, from } of document.chunks()) {
    const { entries: own, pairs: within, head, tail } = summaryOf(chunk);
    entries += own;
    const crossing = new Set<Said>();
    if (before && head[0]?.seconds === now) {
      for (const second of head) {
        const first = before.get(wordsOf(second));
        if (!first) continue;
        pairs.push({ first, second: placed(second, from) });
        crossing.add(second);
      }
    }
    for (const { first, second } of within) {
      if (!crossing.has(second)) pairs.push({ first: placed(first, from), second: placed(second, from) });
    }
    if (tail.length === 0) continue;
    // A chunk of one second only goes on with what was said in it before.
    if (tail.length !== head.length || head[0] !== tail[0] || tail[0]?.seconds !== now) before = undefined;
    before ??= new Map();
    for (const last of tail) {
      const words = wordsOf(last);
      if (!before.has(words)) before.set(words, placed(last, from));
    }
    now = tail[0]?.seconds;
  }
  return { pairs, entries };
}

const placed = (said: Said, from: number): Said => (from === 0 ? said : { ...said, from: said.from + from });

const wordsOf = ({ entry: { text, body } }: Said): string => text.slice(body.from, body.to).trim();

const nameOf = ({ entry }: Said): string => textOf(entry, entry.speaker);

const headerOf = ({ entry, from }: Said): Span => shiftSpan(headerSpanOf(entry), from);

function removal({ entry, from }: Said): Fix {
  return {
    title: message('Remove the second'),
    safe: false,
    changes: [{ from, to: from + entry.text.length, insert: '' }],
  };
}

function recording(document: ChatDocument, people: People, name: string, other: string): Fix | undefined {
  if (name === '' || other === '' || people.personOf(name) === people.personOf(other)) return undefined;
  const change = recordingOf(document, name, other);
  if (!change) return undefined;
  return {
    title: message('Record “{0}” and “{1}” as one speaker’s names', name, other),
    safe: false,
    changes: [change],
  };
}

const SAME_TEXT = message('The same text at the same second.');

function finding({ first, second }: Pair, fixes: readonly Fix[]): Finding {
  const clock = textOf(second.entry, second.entry.time);
  const name = nameOf(first);
  const { from, to } = headerOf(second);
  const header = headerOf(first);
  return {
    from,
    to,
    message:
      name === nameOf(second)
        ? message('The same stands at {0} already.', clock)
        : message('The same stands at {0} already, under “{1}”.', clock, name),
    related: [{ from: header.from, to: header.to, message: SAME_TEXT }],
    ...(fixes.length > 0 && { fixes }),
  };
}
