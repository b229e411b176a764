import { type People, peopleOf } from '../../people/people.js';
import type { FrontMatter } from '../../syntax/block.js';
import type { ChatDocument } from '../../syntax/document.js';
import { contentOf } from '../../syntax/frontMatter.js';
import { formatClock, parseClock } from '../../text/clock.js';
import { type Message, message } from '../../text/message.js';
import type { Span } from '../../text/span.js';
import type { DocumentRule, Examples, Finding, Fix } from '../rule.js';
import { nearestNames } from '../support/nearestNames.js';
import { speakersOf, timesOf } from '../support/speakerTimes.js';

const HEAD = '---\nlayout: source\ntalks:\n';
const ENTRIES = '---\n> 19:30:00  林一诺\n大家好\n> 19:40:00  Bob\n好\n> 20:00:05  林一诺\n分享完毕\n';

export const talkInvalid: DocumentRule = {
  id: 'talk-invalid',
  title: 'A recorded talk fits the entries of the log.',
  why:
    'Under `talks` the front matter says who presented what, from which entry to which. A time at which its speaker says ' +
    'nothing, or a speaker that the log does not have, leads nowhere; talks that overlap can’t both be right.',
  severity: 'error',
  scope: 'document',
  *check(document, { options }) {
    const block = document.frontMatter;
    const field = block && contentOf(block).fields.find(({ name }) => name === 'talks');
    if (!block || !field || field.content === null) return;
    if (!Array.isArray(field.content)) {
      yield {
        ...field.value,
        message: message('“talks” is a list, each talk with “title”, “speaker”, “start” and “end”.'),
      };
      return;
    }
    const people = peopleOf(document, options.speakers);
    const placed: Talk[] = [];
    for (const [index, item] of field.content.entries()) {
      const talk = new TalkReader(document, people, block, index, item);
      yield* talk.check();
      if (talk.placed) placed.push(talk.placed);
    }
    yield* overlaps(placed);
  },
};

export const examples: Examples = {
  invalid: [
    { text: `${HEAD}  - {speaker: 林一诺, start: <[20:00:06]>, end: 19:30:00}\n${ENTRIES}` },
    { text: `${HEAD.replace('talks:\n', '')}talks: <[a talk]>\n${ENTRIES}` },
    { text: `${HEAD}  - <[a talk]>\n${ENTRIES}` },
    {
      text: `${HEAD}  - title: 春游\n    speaker: 林一诺\n    start: <["19:30:01"]>\n    end: '20:00:05'\n${ENTRIES}`,
      fixed: `${HEAD}  - title: 春游\n    speaker: 林一诺\n    start: "19:30:00"\n    end: '20:00:05'\n${ENTRIES}`,
    },
    {
      text: `${HEAD}  - {title: 春游, speaker: 林一诺, start: <[20:00:05]>, end: 19:30:00}\n${ENTRIES}`,
      fixed: `${HEAD}  - {title: 春游, speaker: 林一诺, start: 19:30:00, end: 20:00:05}\n${ENTRIES}`,
    },
    {
      text: `${HEAD}  - title: 春游\n    speaker: <[林一诸]>\n    start: 19:30:00\n    end: 20:00:05\n${ENTRIES}`,
      fixed: `${HEAD}  - title: 春游\n    speaker: 林一诺\n    start: 19:30:00\n    end: 20:00:05\n${ENTRIES}`,
    },
    {
      text: `${HEAD}  - speaker: <["@林一诺-青杉"]>\n    start: <[19:31:00]>\n    end: <[20:00]>\n${ENTRIES}`,
      fixed: `${HEAD}  - speaker: "林一诺"\n    start: 19:30:00\n    end: 20:00:05\n${ENTRIES}`,
    },
    {
      text: `${HEAD}  - {speaker: 林一诺, start: 19:30:00, end: 20:00:05}\n  - {speaker: Bob, start: <[19:40:00]>, end: 19:40:00}\n${ENTRIES}`,
    },
    {
      text: `${HEAD}  - {title: <[2026]>, speaker: <[[林一诺]]>, start: <[1930]>, end: <[{}]>}\n${ENTRIES}`,
      fixed: `${HEAD}  - {title: "2026", speaker: [林一诺], start: 1930, end: {}}\n${ENTRIES}`,
    },
  ],
  valid: [
    { text: `${HEAD}  - title: "春游"\n    speaker: 林一诺\n    start: 19:30:00\n    end: "20:00:05"\n${ENTRIES}` },
    { text: `${HEAD}  - title: 春游\n${ENTRIES}` },
    { text: `${HEAD}${ENTRIES}` },
    {
      text: `${HEAD}  - {speaker: Lin, start: 19:30:00, end: 19:30:00}\n  - {speaker: 林一诺, start: 19:30:00, end: 20:00:05}\nspeakers:\n  林一诺: [Lin]\n${ENTRIES}`,
    },
    { text: '---\ntalks:\n  - {start: 19:30:00}\n' },
  ],
};

/** A talk whose start and end are times, in order. */
interface Talk {
  readonly start: number;
  readonly end: number;
  /** Where its start stands. */
  readonly span: Span;
}

/** A value of a talk, as it stands in the front matter. */
interface Value {
  readonly content: unknown;
  readonly span: Span;
  readonly source: string;
}

class TalkReader {
  /** Its place in the day, once it has been checked. */
  placed: Talk | undefined;

  constructor(
    readonly document: ChatDocument,
    readonly people: People,
    readonly block: FrontMatter,
    readonly index: number,
    readonly item: unknown,
  ) {}

  *check(): Generator<Finding> {
    if (typeof this.item !== 'object' || this.item === null || Array.isArray(this.item)) {
      const span = contentOf(this.block).spanOf(['talks', this.index]);
      if (span) yield { ...span, message: message('A talk has “title”, “speaker”, “start” and “end”.') };
      return;
    }
    const title = this.#value('title');
    if (title && typeof title.content !== 'string') yield wrongText(title, message('The title of a talk is a text.'));
    const names = yield* this.#checkSpeaker();
    const times = timesOf(this.document, names);
    const [start, end] = [this.#value('start'), this.#value('end')];
    const from = start && secondsOf(start);
    const to = end && secondsOf(end);
    const reversed = from !== undefined && to !== undefined && from > to;
    if (start && end && reversed) yield reversedFinding(start, end, times);
    if (start && !reversed) yield* this.#checkTime(start, from, times);
    if (end) yield* this.#checkTime(end, to, times);
    if (start && from !== undefined && !reversed) this.placed = { start: from, end: to ?? from, span: start.span };
  }

  /** Checks the speaker and gives the names of theirs; `undefined` where it is not known who that is. */
  *#checkSpeaker(): Generator<Finding, readonly string[] | undefined> {
    const speaker = this.#value('speaker');
    if (!speaker) return undefined;
    if (typeof speaker.content !== 'string') {
      yield wrongText(speaker, message('The speaker of a talk is a name.'));
      return undefined;
    }
    const name = speaker.content;
    const names = this.people.namesOf(name);
    const speakers = speakersOf(this.document);
    if (speakers.size === 0) return undefined;
    if (names.some((own) => speakers.has(own))) return names;
    const fixes = nearestNames(name, speakers).map((other) => rewrite(speaker, scalar(speaker, other), other));
    yield {
      ...speaker.span,
      message: message('No entry of this log is by “{0}”.', name),
      ...(fixes.length > 0 && { fixes }),
    };
    return undefined;
  }

  *#checkTime(value: Value, seconds: number | undefined, times: readonly number[]): Generator<Finding> {
    if (seconds === undefined) {
      const fixes = fixOfTime(value, looseSeconds(value.content), times);
      yield {
        ...value.span,
        message: message('“{0}” is no time as “19:30:00”.', value.source),
        ...(fixes && { fixes }),
      };
    } else if (times.length > 0 && !times.includes(seconds)) {
      const fixes = fixOfTime(value, seconds, times);
      yield {
        ...value.span,
        message: message('The speaker of this talk has no entry at {0}.', formatClock(seconds)),
        ...(fixes && { fixes }),
      };
    }
  }

  /** A value of the talk; `undefined` where there is none. */
  #value(key: string): Value | undefined {
    const content = (this.item as Readonly<Record<string, unknown>>)[key];
    const span = contentOf(this.block).spanOf(['talks', this.index, key]);
    if (content === undefined || content === null || !span) return undefined;
    return { content, span, source: this.block.text.slice(span.from, span.to) };
  }
}

const secondsOf = ({ content }: Value): number | undefined =>
  typeof content === 'string' ? parseClock(content) : undefined;

/** A time that is written otherwise, without seconds or with one digit. */
function looseSeconds(content: unknown): number | undefined {
  if (typeof content !== 'string') return undefined;
  const [, hours, minutes, seconds] = /^\s*(\d{1,2})[:：.](\d{1,2})(?:[:：.](\d{1,2}))?\s*$/.exec(content) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  return parseClock([hours, minutes, seconds ?? '0'].map((part) => part.padStart(2, '0')).join(':'));
}

function fixOfTime(value: Value, seconds: number | undefined, times: readonly number[]): readonly Fix[] | undefined {
  if (seconds === undefined) return undefined;
  let best: number | undefined;
  for (const time of times) if (best === undefined || Math.abs(time - seconds) < Math.abs(best - seconds)) best = time;
  if (best === undefined) return undefined;
  const clock = formatClock(best);
  return [rewrite(value, scalar(value, clock), clock)];
}

function reversedFinding(start: Value, end: Value, times: readonly number[]): Finding {
  const [from, to] = [String(start.content), String(end.content)];
  const known = [secondsOf(start), secondsOf(end)].every((time) => time !== undefined && times.includes(time));
  const swap: Fix = {
    title: message('Change start and end'),
    safe: false,
    changes: [
      { ...start.span, insert: scalar(start, to) },
      { ...end.span, insert: scalar(end, from) },
    ],
  };
  return {
    ...start.span,
    message: message('This talk starts at {0}, after its end at {1}.', from, to),
    related: [{ ...end.span, message: message('Its end.') }],
    ...(known && { fixes: [swap] }),
  };
}

function* overlaps(talks: readonly Talk[]): Generator<Finding> {
  let before: Talk | undefined;
  for (const talk of [...talks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (before && talk.start < before.end) {
      yield {
        ...talk.span,
        message: message(
          'This talk starts at {0}, before another ends at {1}.',
          formatClock(talk.start),
          formatClock(before.end),
        ),
        related: [{ ...before.span, message: message('The other talk.') }],
      };
    }
    if (!before || talk.end > before.end) before = talk;
  }
}

function wrongText(value: Value, text: Message): Finding {
  const isPlain = typeof value.content !== 'object' && !value.source.includes('\n');
  return {
    ...value.span,
    message: text,
    ...(isPlain && { fixes: [rewrite(value, JSON.stringify(value.source), value.source)] }),
  };
}

const rewrite = ({ span }: Value, insert: string, shown: string): Fix => ({
  title: message('Write it “{0}”', shown),
  safe: false,
  changes: [{ ...span, insert }],
});

/** A text as YAML, in the quotes that the value had; in double quotes where it can't do without. */
function scalar({ source }: Value, text: string): string {
  if (source.startsWith('"')) return JSON.stringify(text);
  if (source.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return /^[\p{L}\p{N}][\p{L}\p{N}_./:-]*$/u.test(text) && !/:$|^[\d.]+$/.test(text) ? text : JSON.stringify(text);
}
