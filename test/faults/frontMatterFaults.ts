import type { Random } from '../support/random.js';
import { type Fault, type FaultKind, kindsOf, type Repair } from './fault.js';
import { type Log, type LogField, otherDay } from './log.js';
import { someTalk, talkLines } from './talks.js';

const REQUIRED = ['layout', 'title', 'date', 'author', 'tag'] as const;

/** Writes the line of a key in another way. */
function field(
  key: string | readonly string[],
  write: (field: LogField, log: Log, random: Random) => string | undefined,
): FaultKind['put'] {
  return (log, random) => {
    const found = log.fields.get(typeof key === 'string' ? key : random.pick(key));
    const line = found && write(found, log, random);
    return found && line !== undefined ? { text: log.splice(found.line, 1, line), line: found.line } : undefined;
  };
}

/** Writes the value of a key in another way. */
const value = (
  key: string | readonly string[],
  write: (value: string, log: Log, random: Random) => string | undefined,
): FaultKind['put'] =>
  field(key, ({ key: name, gap, value: own, tail }, log, random) => {
    const written = write(own, log, random);
    return written === undefined ? undefined : `${name}:${gap}${written}${tail}`;
  });

/** Gives a key one of some values. */
const oneOf = (key: string | readonly string[], ...values: readonly string[]): FaultKind['put'] =>
  value(key, (_, __, random) => random.pick(values));

/** Gives a key a bare value that needs quotes; without the fault it stands in double quotes. */
function bare(key: string, ...values: readonly string[]): FaultKind['put'] {
  return (log, random) => {
    const found = log.fields.get(key);
    if (!found) return undefined;
    const written = random.pick(values).replace('DATE', log.day);
    const start = `${key}:${found.gap}`;
    return {
      original: log.splice(found.line, 1, `${start}${JSON.stringify(written)}${found.tail}`),
      text: log.splice(found.line, 1, `${start}${written}${found.tail}`),
      line: found.line,
    };
  };
}

/** A log with some well-formed lines at the end of its front matter, and the line of the first. */
function withLines(log: Log, ...lines: readonly string[]): { readonly log: Log; readonly line: number } {
  return { log: log.with(log.close, 0, ...lines), line: log.close };
}

/** Puts lines at the end of front matter that is well-formed when `wrong` is written `right`. */
function nested(right: readonly string[], wrong: readonly string[], fault: number): FaultKind['put'] {
  return (log) => ({
    original: log.splice(log.close, 0, ...right),
    text: log.splice(log.close, 0, ...wrong),
    line: log.close + fault,
  });
}

/** Without entries there is no log that could lack front matter. */
const spoken = (log: Log, fault: Fault): Fault | undefined => (log.entries.length > 0 ? fault : undefined);

const missing = kindsOf('front-matter-missing', [
  ['all of it', 'clean', (log) => spoken(log, { text: log.splice(0, log.close + 1), line: 0 })],
  [
    'all of it, a blank line left',
    'clean',
    (log) => spoken(log, { text: log.splice(0, log.close + 1, ''), line: [0, 1] }),
  ],
  ['the opening ---', 'clean', (log) => spoken(log, { text: log.splice(0, 1), line: 0 })],
  ['a blank line before it', 'clean', (log) => spoken(log, { text: log.splice(0, 0, ''), line: [0, 1] })],
  ['two dashes open it', 'clean', (log) => spoken(log, { text: log.splice(0, 1, '--'), line: 0 })],
  ['four dashes open it', 'clean', (log) => spoken(log, { text: log.splice(0, 1, '----'), line: 0 })],
]);

const unclosed = kindsOf('front-matter-unclosed', [
  ['no closing ---', 'always', (log) => ({ text: log.splice(log.close, 1), line: [0, log.close] })],
  ['two dashes close it', 'clean', (log) => ({ text: log.splice(log.close, 1, '--'), line: [0, log.close + 1] })],
  ['four dashes close it', 'clean', (log) => ({ text: log.splice(log.close, 1, '----'), line: [0, log.close + 1] })],
  [
    'a dash of another kind closes it',
    'clean',
    (log) => ({ text: log.splice(log.close, 1, '———'), line: [0, log.close + 1] }),
  ],
]);

const syntax = kindsOf('front-matter-syntax', [
  ['title：x', 'always', field(REQUIRED, ({ key, gap, value: own, tail }) => `${key}：${gap}${own}${tail}`)],
  ['title：x, no gap', 'clean', field(REQUIRED, ({ key, value: own, tail }) => `${key}：${own}${tail}`)],
  ['title:x', 'clean', field(REQUIRED, ({ key, value: own, tail }) => `${key}:${own}${tail}`)],
  ['title :x', 'clean', field(REQUIRED, ({ key, value: own, tail }) => `${key} :${own}${tail}`)],
  ['U+3000 after the colon', 'clean', field(REQUIRED, ({ key, value: own, tail }) => `${key}:\u3000${own}${tail}`)],
  ['NBSP after the colon', 'clean', field(REQUIRED, ({ key, value: own, tail }) => `${key}:\u00a0${own}${tail}`)],
  ['= for the colon', undefined, field(REQUIRED, ({ key, value: own, tail }) => `${key} = ${own}${tail}`)],
  [
    'no colon',
    undefined,
    field(REQUIRED, ({ key, gap, value: own, tail }) => (gap === '' ? undefined : `${key}${gap}${own}${tail}`)),
  ],
  ['no closing quote', 'always', value('title', (own) => (own.endsWith('"') ? own.slice(0, -1) : undefined))],
  ['no opening quote', 'always', value('title', (own) => (own.startsWith('"') ? own.slice(1) : undefined))],
  ['single and double quote', 'clean', value('title', (own) => (own.startsWith('"') ? `'${own.slice(1)}` : undefined))],
  [
    'typographic quotes',
    'always',
    value('title', (own) => (own.startsWith('"') ? `“${own.slice(1, -1)}”` : undefined)),
  ],
  [
    'a typographic closing quote',
    'always',
    value('title', (own) => (own.startsWith('"') ? `${own.slice(0, -1)}”` : undefined)),
  ],
  [
    'a typographic opening quote',
    'always',
    value('title', (own) => (own.startsWith('"') ? `“${own.slice(1)}` : undefined)),
  ],
  [
    'full-width quotes',
    'always',
    value('title', (own) => (own.startsWith('"') ? `＂${own.slice(1, -1)}＂` : undefined)),
  ],
  [
    'a tab before a key',
    'always',
    field(REQUIRED.slice(1), ({ key, gap, value: own, tail }) => `\t${key}:${gap}${own}${tail}`),
  ],
  [
    'a space before a key',
    'always',
    field(REQUIRED.slice(1), ({ key, gap, value: own, tail }) => ` ${key}:${gap}${own}${tail}`),
  ],
  ['tab indentation', 'always', nested(['speakers:', '  何立: [老何]'], ['speakers:', '\t何立: [老何]'], 1)],
  [
    'tab indentation of a list',
    'always',
    nested(['speakers:', '  何立:', '    - 老何'], ['speakers:', '  何立:', '\t\t- 老何'], 2),
  ],
  ['title: [玫瑰] 春游', 'always', bare('author', '[玫瑰] 春游', '[强]老何', '[OK] Ann')],
  ['title: [玫瑰] DATE-WeChat', 'always', bare('title', '[玫瑰] DATE-WeChat', '[日报]DATE-WeChat')],
  ['title: @张三', 'always', bare('author', '@张三', '@Kun-云麓', '`何立')],
  ['tag: #x', 'clean', oneOf('tag', '#x', '#旅行', '#chat')],
  ['author: #x', 'always', bare('author', '#1 何立', '#何立')],
  ['title: 今天: 春游', 'always', bare('author', '今天: 春游', '何立: 研发')],
  ['a value that opens a flow map', 'always', bare('author', '{何立} 研发')],
  [
    'a value that is an alias, an anchor, a tag, a directive',
    'always',
    bare('author', '*何立', '&何 立', '!何立', '%何立', '|何立', '>何立'),
  ],
  ['text behind a quoted value', undefined, value('title', (own) => (own.endsWith('"') ? `${own} 群聊` : undefined))],
  ['tag: full-width brackets', 'always', value('tag', (own) => `［${own.slice(1, -1)}］`)],
  ['tag: lenticular brackets', 'always', value('tag', (own) => `【${own.slice(1, -1)}】`)],
  ['a list not closed', 'always', value('tag', (own) => (own.endsWith(']') ? own.slice(0, -1) : undefined))],
  [
    'a backslash in double quotes',
    undefined,
    field('header-img', ({ key, gap, tail }) => `${key}:${gap}"img\\post-bg.jpg"${tail}`),
  ],
]);

const without =
  (key: string): FaultKind['put'] =>
  (log) => {
    const found = log.fields.get(key);
    return found && { text: log.splice(found.line, 1), line: [0, log.close - 1] };
  };

const keyMissing = kindsOf('front-matter-key-missing', [
  ['layout', 'always', without('layout')],
  ['title', 'always', without('title')],
  ['date', 'clean', without('date')],
  [
    'date at noon',
    'always',
    (log, random) => (log.fields.get('date')?.value.endsWith(' 12:00:00') ? without('date')(log, random) : undefined),
  ],
  ['author', 'clean', without('author')],
  ['tag', 'always', without('tag')],
  [
    'lines and tag',
    'clean',
    (log, random) => {
      const lines = log.fields.get('lines');
      return without('tag')(lines ? log.with(lines.line, 1) : log, random);
    },
  ],
]);

/** Repeats the line of a key behind a line; `write` makes the second one. */
function again(behind: 'itself' | 'the last', write: (field: LogField) => string | undefined): FaultKind['put'] {
  return (log, random) => {
    const found = log.fields.get(random.pick(REQUIRED));
    const second = found && write(found);
    if (!found || second === undefined) return undefined;
    const at = behind === 'itself' ? found.line + 1 : log.close;
    return { text: log.splice(at, 0, second), line: at };
  };
}

const OTHER: Readonly<Record<string, string>> = { layout: 'post', author: '何立', tag: '[chat, talk]' };

const keyDuplicate = kindsOf('front-matter-key-duplicate', [
  ['the same line twice', 'always', again('itself', ({ key, gap, value: own, tail }) => `${key}:${gap}${own}${tail}`)],
  [
    'the same line again at the end',
    'always',
    again('the last', ({ key, gap, value: own, tail }) => `${key}:${gap}${own}${tail}`),
  ],
  ['the same value, spaced in another way', 'always', again('the last', ({ key, value: own }) => `${key}: ${own}`)],
  [
    'the same value, quoted in another way',
    'always',
    again('the last', ({ key, value: own }) => (key === 'title' ? `${key}: '${own.slice(1, -1)}'` : undefined)),
  ],
  [
    'another value',
    undefined,
    again('the last', ({ key, value: own }) =>
      OTHER[key] && OTHER[key] !== own ? `${key}: ${OTHER[key]}` : undefined,
    ),
  ],
  [
    'another key that is allowed',
    'where offered',
    (log) => {
      const own = withLines(log, 'header-mask: 0.3');
      return { original: own.log.text, text: own.log.splice(own.line, 0, 'header-mask: 0.3'), line: own.line + 1 };
    },
  ],
]);

/** Names a key wrongly. */
const named = (key: string, ...names: readonly string[]): FaultKind['put'] =>
  field(key, ({ gap, value: own, tail }, _, random) => `${random.pick(names)}:${gap}${own}${tail}`);

const keyUnknown = kindsOf('front-matter-key-unknown', [
  ['layout', 'always', named('layout', 'layuot', 'layot', 'laoyut', 'layouts', 'lay-out', 'Layout')],
  ['title', 'always', named('title', 'titel', 'tilte', 'titile', 'tittle', 'titlle', 'Title')],
  ['date', 'always', named('date', 'dat', 'dtae', 'datte', 'daet', 'Date')],
  ['author', 'always', named('author', 'auther', 'autor', 'auhtor', 'authour', 'Author', 'AUTHOR')],
  ['tag', 'always', named('tag', 'tags', 'tga', 'Tag', 'tagg')],
  ['lines', 'always', named('lines', 'line', 'liens', 'lnies', 'linse', 'Lines')],
  [
    'talks',
    'always',
    (log, random) => {
      const found = someTalk(log, random);
      if (!found || log.fields.has('talks')) return undefined;
      const right = withLines(log, 'talks:', ...talkLines(found.talk));
      const name = random.pick(['talk', 'tlaks', 'takls', 'Talks']);
      return { original: right.log.text, text: right.log.splice(right.line, 1, `${name}:`), line: right.line };
    },
  ],
  [
    'speakers',
    'always',
    (log, random) => {
      const right = withLines(log, 'speakers:', `  ${JSON.stringify(log.entries[0]?.name ?? '何立')}: [老何]`);
      const name = random.pick(['speaker', 'speekers', 'speakrs', 'Speakers']);
      return { original: right.log.text, text: right.log.splice(right.line, 1, `${name}:`), line: right.line };
    },
  ],
  [
    'a near miss beside the right key',
    undefined,
    (log) => ({ text: log.splice(log.close, 0, 'auther: 何立'), line: log.close }),
  ],
]);

/** Writes the value of `date` from its day and its time. */
const dateWith = (write: (day: string, time: string) => string): FaultKind['put'] =>
  value('date', (own) => write(own.slice(0, 10), own.slice(11)));

const STRINGS = ['layout', 'title', 'author'] as const;

const valueInvalid = kindsOf('front-matter-value-invalid', [
  [
    'date: no such day',
    undefined,
    value(
      'date',
      (own, _, random) =>
        `${own.slice(0, 5)}${random.pick(['13-05', '02-30', '04-31', '00-10', '11-00', '06-45'])}${own.slice(10)}`,
    ),
  ],
  ['date: no such time', undefined, dateWith((day) => `${day} 25:61:00`)],
  ['date: no such minute', undefined, dateWith((day) => `${day} 12:75:00`)],
  ['date: a word', undefined, oneOf('date', 'yesterday', '今天', 'TBD')],
  ['date: empty', undefined, oneOf('date', '')],
  ['date: a list', undefined, dateWith((day, time) => `[${day} ${time}]`)],
  ['date: slashes', 'where offered', dateWith((day, time) => `${day.replaceAll('-', '/')} ${time}`)],
  [
    'date: 年月日',
    'where offered',
    dateWith((day, time) => `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8)}日 ${time}`),
  ],
  ['date: full-width colons', 'where offered', dateWith((day, time) => `${day} ${time.replaceAll(':', '：')}`)],
  ['date: digits alone', undefined, dateWith((day) => day.replaceAll('-', ''))],
  ['lines: below zero', undefined, oneOf('lines', '-1', '-20')],
  ['lines: a word', undefined, oneOf('lines', 'many', '很多', '十二')],
  ['lines: a fraction', undefined, oneOf('lines', '1.5', '0.25')],
  ['lines: quoted', 'where offered', value('lines', (own) => `"${own}"`)],
  ['lines: with a unit', 'where offered', value('lines', (own) => `${own}条`)],
  ['lines: empty', undefined, oneOf('lines', '', '~', 'null')],
  ['lines: a list', 'where offered', value('lines', (own) => `[${own}]`)],
  [
    'lines: octal',
    undefined,
    (log) => {
      if (log.entries.length < 10) return undefined;
      const own = withLines(
        log.fields.has('lines') ? log.with(log.fields.get('lines')?.line ?? 0, 1) : log,
        'lines: 010',
      );
      return { text: own.log.text, line: own.line };
    },
  ],
  ['tag: a word', 'where offered', value('tag', (own) => own.slice(1, -1))],
  ['tag: words', undefined, oneOf('tag', 'chat talk', 'chat, talk', 'chat，talk')],
  ['tag: quoted', 'where offered', value('tag', (own) => `"${own}"`)],
  ['tag: a map', undefined, oneOf('tag', '{chat: 1}', '{chat}')],
  ['tag: empty', undefined, oneOf('tag', '', '~', 'null')],
  ['tag: a number', undefined, oneOf('tag', '5', 'true')],
  ['a string: empty', undefined, oneOf(STRINGS, '', '""', "''")],
  ['a string: null', undefined, oneOf(STRINGS, '~', 'null')],
  ['a string: a list', undefined, value(STRINGS, (own) => (/^[\w-]+$/.test(own) ? `[${own}]` : undefined))],
  ['a string: a map', undefined, oneOf(STRINGS, '{a: b}', '{}')],
  ['a string: a number', undefined, oneOf(STRINGS, '123', '3.14', '20180322')],
  ['a string: true', undefined, oneOf(STRINGS, 'true', 'false')],
  ['a string: YAML 1.1 and 1.2 differ', undefined, oneOf(['layout', 'author'], 'yes', 'No', 'on', 'off')],
  ['title: a bare date', undefined, value('title', (_, log) => log.day)],
]);

/** Changes the day in a value. */
const misdated = (key: string, change: (log: Log, random: Random) => string | undefined): FaultKind['put'] =>
  value(key, (own, log, random) => {
    const other = change(log, random);
    return other === undefined || !own.includes(log.day) ? undefined : own.replace(log.day, other);
  });

/** A day that is a slip of the finger away: two digits swapped, or one beside it. */
function slip(log: Log, random: Random): string | undefined {
  const [year = '', month = '', day = ''] = log.day.split('-');
  const swapped = `${month}-${day}` === `${day}-${month}` || Number(day) > 12 ? undefined : `${year}-${day}-${month}`;
  const beside = `${year}-${month}-${day.charAt(0)}${random.pick([1, 2, 3, 4, 5, 6, 7, 8])}`;
  const other = random.pick([swapped, beside]) ?? beside;
  return other === log.day || other === `${year}-02-29` || Number(other.slice(8)) > 28 ? undefined : other;
}

const date = kindsOf('date-mismatch', [
  ['title on another day', 'always', misdated('title', otherDay)],
  ['date on another day', 'always', misdated('date', otherDay)],
  ['a slip in title', 'always', misdated('title', slip)],
  ['a slip in date', 'always', misdated('date', slip)],
  [
    'file name on another day',
    undefined,
    (log, random) => ({
      text: log.text,
      fileName: log.fileName.replace(log.day, otherDay(log, random)),
      line: [0, log.close],
    }),
  ],
  [
    'title, file name without a date',
    undefined,
    (log, random) => {
      const fault: Fault | undefined = misdated('title', otherDay)(log, random);
      return fault && { ...fault, fileName: 'notes-WeChat.txt', line: [0, log.close] };
    },
  ],
  [
    'title, file name without a date, pictures tell',
    'where offered',
    (log, random) => {
      const fault = log.images.length > 0 ? misdated('title', otherDay)(log, random) : undefined;
      return fault && { ...fault, fileName: 'notes-WeChat.txt' };
    },
  ],
  [
    'date, file name without a date, pictures tell',
    'where offered',
    (log, random) => {
      const fault = log.images.length > 0 ? misdated('date', otherDay)(log, random) : undefined;
      return fault && { ...fault, fileName: 'notes-WeChat.txt' };
    },
  ],
  [
    'all pictures on another day',
    undefined,
    (log, random) => {
      if (log.images.length === 0) return undefined;
      const other = otherDay(log, random);
      const lines = [...log.lines];
      for (const { line } of log.images) {
        lines[line] = log
          .line(line)
          .replaceAll(log.day, other)
          .replaceAll(log.day.replaceAll('-', ''), other.replaceAll('-', ''));
      }
      return { text: lines.join(log.eol), line: [0, log.lines.length] };
    },
  ],
]);

/** A log whose `lines` is the number of its entries, and the line of that. */
function counted(log: Log): { readonly log: Log; readonly line: number } | undefined {
  const found = log.fields.get('lines');
  const beside = found ?? log.fields.get('author');
  if (!beside) return undefined;
  const line = found ? found.line : beside.line + 1;
  return { log: log.with(line, found ? 1 : 0, `lines:      ${log.entries.length} `), line };
}

const miscounted = (
  repair: Repair,
  ...counts: readonly ((entries: number, random: Random) => number)[]
): readonly [Repair, FaultKind['put']] => [
  repair,
  (log, random) => {
    const own = counted(log);
    if (!own) return undefined;
    const count = random.pick(counts)(log.entries.length, random);
    return { original: own.log.text, text: own.log.splice(own.line, 1, `lines:      ${count} `), line: own.line };
  },
];

const lines = kindsOf('lines-mismatch', [
  ['one too many', ...miscounted('always', (entries) => entries + 1)],
  [
    'many too many',
    ...miscounted(
      'always',
      (entries, random) => entries + 2 + random.below(500),
      (entries) => entries * 10 + 10,
    ),
  ],
  [
    'an entry deleted',
    'clean',
    (log, random) => {
      const own = counted(log);
      const entry = own?.log.entryWhere(random, ({ index }) => index > 0);
      return own && entry && { text: own.log.splice(entry.line, entry.end - entry.line), line: own.line };
    },
  ],
]);

export const frontMatterFaults: readonly FaultKind[] = [
  ...missing,
  ...unclosed,
  ...syntax,
  ...keyMissing,
  ...keyDuplicate,
  ...keyUnknown,
  ...valueInvalid,
  ...date,
  ...lines,
];
