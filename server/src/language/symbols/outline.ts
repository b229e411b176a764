import type { Entry } from '../syntax/block.js';
import type { ChatDocument, PlacedBlock } from '../syntax/document.js';
import { marksOf, textOf } from '../syntax/inline.js';
import { placedTalks } from '../talks/recorded.js';
import { formatClock } from '../text/clock.js';
import { endOfLine } from '../text/lines.js';
import { message, type Text } from '../text/message.js';
import { type Span, shiftSpan } from '../text/span.js';
import { trimmedEnd, trimmedStart } from '../text/whiteSpace.js';

/** One line of a log's outline. Spans are offsets of the log. */
export interface OutlineItem {
  readonly kind: 'frontMatter' | 'talk' | 'speaker' | 'entry';
  /** Never empty. */
  readonly name: Text;
  readonly detail: Text | undefined;
  readonly span: Span;
  /** What is selected when one goes there; within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

/** As much of a body as a line of the outline shows, in UTF-16 code units. */
const SNIPPET = 48;

/** The outline of a log: front matter, talks recorded in it, and speakers, those with most entries first. */
export function outlineOf(document: ChatDocument): readonly OutlineItem[] {
  return [...frontMatterItem(document), ...talkItems(document), ...speakerItems(document)];
}

/** The entries in their order, each as an outline item that names its speaker. */
export function entryItems(document: ChatDocument): readonly OutlineItem[] {
  return [...document.entries()].map((entry) => entryItem(entry, speakerName(entry.block)));
}

function frontMatterItem(document: ChatDocument): OutlineItem[] {
  const block = document.frontMatter;
  if (!block) return [];
  const nameFrom = block.text.indexOf('---');
  return [
    {
      kind: 'frontMatter',
      name: message('Front matter'),
      detail: undefined,
      span: { from: 0, to: block.text.length },
      nameSpan: { from: nameFrom, to: nameFrom + 3 },
      children: [],
    },
  ];
}

function talkItems(document: ChatDocument): OutlineItem[] {
  return placedTalks(document).map(({ talk, span, first }) => {
    const speaker = talk.speaker ?? speakerName(first.block);
    const children: OutlineItem[] = [];
    for (const placed of document.blocks(first.index)) {
      if (placed.from >= span.to) break;
      const { block, index, from } = placed;
      if (block.kind !== 'entry' || speakerName(block) !== speaker) continue;
      children.push(entryItem({ block, index, from }, ''));
    }
    const times =
      talk.start === undefined
        ? ''
        : `${formatClock(talk.start)}–${talk.end === undefined ? '' : formatClock(talk.end)}`;
    return {
      kind: 'talk',
      name: message('Talk: {0}', talk.title ?? speaker),
      detail: `${speaker}, ${times}`,
      span,
      nameSpan: shiftSpan(first.block.speaker, first.from),
      children,
    };
  });
}

function speakerItems(document: ChatDocument): OutlineItem[] {
  const bySpeaker = new Map<string, PlacedBlock<Entry>[]>();
  for (const entry of document.entries()) {
    const name = speakerName(entry.block);
    const entries = bySpeaker.get(name);
    if (entries) entries.push(entry);
    else bySpeaker.set(name, [entry]);
  }
  return [...bySpeaker]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, entries]) => {
      const first = entries[0] as PlacedBlock<Entry>;
      return {
        kind: 'speaker',
        name: name === '' ? message('(no name)') : name,
        detail: entries.length === 1 ? message('1 entry') : message('{0} entries', entries.length),
        span: { from: first.from, to: first.from + first.block.text.length },
        nameSpan: shiftSpan(name === '' ? first.block.time : first.block.speaker, first.from),
        children: entries.map((entry) => entryItem(entry, '')),
      };
    });
}

const speakerName = (entry: Entry): string => textOf(entry, entry.speaker);

function entryItem({ block, from }: PlacedBlock<Entry>, speaker: string): OutlineItem {
  const time = block.seconds === undefined ? textOf(block, block.time) : formatClock(block.seconds);
  const said = snippetOf(block);
  return {
    kind: 'entry',
    name: `${time}  ${speaker === '' ? said : speaker}`.trimEnd(),
    detail: speaker === '' ? undefined : said,
    span: { from, to: from + block.text.length },
    nameSpan: shiftSpan(block.time, from),
    children: [],
  };
}

/** The beginning of what was said, a picture as its alternative text in brackets; empty where nothing was. */
function snippetOf(entry: Entry): string {
  const { text, body } = entry;
  const from = trimmedStart(text, body.from, body.to);
  const image = marksOf(entry)[0];
  if (image?.kind === 'image' && image.span.from === from) return `[${textOf(entry, image.alt)}]`;
  const to = trimmedEnd(text, from, endOfLine(text, from));
  if (to - from <= SNIPPET) return text.slice(from, to);
  const cut = from + SNIPPET;
  return `${text.slice(from, isHighSurrogate(text.charCodeAt(cut - 1)) ? cut - 1 : cut)}…`;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
