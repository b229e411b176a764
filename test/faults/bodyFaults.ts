import { emojis, findEmoji } from '../../server/src/language/index.js';
import type { Random } from '../support/random.js';
import { gbkAsUtf8, utf8AsGbk, utf8AsLatin } from './encodings.js';
import { type Fault, type FaultKind, kindsOf } from './fault.js';
import { clock, type Log, type LogEntry, type LogImage, otherDay } from './log.js';
import { someTalk, type Talk, talkLines } from './talks.js';

const compact = (day: string, time: string): string => `${day.replaceAll('-', '')}_${time.replaceAll(':', '')}`;

/** Writes a picture's line in another way. */
function image(write: (image: LogImage, log: Log, random: Random) => string | undefined): FaultKind['put'] {
  return (log, random) => {
    if (log.images.length === 0) return undefined;
    const found = random.pick(log.images);
    const mark = write(found, log, random);
    const tail = / *$/.exec(log.line(found.line))?.[0] ?? '';
    return mark === undefined ? undefined : { text: log.splice(found.line, 1, mark + tail), line: found.line };
  };
}

/** Whether the picture has the exporter's own form: alt text and file name both tell day and time of the entry. */
const isExporters = ({ alt, address, entry }: LogImage, log: Log): boolean =>
  alt === `${log.day} ${entry.time}` && address.endsWith(`/${compact(log.day, entry.time)}.png`);

const otherTime = ({ seconds }: LogEntry, random: Random): string =>
  clock((seconds + random.pick([1, -1, 60, -3600, 1 + random.below(86_000)]) + 86_400) % 86_400);

const malformed = kindsOf('image-malformed', [
  ['no closing parenthesis', 'always', image(({ alt, address }) => `![${alt}](${address}`)],
  ['no closing bracket', 'always', image(({ alt, address }) => `![${alt}(${address})`)],
  ['no opening parenthesis', 'where offered', image(({ alt, address }) => `![${alt}]${address})`)],
  ['no address', undefined, image(({ alt }) => `![${alt}]()`)],
  ['nothing at all', undefined, image(() => '![]()')],
  ['a blank address', undefined, image(({ alt }) => `![${alt}](  )`)],
  ['a space in the address', undefined, image(({ alt, address }) => `![${alt}](${address.replace('_', ' ')})`)],
  [
    'a space in a folder of the address',
    undefined,
    image(({ alt, address }) => `![${alt}](${address.replace(/\/(?=[^/]*$)/, '/my pictures/')})`),
  ],
  ['a cut address', undefined, image(({ alt, address }) => `![${alt}](${address.slice(0, -6)}`)],
  ['a space before the parenthesis', 'where offered', image(({ alt, address }) => `![${alt}] (${address})`)],
  ['full-width parentheses', 'where offered', image(({ alt, address }) => `![${alt}]（${address}）`)],
  ['a full-width closing parenthesis', 'where offered', image(({ alt, address }) => `![${alt}](${address}）`)],
  ['a full-width !', 'where offered', image(({ alt, address }) => `！[${alt}](${address})`)],
]);

const exported = (write: (image: LogImage, log: Log, random: Random) => string | undefined): FaultKind['put'] =>
  image((one, log, random) => (isExporters(one, log) ? write(one, log, random) : undefined));

const alt = kindsOf('image-alt-mismatch', [
  [
    'another day',
    'always',
    exported(({ entry, address }, log, random) => `![${otherDay(log, random)} ${entry.time}](${address})`),
  ],
  [
    'another time',
    'always',
    exported(({ entry, address }, log, random) => `![${log.day} ${otherTime(entry, random)}](${address})`),
  ],
  [
    'another day and time',
    'always',
    exported(
      ({ entry, address }, log, random) => `![${otherDay(log, random)} ${otherTime(entry, random)}](${address})`,
    ),
  ],
  ['no such time', 'always', exported(({ address }, log) => `![${log.day} 25:61:00](${address})`)],
  ['the time alone', 'always', exported(({ entry, address }) => `![${entry.time}](${address})`)],
  [
    'no seconds',
    'always',
    exported(({ entry, address }, log) => `![${log.day} ${entry.time.slice(0, 5)}](${address})`),
  ],
  [
    'a word',
    'always',
    exported(({ address }, _, random) => `![${random.pick(['图片', 'image', '截图'])}](${address})`),
  ],
  ['nothing', 'always', exported(({ address }) => `![](${address})`)],
]);

/** Changes the file name of a picture, the end of its address. */
const file = (write: (image: LogImage, log: Log, random: Random) => string): FaultKind['put'] =>
  exported((one, log, random) => `![${one.alt}](${one.address.replace(/[^/]*$/, `${write(one, log, random)}.png`)})`);

const url = kindsOf('image-url-mismatch', [
  ['another day', 'always', file(({ entry }, log, random) => compact(otherDay(log, random), entry.time))],
  ['another time', 'always', file(({ entry }, log, random) => compact(log.day, otherTime(entry, random)))],
  [
    'another day and time',
    'always',
    file(({ entry }, log, random) => compact(otherDay(log, random), otherTime(entry, random))),
  ],
  ['no such time', 'always', file((_, log) => compact(log.day, '25:61:00'))],
]);

const fileMissing = kindsOf('image-file-missing', [
  [
    'one picture',
    undefined,
    (log, random) => {
      const names = log.images.map(({ address }) => address.replace(/^.*\//, ''));
      const one = log.images.filter(
        (_, index) => names.indexOf(names[index] ?? '') === names.lastIndexOf(names[index] ?? ''),
      );
      if (one.length === 0) return undefined;
      const { line, address } = random.pick(one);
      return { text: log.text, line, missingFile: address.replace(/^.*\//, '') };
    },
  ],
]);

/** Puts something behind what an entry says, or between its words. */
function said(
  place: 'within' | 'behind',
  ...inserts: readonly (string | readonly [fault: string, right: string])[]
): FaultKind['put'] {
  return (log, random) => {
    const entry = log.entryWhere(random, (one) => log.isPlain(one));
    const at = entry?.body[0];
    if (at === undefined) return undefined;
    const line = log.line(at);
    const words = line.trimEnd();
    // Not between the halves of a character, nor before one that joins the one before.
    const places = [...words.matchAll(/(?<=[\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)].map(({ index }) => index);
    const split = place === 'behind' || places.length === 0 ? words.length : random.pick(places);
    const insert = random.pick(inserts);
    const [fault, right] = typeof insert === 'string' ? [insert, undefined] : insert;
    const write = (text: string): string => log.splice(at, 1, line.slice(0, split) + text + line.slice(split));
    return { text: write(fault), line: at, ...(right !== undefined && { original: write(right) }) };
  };
}

const KNOWN = emojis.flatMap(({ spellings }) => spellings);

/** Slips in codes that people write often: a wrong character that looks or sounds alike. */
const SLIPS: readonly (readonly [fault: string, right: string])[] = [
  ['[玫魂]', '[玫瑰]'],
  ['[枚瑰]', '[玫瑰]'],
  ['[捂腔]', '[捂脸]'],
  ['[捂验]', '[捂脸]'],
  ['[吡牙]', '[呲牙]'],
  ['[抱券]', '[抱拳]'],
  ['[咖非]', '[咖啡]'],
  ['[鼓拿]', '[鼓掌]'],
  ['[偷哭]', '[偷笑]'],
  ['[徽笑]', '[微笑]'],
  ['[再贝]', '[再见]'],
  ['[太旧]', '[太阳]'],
  ['[Facepam]', '[Facepalm]'],
  ['[Faceplam]', '[Facepalm]'],
  ['[ThumbUp]', '[ThumbsUp]'],
  ['[Chukle]', '[Chuckle]'],
];

/** One code of the log, or of those there are, with something wrong in it. */
function miscoded(fits: (code: string) => boolean, write: (code: string, random: Random) => string): FaultKind['put'] {
  const codes = KNOWN.filter(fits);
  return (log, random) => {
    const code = random.pick(codes);
    const wrong = write(code, random);
    if (findEmoji(wrong)) return undefined;
    return said('behind', [`[${wrong}]`, `[${code}]`])(log, random);
  };
}

const HAN = /^\p{Script=Han}+$/u;
const LATIN = /^[A-Za-z]+$/;

const drop = (code: string, random: Random): string => {
  const at = random.below(code.length);
  return code.slice(0, at) + code.slice(at + 1);
};

const swap = (code: string, random: Random): string => {
  const at = random.below(code.length - 1);
  return code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
};

const replace = (code: string, random: Random): string => {
  const at = random.below(code.length);
  const others = LATIN.test(code) ? 'abcdefghiklmnoprstuy' : '大天人心花日光山水火云雨风木石手口目耳足';
  return code.slice(0, at) + random.pick([...others]) + code.slice(at + 1);
};

const emojiUnknown = kindsOf('emoji-unknown', [
  ['a character that looks or sounds alike', 'always', said('behind', ...SLIPS)],
  ['the same, within the words', 'always', said('within', ...SLIPS)],
  [
    'a wrong character of a code of three or more',
    'where offered',
    miscoded((code) => HAN.test(code) && code.length >= 3, replace),
  ],
  // 好的 and 疯了 share their small word with half the language: with another first character they are a phrase.
  [
    'a wrong character of a code of two',
    undefined,
    miscoded((code) => HAN.test(code) && code.length === 2 && !/[的了啊你]$/.test(code), replace),
  ],
  ['a letter dropped', undefined, miscoded((code) => LATIN.test(code) && code.length >= 5, drop)],
  ['letters swapped', undefined, miscoded((code) => LATIN.test(code) && code.length >= 5, swap)],
  ['a wrong letter', undefined, miscoded((code) => LATIN.test(code) && code.length >= 5, replace)],
  [
    'a code of the log',
    undefined,
    (log, random) => {
      const codes = log.entries.flatMap(({ body }) =>
        body.flatMap((line) =>
          [...log.line(line).matchAll(/\[(\p{L}+)\](?!\()/gu)].flatMap(({ 1: code = '', index }) =>
            code.length > 1 && findEmoji(code) ? [{ line, code, from: index + 1 }] : [],
          ),
        ),
      );
      if (codes.length === 0) return undefined;
      const { line, code, from } = random.pick(codes);
      const wrong = replace(code, random);
      if (findEmoji(wrong)) return undefined;
      const text = log.line(line);
      return { text: log.splice(line, 1, text.slice(0, from) + wrong + text.slice(from + code.length)), line };
    },
  ],
]);

const entity = kindsOf('entity-escaped', [
  ['&amp;#183;', 'always', said('within', ['&amp;#183;', '·'])],
  ['&amp;amp;#183;', 'always', said('within', ['&amp;amp;#183;', '·'])],
  ['&amp;amp;', undefined, said('within', '&amp;amp;')],
  ['&amp;#160;', undefined, said('within', '&amp;#160;')],
  [
    '&amp;lt; and others',
    undefined,
    said('within', '&amp;lt;', '&amp;gt;', '&amp;quot;', '&amp;nbsp;', '&amp;#39;', '&amp;#x27;'),
  ],
]);

/** Whether an entry says enough for a second one not to be by chance. */
const saysMuch = (entry: LogEntry, log: Log): boolean =>
  entry.index < log.entries.length - 1 && log.isPlain(entry) && log.line(entry.body[0] ?? -1).trim().length >= 8;

/** Whether nobody else speaks at the entry's second. */
const speaksAlone = ({ index, seconds }: LogEntry, log: Log): boolean =>
  log.entries[index - 1]?.seconds !== seconds && log.entries[index + 1]?.seconds !== seconds;

/** Says something a second time under another name. */
const renamed =
  (...names: readonly ((name: string) => string)[]): FaultKind['put'] =>
  (log, random) => {
    const entry = log.entryWhere(random, (own) => own.name.length > 1 && saysMuch(own, log) && speaksAlone(own, log));
    if (!entry) return undefined;
    const header = `> ${entry.time}  ${random.pick(names)(entry.name)}  `;
    return { text: log.splice(entry.end, 0, header, ...log.linesOf(entry).slice(1)), line: entry.end };
  };

const duplicate = kindsOf('entry-duplicate', [
  [
    'right below',
    'always',
    (log, random) => {
      const entry = log.entryWhere(random, (one) => saysMuch(one, log) && speaksAlone(one, log));
      return entry && { text: log.splice(entry.end, 0, ...log.linesOf(entry)), line: entry.end };
    },
  ],
  [
    'a picture',
    'always',
    (log, random) => {
      const entry = log.entryWhere(
        random,
        (one) =>
          one.index < log.entries.length - 1 &&
          speaksAlone(one, log) &&
          log.images.some((image) => image.entry === one),
      );
      return entry && { text: log.splice(entry.end, 0, ...log.linesOf(entry)), line: entry.end };
    },
  ],
  [
    'another entry of the second between',
    'always',
    (log, random) => {
      const entry = log.entryWhere(random, (one) => saysMuch(one, log) && speaksAlone(one, log));
      if (!entry) return undefined;
      const between = [`> ${entry.time}  何立 `, '   ', '收到  ', '   '];
      const original = log.splice(entry.end, 0, ...between);
      return {
        original,
        text: log.splice(entry.end, 0, ...between, ...log.linesOf(entry)),
        line: entry.end + between.length,
      };
    },
  ],
  [
    'under another name of the speaker',
    'always',
    renamed(
      (name) => `${name}-产品`,
      (name) => `${name}@云麓`,
    ),
  ],
  // Two people may say the same at the same second; a repair need not be offered.
  [
    'under any other name',
    'where offered',
    renamed(
      () => '何立',
      () => '老何 | 研发',
    ),
  ],
  [
    'all of one person’s, merged from a second export',
    undefined,
    (log, random) => {
      const name = log.entryWhere(random, (one) => saysMuch(one, log))?.name;
      if (name === undefined) return undefined;
      const doubled = log.entries.filter((one) => one.name === name && saysMuch(one, log) && speaksAlone(one, log));
      const lines = log.entries.flatMap((one) => [
        ...log.linesOf(one),
        ...(doubled.includes(one) ? [`> ${one.time}  ${name}-云麓  `, ...log.linesOf(one).slice(1)] : []),
      ]);
      const first = doubled[0];
      const text = [...log.lines.slice(0, log.close + 1), ...lines].join(log.eol);
      return first && { text, line: [first.end, log.lines.length * 2] };
    },
  ],
]);

/** A log with a recorded talk that something is wrong with; the line is counted from that of `talks:`. */
const talk =
  (
    line: number | readonly [number, number],
    write: (talk: Talk, own: readonly LogEntry[], log: Log, random: Random) => readonly string[] | undefined,
  ): FaultKind['put'] =>
  (log, random) => {
    const found = log.fields.has('talks') ? undefined : someTalk(log, random);
    const wrong = found && write(found.talk, found.own, log, random);
    if (!found || !wrong) return undefined;
    const [first, last] = typeof line === 'number' ? [line, line] : line;
    return {
      original: log.splice(log.close, 0, 'talks:', ...talkLines(found.talk)),
      text: log.splice(log.close, 0, 'talks:', ...wrong),
      line: [log.close + first, log.close + last],
    };
  };

/** A time at which nobody speaks, within the stretch. */
function silence(log: Log, from: number, to: number, random: Random): string | undefined {
  const spoken = new Set(log.entries.map(({ seconds }) => seconds));
  for (let tries = 0; tries < 20; tries++) {
    const seconds = from + random.below(Math.max(1, to - from));
    if (!spoken.has(seconds)) return clock(seconds);
  }
  return undefined;
}

const talkInvalid = kindsOf('talk-invalid', [
  [
    'a start after its end',
    'where offered',
    talk([1, 4], (own) => talkLines({ ...own, start: own.end, end: own.start })),
  ],
  [
    'a start without an entry',
    undefined,
    talk(3, (own, [first], log, random) => {
      const start = silence(log, 0, first?.seconds ?? 0, random);
      return start === undefined ? undefined : talkLines({ ...own, start });
    }),
  ],
  [
    'an end without an entry',
    undefined,
    talk(4, (own, entries, log, random) => {
      const end = silence(log, entries.at(-1)?.seconds ?? 0, 86_400, random);
      return end === undefined ? undefined : talkLines({ ...own, end });
    }),
  ],
  [
    'an end at another person’s entry',
    undefined,
    talk(4, (own, entries, log) => {
      const other = log.entries.find(
        ({ seconds, name }) => seconds > (entries.at(-1)?.seconds ?? 0) && name !== own.speaker,
      );
      const also = other && log.entries.some(({ seconds, name }) => seconds === other.seconds && name === own.speaker);
      return other && !also ? talkLines({ ...own, end: other.time }) : undefined;
    }),
  ],
  ['an unknown speaker', undefined, talk([1, 4], (own) => talkLines({ ...own, speaker: '查无此人' }))],
  [
    'a misspelt speaker',
    'where offered',
    talk([1, 4], (own, _, log) => {
      const speaker = own.speaker.slice(0, -1);
      return speaker.length < 4 || log.entries.some(({ name }) => name === speaker)
        ? undefined
        : talkLines({ ...own, speaker });
    }),
  ],
  [
    'the same talk twice',
    undefined,
    talk([1, 8], (own) => [...talkLines(own), ...talkLines({ ...own, title: '对账' })]),
  ],
  [
    'an overlap',
    undefined,
    talk([1, 8], (own, entries, log, random) => {
      const within = log.entries.filter(
        ({ seconds, name }) =>
          name !== own.speaker && seconds > (entries[0]?.seconds ?? 0) && seconds < (entries.at(-1)?.seconds ?? 0),
      );
      if (within.length === 0) return undefined;
      const speaker = random.pick(within).name;
      const theirs = within.filter(({ name }) => name === speaker);
      const [first, last] = [theirs[0], theirs.at(-1)];
      if (!first || !last || first.seconds === last.seconds) return undefined;
      return [...talkLines(own), ...talkLines({ title: '对账', speaker, start: first.time, end: last.time })];
    }),
  ],
  ['no such time', undefined, talk(3, (own) => talkLines({ ...own, start: '25:61:00' }))],
  ['a word for a time', undefined, talk(4, (own) => talkLines({ ...own, end: '晚上' }))],
  [
    'no list',
    undefined,
    (log) => (log.fields.has('talks') ? undefined : { text: log.splice(log.close, 0, 'talks: 日切'), line: log.close }),
  ],
]);

/** Puts a comment on lines of its own after what an entry says. */
function comment(write: (log: Log, random: Random) => readonly string[], right?: readonly string[]): FaultKind['put'] {
  return (log, random) => {
    const entry = log.entryWhere(random, ({ body, index }) => body.length > 0 && index < log.entries.length - 1);
    const at = entry?.body.at(-1);
    if (at === undefined) return undefined;
    return {
      text: log.splice(at + 1, 0, ...write(log, random)),
      line: at + 1,
      ...(right && { original: log.splice(at + 1, 0, ...right) }),
    };
  };
}

const one = (...lines: readonly string[]): FaultKind['put'] => comment((_, random) => [random.pick(lines)]);
const NOTE = '<!-- @note 2026-11-23 reviewer: needs a source -->';

/** A comment whose `@note` is written in another way. */
const slipped = (right: string, ...words: readonly string[]): FaultKind['put'] =>
  comment((_, random) => [right.replace('@note', random.pick(words))], [right]);

const annotation = kindsOf('annotation-malformed', [
  [
    'a note of nothing',
    undefined,
    one('<!-- @note -->', '<!-- @note: -->', '<!-- @note 2026-11-23 reviewer: -->', '<!--@note-->'),
  ],
  [
    'a note without a colon',
    undefined,
    one('<!-- @note needs a source -->', '<!-- @note 2026-11-23 reviewer needs a source -->'),
  ],
  [
    'a note with a full-width colon',
    'where offered',
    comment(() => ['<!-- @note 2026-11-23 reviewer：needs a source -->'], [NOTE]),
  ],
  [
    'a note on no such day',
    undefined,
    one('<!-- @note 2026-13-45 reviewer: needs a source -->', '<!-- @note 2026-02-30 reviewer: needs a source -->'),
  ],
  [
    'a misspelt @note',
    'where offered',
    slipped('<!-- @note reviewer: needs a source -->', '@notes', '@nota', '@ntoe', '@Note', '@noet'),
  ],
  ['a full-width ＠', 'where offered', comment(() => ['<!-- ＠note 2026-11-23 reviewer: needs a source -->'], [NOTE])],
  ['a space after @', 'where offered', comment(() => ['<!-- @ note 2026-11-23 reviewer: needs a source -->'], [NOTE])],
  ['tags of nothing', undefined, one('<!-- @tag -->', '<!--@tag-->', '<!-- @tag , -->')],
  ['a misspelt @tag', 'where offered', comment(() => ['<!-- @tags 代还, 合规 -->'], ['<!-- @tag 代还, 合规 -->'])],
  ['a note not closed', 'where offered', comment(() => ['<!-- @note 2026-11-23 reviewer: needs a source'], [NOTE])],
  ['tags not closed', 'where offered', comment(() => ['<!-- @tag 代还, 合规'], ['<!-- @tag 代还, 合规 -->'])],
  [
    'a note closed by ->',
    'where offered',
    comment(() => ['<!-- @note 2026-11-23 reviewer: needs a source ->'], [NOTE]),
  ],
  [
    'a note closed by --',
    'where offered',
    comment(() => ['<!-- @note 2026-11-23 reviewer: needs a source --'], [NOTE]),
  ],
  ['a comment not closed', undefined, one('<!-- needs a source')],
  [
    'a note over lines not closed',
    undefined,
    comment(() => ['<!-- @note 2026-11-23 reviewer: needs', 'a source, and a second one']),
  ],
]);

const encoding = kindsOf('encoding-damaged', [
  ['U+FFFD in what is said', undefined, said('within', '\ufffd', '\ufffd\ufffd', '\ufffd\ufffd\ufffd')],
  [
    'U+FFFD in a name',
    undefined,
    (log, random) => {
      const entry = log.entryWhere(random, () => true);
      if (!entry) return undefined;
      const at = random.below(entry.name.length + 1);
      return {
        text: log.splice(entry.line, 1, `> ${entry.time}  ${entry.name.slice(0, at)}\ufffd${entry.name.slice(at)}  `),
        line: entry.line,
      };
    },
  ],
  [
    'a GBK log read as UTF-8',
    undefined,
    (log) => {
      const text = gbkAsUtf8(log.text);
      const first = text.slice(0, text.indexOf('\ufffd')).split(log.eol).length - 1;
      return text.includes('\ufffd') ? { text, line: [first, log.lines.length] } : undefined;
    },
  ],
  [
    'a GBK log read as UTF-8, saved, read as GBK',
    undefined,
    (log) => {
      const lines = utf8AsGbk(gbkAsUtf8(log.text)).split(log.eol);
      const first = lines.findIndex((line) => line.includes('锟斤拷'));
      return first < 0 ? undefined : { text: lines.join(log.eol), line: [0, lines.length] };
    },
  ],
  ['锟斤拷 in what is said', undefined, said('within', '锟斤拷', '锟斤拷锟斤拷')],
  [
    'a UTF-8 log read as GBK',
    undefined,
    (log) => (log.entries.length > 0 ? { text: utf8AsGbk(log.text), line: [0, log.lines.length] } : undefined),
  ],
  [
    'a line of UTF-8 read as Windows-1252',
    undefined,
    (log, random) => {
      const entry = log.entryWhere(
        random,
        (own) => log.isPlain(own) && /\p{Script=Han}{6}/u.test(log.line(own.body[0] ?? -1)),
      );
      const at = entry?.body[0];
      return at === undefined
        ? undefined
        : { text: log.splice(at, 1, `${utf8AsLatin(log.line(at).trim())}  `), line: at };
    },
  ],
  ['a BOM', 'always', (log): Fault => ({ text: `\ufeff${log.text}`, line: 0 })],
]);

export const bodyFaults: readonly FaultKind[] = [
  ...malformed,
  ...alt,
  ...url,
  ...fileMissing,
  ...emojiUnknown,
  ...entity,
  ...duplicate,
  ...talkInvalid,
  ...annotation,
  ...encoding,
];
