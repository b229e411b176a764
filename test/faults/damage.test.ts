import assert from 'node:assert/strict';
import { applyChanges, type ChatDocument, lint, textOf } from '../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { startCpuTime } from '../support/cpuTime.js';
import { Random } from '../support/random.js';
import { inventedLog } from './inventedLog.js';
import { findIn, fixSafely, read } from './repair.js';

const NAME = '2026-11-20-WeChat.txt';

/** One way to damage a text. */
type Damage = (text: string, random: Random) => string;

/** A stretch of the text, seldom all of it. */
function stretch(text: string, random: Random): readonly [from: number, to: number] {
  const from = random.below(text.length + 1);
  return [from, Math.min(text.length, from + random.below(random.pick([4, 40, 400, 4000])))];
}

const INSERTS = [
  '\ufeff',
  '\u0000',
  '\u200b',
  '\u2028',
  '\ud83d',
  '\udc00',
  '\ufffd',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\u3000',
  '---\n',
  '\n---\n',
  '...\n',
  '<!--',
  '-->',
  '<!-- @note ',
  '<!-- chatlog-disable -->\n',
  '![',
  '](',
  ')',
  '[玫',
  '&amp;',
  '&amp;#99999999999;',
  '> ',
  '\n> 12:00:00  \n',
  '\n> 99:99:99  何立\n',
  '\n07:45:33  何立\n\n',
  '\ntalks:\n',
  '\ntitle: *a\n',
  '\ntag: [[[{',
  '"',
  "'",
  '|',
] as const;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'cut off at a character': (text, random) => text.slice(0, random.below(text.length + 1)),
  'cut off at a byte': (text, random) => {
    const bytes = Buffer.from(text);
    return bytes.subarray(0, random.below(bytes.length + 1)).toString();
  },
  'without its start': (text, random) => Buffer.from(text).subarray(random.below(400)).toString(),
  'with bytes flipped': (text, random) => {
    const bytes = Buffer.from(text);
    for (let i = 1 + random.below(20); i > 0; i--) {
      const at = random.below(random.pick([300, bytes.length]));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
    return bytes.toString();
  },
  'with a stretch twice': (text, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, to) + text.slice(from);
  },
  'with a stretch gone': (text, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  'with two stretches swapped': (text, random) => {
    const [a, b] = stretch(text, random);
    const rest = text.slice(0, a) + text.slice(b);
    const at = random.below(rest.length + 1);
    return rest.slice(0, at) + text.slice(a, b) + rest.slice(at);
  },
  'with line ends mixed': (text, random) =>
    text.replace(/\n/g, () => random.pick(['\n', '\r\n', '\r', '\n\n', '\u2028'])),
  'with old Macintosh line ends': (text) => text.replaceAll('\n', '\r'),
  'with odd pieces put in': (text, random) => {
    let result = text;
    for (let i = 1 + random.below(12); i > 0; i--) {
      const at = random.below(random.pick([200, result.length + 1]));
      result = result.slice(0, at) + random.pick(INSERTS) + result.slice(at);
    }
    return result;
  },
  'with a BOM or more': (text, random) => '\ufeff'.repeat(1 + random.below(3)) + text,
  'with its lines shuffled': (text, random) => {
    const lines = text.split('\n');
    for (let i = lines.length - 1; i > 0; i--) {
      const other = random.below(i + 1);
      [lines[i], lines[other]] = [lines[other] ?? '', lines[i] ?? ''];
    }
    return lines.join('\n');
  },
  'with characters lost': (text, random) => [...text].filter(() => random.below(30) > 0).join(''),
  'with all white space lost': (text) => text.replace(/[ \t]+/g, ''),
};

/** Who said what when; what alt texts repeat of the time is not said by anybody. */
function saying(document: ChatDocument): object[] {
  return [...document.entries()].map(({ block }) => ({
    speaker: textOf(block, block.speaker),
    seconds: block.seconds,
    said: textOf(block, block.body).replace(/!\[[^\]\r\n]*\]/g, '![]'),
  }));
}

/** What has to hold for any text at all. */
function check(text: string): void {
  const document = read(NAME, text);
  assert.equal([...document.blocks()].map(({ block }) => block.text).join(''), text, 'text lost');
  const diagnostics = lint(document);
  const said = saying(document);
  let before = 0;
  for (const { ruleId, from, to, related, fixes } of diagnostics) {
    const within = (span: { readonly from: number; readonly to: number }): boolean =>
      0 <= span.from && span.from <= span.to && span.to <= text.length;
    assert.ok(before <= from, `${ruleId} out of order`);
    assert.ok([{ from, to }, ...(related ?? [])].every(within), `${ruleId} outside the text`);
    before = from;
    for (const { safe, changes } of fixes ?? []) {
      assert.ok(changes.every(within), `a fix of ${ruleId} outside the text`);
      const fixed = applyChanges(text, changes);
      assert.notEqual(fixed, text, `a fix of ${ruleId} that changes nothing`);
      if (safe) assert.deepEqual(saying(read(NAME, fixed)), said, `a safe fix of ${ruleId}`);
    }
  }
  let fixed = text;
  for (let pass = 0; ; pass++) {
    const next = fixSafely(fixed, findIn(NAME, fixed));
    if (next === fixed) break;
    assert.ok(pass < 10, 'safe fixes that never come to an end');
    fixed = next;
  }
  assert.deepEqual(saying(read(NAME, fixed)), said, 'all safe fixes');
}

/** What is wrong with a text, if anything is. */
function complaintOf(text: string): string | undefined {
  try {
    check(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Drops lines of a text as long as the same is wrong with the rest. */
function smallest(text: string, complaint: string): string {
  const [kind] = complaint.split('\n');
  let pieces = text.split(/(?<=\n|\r(?!\n))/);
  for (let size = pieces.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < pieces.length; ) {
      const fewer = [...pieces.slice(0, at), ...pieces.slice(at + size)];
      if (complaintOf(fewer.join(''))?.split('\n')[0] === kind) pieces = fewer;
      else at += size;
    }
  }
  return pieces.join('');
}

/** Damages texts in one way, again and again. */
function checkDamaged(title: string, damage: Damage, texts: readonly string[], runs: number): void {
  for (let i = 0; i < runs; i++) {
    const seed = title.length * 10_000 + i;
    const random = new Random(seed);
    const damaged = damage(random.pick(texts), random);
    const complaint = complaintOf(damaged);
    if (complaint !== undefined)
      assert.fail(`Seed ${seed}, ${JSON.stringify(smallest(damaged, complaint))}: ${complaint}`);
  }
}

const FRONT = `---\nlayout: source\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\nauthor: None\ntag: [chat]\n`;
const START = `${FRONT}---\n`;
const HEADER = '> 09:00:00  何立  \n';

/** A log of some size that tempts a rule to look at all of it again and again. */
type Grown = (size: number) => string;

const line =
  (unit: string, end = ''): Grown =>
  (size) =>
    `${START}${HEADER}${unit.repeat(size / unit.length)}${end}\n`;
const lines =
  (unit: (index: number, count: number) => string, start = START): Grown =>
  (size) => {
    const count = Math.floor(size / 20);
    return start + Array.from({ length: count }, (_, index) => unit(index, count)).join('');
  };
const clock = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

const GROWN: Readonly<Record<string, Grown>> = {
  'a line of words': line('今天天气不错，'),
  'a line of one letter': line('a'),
  'a line of spaces': line(' ', 'x'),
  'a line of digits': line('1'),
  'a line of times': line('07:45:33 '),
  'a line of colons': line(':'),
  'a line of marks': line('>'),
  'a line of brackets': line('['),
  'a line of nested brackets': (size) => `${START}${HEADER}${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n`,
  'a line of codes': line('[玫瑰]'),
  'a line of near misses of codes': line('[玫魂]'),
  'a line of half codes': line('[玫'),
  'a line of one long code': (size) => `${START}${HEADER}[${'玫'.repeat(size)}]\n`,
  'a line of pictures': line('![a](b)'),
  'a line of half pictures': line('![a]('),
  'a line of half pictures with spaces': line('![a](b '),
  'a line of openings of pictures': line('!['),
  'a line of empty pictures': line('![]()'),
  'a picture of spaces': line(' ', '![a]('),
  'a line of entities': line('&amp;#183;'),
  'a line of one entity escaped often': (size) => `${START}${HEADER}&${'amp;'.repeat(size / 4)}#183;\n`,
  'a line of half entities': line('&amp'),
  'a line of comments': line('<!-- @note -->'),
  'a line of openings of comments': line('<!-- @note '),
  'a line of dashes in a comment': (size) => `${START}${HEADER}<!-- @tag ${'--'.repeat(size / 2)}\n`,
  'a line of commas in a tag': (size) => `${START}${HEADER}<!-- @tag ${', '.repeat(size / 2)} -->\n`,
  'a line of lost characters': line('\ufffd'),
  'a line of mojibake': line('锟斤拷'),
  'a line of mojibake of another kind': line('浣犲ソ'),
  'a line of mentions': line('@何立 '),
  'a long name': (size) => `${START}> 09:00:00  ${'何'.repeat(size)}\n`,
  'a header of spaces': (size) => `${START}> 09:00:00${' '.repeat(size)}x\n`,
  'a header of digits': (size) => `${START}> ${'1'.repeat(size)}\n`,
  'a header of colons': (size) => `${START}> 07${':'.repeat(size)}33  何立\n`,
  'a long line in front matter': (size) => `${FRONT}x: ${'a'.repeat(size)}\n---\n${HEADER}`,
  'brackets in front matter': (size) => `${FRONT}x: ${'['.repeat(size)}\n---\n${HEADER}`,
  'braces in front matter': (size) => `${FRONT}x: ${'{'.repeat(size)}\n---\n${HEADER}`,
  'dashes in front matter': (size) => `${FRONT}x:\n${'- '.repeat(size / 2)}\n---\n${HEADER}`,
  'question marks in front matter': (size) => `${FRONT}${'? '.repeat(size / 2)}\n---\n${HEADER}`,
  'quotes in front matter': (size) => `${FRONT}x: ${'"'.repeat(size)}\n---\n${HEADER}`,
  'a quote not closed in front matter': (size) => `${FRONT}x: "${'a\n'.repeat(size / 2)}---\n${HEADER}`,
  'a date of digits': (size) => `---\ndate: ${'1'.repeat(size)}\n---\n${HEADER}`,
  'a title of dashes': (size) => `---\ntitle: ${'2026-'.repeat(size / 5)}\n---\n${HEADER}`,
  'keys in front matter': (size) => `${FRONT}${lines((i) => `key${i}: some value\n`, '')(size)}---\n${HEADER}`,
  'near misses of keys': (size) => `${FRONT}${lines((i) => `auther${i}: some value\n`, '')(size)}---\n${HEADER}`,
  'one key again and again': (size) => `${FRONT}${lines(() => 'author: some value\n', '')(size)}---\n${HEADER}`,
  'full-width colons in front matter': (size) =>
    `${FRONT}${lines((i) => `key${i}：some value\n`, '')(size)}---\n${HEADER}`,
  'no spaces in front matter': (size) => `${FRONT}${lines((i) => `key${i}:some value\n`, '')(size)}---\n${HEADER}`,
  'tabs in front matter': (size) => `${FRONT}x:\n${lines((i) => `\tkey${i}: some value\n`, '')(size)}---\n${HEADER}`,
  'words in front matter': (size) => `${FRONT}${lines(() => 'neither key nor value\n', '')(size)}---\n${HEADER}`,
  'front matter that is not closed': (size) => `${FRONT}${lines((i) => `key${i}: some value\n`, '')(size)}`,
  fences: lines(() => '---\nlayout: source\n'),
  talks: (size) => {
    const talk = (i: number): string => `  - {title: a, speaker: 何立, start: "${clock(i)}", end: "${clock(i + 2)}"}\n`;
    const count = size / 40;
    const entries = Array.from({ length: count + 2 }, (_, i) => `> ${clock(i)}  何立\nhi ${i}\n`);
    return `${FRONT}talks:\n${Array.from({ length: count }, (_, i) => talk(i)).join('')}---\n${entries.join('')}`;
  },
  'speakers in front matter': (size) =>
    `${FRONT}speakers:\n${lines((i) => `  何立${i}: [老何${i}]\n`, '')(size)}---\n${HEADER}`,
  speakers: lines((i) => `> ${clock(i)}  何立${i}\nhi ${i}\n`),
  'entries at one second': lines((i) => `> 09:00:00  何立\nhi ${i}\n`),
  'the same entry': lines(() => '> 09:00:00  何立\nhi there\n'),
  'the same words under many names': lines((i) => `> 09:00:00  何立${i}\nhi there\n`),
  'times that go down': lines((i, count) => `> ${clock(count - i)}  何立\nhi ${i}\n`),
  'times that go up and down': lines((i, count) => `> ${clock(i % 2 === 0 ? i : count - i)}  何立\nhi ${i}\n`),
  'times in disorder': lines((i) => `> ${clock((i * 7919) % 86_400)}  何立\nhi ${i}\n`),
  'times that start again': lines((i) => `> ${clock((i % 100) * 60)}  何立\nhi ${i}\n`),
  'no such times': lines((i) => `> 25:61:00  何立\nhi ${i}\n`),
  'headers without names': lines((i) => `> ${clock(i)}\nhi ${i}\n`),
  'malformed headers': lines((i) => `＞${clock(i)}　何立\nhi ${i}\n`),
  'headers without >': lines((i) => `\n${clock(i)}  何立\n\nhi ${i}\n`),
  'headers without seconds': lines((i) => `> ${clock(i * 60).slice(0, 5)}  何立\n\nhi ${i}\n`),
  'text before the first entry': lines((i) => `some text ${i}\n`),
  'blank lines': lines(() => ' \n'),
  'pictures of another time': lines(
    (i) => `> ${clock(i)}  何立\n![2026-11-21 09:00:00](http://img.example.org/20261121_090000.png)\n`,
  ),
  'comments not closed': lines(() => '<!-- @note a\n', START + HEADER),
  annotations: lines(() => '<!-- @note: a -->\n', START + HEADER),
  suppressions: lines(() => '<!-- chatlog-disable time-order -->\n', START + HEADER),
  'carriage returns': lines(() => '\r', START + HEADER),
};

/** The first is short enough that even a rule gone wild comes back; each is five or eight times as long as the one before. */
const LENGTHS = [2_500, 12_500, 100_000] as const;
/** So many times as long may a log take that is eight times as long; were it quadratic, it would be 64. */
const MOST_GROWTH = 24;
/** Below this many milliseconds the garbage collector decides. */
const NOISE = 10;

/** The shortest time of three rounds; where a bound is given, one within it is enough. */
function milliseconds(text: string, enough: number): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && (shortest > enough || enough === Number.POSITIVE_INFINITY); round++) {
    const time = startCpuTime();
    lint(read(NAME, text));
    shortest = Math.min(shortest, time());
  }
  return shortest;
}

describe('Damaged logs', function () {
  this.timeout(30_000);

  const invented = Array.from({ length: 40 }, (_, i) => inventedLog(new Random(i + 1)).text);
  for (const [title, damage] of Object.entries(DAMAGES)) {
    it(`lose nothing and are reported soundly ${title}`, () => checkDamaged(title, damage, invented, 30));
  }
  for (const [title, damage] of Object.entries(DAMAGES)) {
    itWithCorpus(`of the corpus lose nothing and are reported soundly ${title}`, () => {
      const texts = corpusLogs().flatMap(({ text }) => (text.length < 10_000 ? [text] : []));
      checkDamaged(title, damage, texts, 20);
    });
  }

  for (const [title, grown] of Object.entries(GROWN)) {
    it(`take time in proportion to their length: ${title}`, () => {
      let most = Number.POSITIVE_INFINITY;
      const seen: string[] = [];
      for (const length of LENGTHS) {
        const time = milliseconds(grown(length), most);
        seen.push(`${length}: ${time.toFixed(1)} ms`);
        assert.ok(time <= most, seen.join(', '));
        most = MOST_GROWTH * Math.max(time, NOISE);
      }
      if (process.env['TIMES']) console.log(seen.join(', '));
    });
    it(`are sound though hostile: ${title}`, () => check(grown(400)));
  }
});
