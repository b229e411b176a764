import assert from 'node:assert/strict';
import { parse as parseYaml } from 'yaml';
import {
  applyChanges,
  ChatDocument,
  defaultLintOptions,
  detectTalks,
  lint,
  parseClock,
  recordedTalks,
  recordTalk,
} from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { property, Random } from '../../support/random.js';

const ENTRIES = '> 19:30:05  沈砚秋\n大家好\n> 19:50:02  沈砚秋\n以上\n';
const TALK = { title: '清结算里的日切', speaker: '沈砚秋', start: clock('19:30:05'), end: clock('19:50:02') };

/** The talk as a list with two spaces before each `-` has it. */
const ITEM = '  - title: "清结算里的日切"\n    speaker: "沈砚秋"\n    start: "19:30:05"\n    end: "19:50:02"\n';
const FLOW = '{title: "清结算里的日切", speaker: "沈砚秋", start: "19:30:05", end: "19:50:02"}';

function clock(text: string): number {
  return parseClock(text) as number;
}

const log = (text: string): ChatDocument => ChatDocument.parse('file:///archive/2026-11-20-WeChat.txt', 1, text);

/** The log with the talk recorded; `undefined` where that can't be done. */
function recorded(text: string, talk: Parameters<typeof recordTalk>[1] = TALK): string | undefined {
  const changes = recordTalk(log(text), talk, defaultLintOptions);
  return changes.length === 0 ? undefined : applyChanges(text, changes);
}

/** Checks what front matter, written without its fences, becomes; without `expected`, that it stays as it is. */
function check(frontMatter: string, expected?: string): void {
  const whole = (yaml: string): string => `---\n${yaml}---\n${ENTRIES}`;
  assert.equal(recorded(whole(frontMatter)), expected === undefined ? undefined : whole(expected));
}

describe('Recording a talk', () => {
  it('adds the key behind those that come before it', () => {
    check('layout: source\n', `layout: source\ntalks:\n${ITEM}`);
    check(
      'layout:     source \ntag:\t\t  [chat]\nspeakers:\n  林一诺: [Lin]\n',
      `layout:     source \ntag:\t\t  [chat]\ntalks:\n${ITEM}speakers:\n  林一诺: [Lin]\n`,
    );
    check('', `talks:\n${ITEM}`);
    check(' layout: source\n', ` layout: source\n talks:\n${ITEM.replace(/^/gm, ' ').trimEnd()}\n`);
  });

  it('fills a key without a list', () => {
    for (const empty of ['talks:', 'talks: []', 'talks: ~', 'talks: null']) {
      check(`${empty}\nlayout: source\n`, `talks:\n${ITEM}layout: source\n`);
    }
    check('talks: [ ] # none yet\n# layout\nlayout: source\n', `talks: # none yet\n${ITEM}# layout\nlayout: source\n`);
  });

  it('writes a list as its items are written', () => {
    const flush = ITEM.replace(/^ {2}/gm, '');
    check(
      'talks:\n- title: 早会 # at ten\n  start: 10:00:00\n\nlayout: source\n',
      `talks:\n- title: 早会 # at ten\n  start: 10:00:00\n${flush}\nlayout: source\n`,
    );
    check(
      'talks:\n  -   title: |\n        早会\n',
      `talks:\n  -   title: |\n        早会\n${ITEM.replace('- ', '-   ').replace(/^ {4}/gm, '      ')}`,
    );
    check('talks:\n  - {title: 早会}\n', `talks:\n  - {title: 早会}\n  - ${FLOW}\n`);
    check('talks: [{title: 早会}]\n', `talks: [{title: 早会}, ${FLOW}]\n`);
    check('talks: [\n  {title: 早会}, # at ten\n]\n', `talks: [\n  {title: 早会}, # at ten\n  ${FLOW},\n]\n`);
    check('talks: [\n  {title: 早会} # at ten\n]\n', `talks: [\n  {title: 早会}, # at ten\n  ${FLOW}\n]\n`);
    check('talks: [\n]\n', `talks: [${FLOW}\n]\n`);
  });

  it('keeps the list in the order in which the talks start', () => {
    const [early, late] = ['  - {start: 10:00:00}\n', '  - {start: 21:00:00}\n'];
    check(`talks:\n${early}${late}`, `talks:\n${early}  - ${FLOW}\n${late}`);
    check(`talks:\n  # late\n${late}`, `talks:\n  - ${FLOW}\n  # late\n${late}`);
    check('talks: [{start: 21:00:00}]\n', `talks: [${FLOW}, {start: 21:00:00}]\n`);
    check('talks: [\n  {start: 21:00:00}]\n', `talks: [\n  ${FLOW},\n  {start: 21:00:00}]\n`);
    check(
      'talks: [\n  {start: 10:00:00}, # early\n  {start: 21:00:00}\n]\n',
      `talks: [\n  {start: 10:00:00}, # early\n  ${FLOW},\n  {start: 21:00:00}\n]\n`,
    );
  });

  it('makes front matter where there is none, behind a byte order mark and in the line ends of the log', () => {
    const head =
      '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\n' +
      `lines:      2 \ntag:\t\t  [chat]\ntalks:\n${ITEM}---\n`;
    assert.equal(recorded(ENTRIES), head + ENTRIES);
    const windows = `${head}${ENTRIES}`.replaceAll('\n', '\r\n');
    assert.equal(recorded(`\ufeff${ENTRIES.replaceAll('\n', '\r\n')}`), `\ufeff${windows}`);
  });

  it('writes the line ends of the front matter', () => {
    const text = `---\nlayout: source\ntalks: []\n---\n${ENTRIES}`.replaceAll('\n', '\r\n');
    const expected = `---\nlayout: source\ntalks:\n${ITEM}---\n${ENTRIES}`.replaceAll('\n', '\r\n');
    assert.equal(recorded(text), expected);
  });

  it('leaves out a title that is not known', () => {
    const text = `---\n---\n${ENTRIES}`;
    const item = ITEM.replace(/- title.*\n {4}/, '- ');
    for (const title of [undefined, '', ' ']) {
      assert.equal(recorded(text, { ...TALK, title }), text.replace('---\n---', `---\ntalks:\n${item}---`));
    }
  });

  it('does nothing where front matter is not in order, or holds no place for a list', () => {
    assert.equal(recorded(`---\nlayout: source\n${ENTRIES}`), undefined);
    assert.equal(recorded(`layout: source\ntitle: 春游\n---\n${ENTRIES}`), undefined);
    assert.equal(recorded(''), undefined);
    check('title: [玫瑰] 春游\n');
    check('title：春游\nlayout: source\n');
    check('talks: later\n');
    check('talks: {title: 春游}\n');
    check('{layout: source, talks: []}\n');
    check('? talks\n: - title: 春游\n');
    check('- layout\n');
  });
});

describe('A recorded talk', () => {
  const NAMES = [
    '沈砚秋',
    'Lin "一诺"',
    "O'Neil\\",
    'A: b # c',
    '[玫瑰]',
    '- x',
    'null',
    '12:00',
    '@Kay, {PM}',
    "'",
    '\u00a0',
  ];
  const TITLES = [
    ...NAMES,
    undefined,
    '日切：T+1 “清算”',
    '2026-11-20',
    'yes',
    '--- ',
    '> 19:30:05  Ann',
    '\u0085\t',
    '\u2028',
  ];
  const KEYS = [
    'layout:     source ',
    'title: "2026-11-20-WeChat"',
    'date:       2026-11-20 12:00:00',
    'author: None # nobody',
    '# 春游',
    '',
    'tag:\n  - chat',
    'header-img: |+\n  a\n\n  b\n',
    'speakers: {林一诺: [Lin]}',
  ];
  const ITEMS = ['title: 早会', 'start: 10:00:00', 'start: "23:00:00"', "speaker: '沈砚秋'\n  title: >-\n    a\n    b"];

  function talksOf(random: Random): string {
    const items = random.list(3, () => random.pick(ITEMS));
    const comma = random.pick([', ', ',\n  ', ', # 春游\n  ']);
    const flow = items.map((item) => `{${item.replace(/\n {2}title.*/s, '')}}`).join(comma);
    const block = items.map((item) => `- ${item}`).join(random.pick(['\n', '\n# 春游\n', ' # 春游\n\n']));
    const indented = block.replace(/^/gm, random.pick(['', '  ', '    ']));
    const close = random.pick(['', '\n']);
    return random.pick([
      'talks:',
      'talks: []',
      'talks: ~ # 春游',
      `talks:\n${indented}`,
      `talks:\n${indented}`,
      `talks: [${close}${close && '  '}${flow}${close}]`,
    ]);
  }

  /** The lines of front matter, as a rule in order, with `talks` somewhere among them or not at all. */
  function frontMatter(random: Random): string[] {
    const lines = KEYS.filter(() => random.below(2) === 0);
    if (random.below(4) > 0) lines.splice(random.below(lines.length + 1), 0, talksOf(random));
    return lines;
  }

  it('is read as it was meant, and nothing else changes', () => {
    let written = 0;
    property(1000, frontMatter, (lines) => {
      const random = new Random(sumOf(lines.join('\n')));
      const lineBreak = random.pick(['\n', '\r\n']);
      const speaker = random.pick(NAMES);
      const entries = `> 12:00:00  Ann\nhi\n> 19:30:05  ${speaker}\n大家好\n> 19:50:02  ${speaker}\n以上\n`;
      const text = `${random.pick(['', '\ufeff'])}---\n${lines.join('\n')}\n---\n${entries}`.replaceAll(
        '\n',
        lineBreak,
      );
      const before = log(text);
      const talk = { ...TALK, speaker: speaker.trim() || 'Ann', title: random.pick(TITLES) };
      const changes = recordTalk(before, talk, defaultLintOptions);
      if (changes.length === 0) return;
      written++;
      const after = log(applyChanges(text, changes));
      const inserted = changes.map(({ insert }) => insert).join('');
      assert.equal(
        after.length - text.length,
        inserted.length - changes.reduce((sum, { from, to }) => sum + to - from, 0),
      );
      assert.equal(after.blockCount, before.blockCount);
      for (const { from, to } of changes) assert.match(text.slice(from, to), /^(?:\s*(?:\[ *\]|~))?$/);
      if (lineBreak === '\r\n') assert.doesNotMatch(after.text, /(?<!\r)\n/);

      const { title, ...values } = talk;
      const read = recordedTalks(after).map(({ span, ...rest }) => rest);
      const mine = read.findIndex(({ start }) => start === talk.start);
      assert.deepEqual(read.splice(mine, 1), [{ ...values, title: title?.trim() ? title : undefined }]);
      assert.deepEqual(
        read,
        recordedTalks(before).map(({ span, ...rest }) => rest),
      );
      for (const version of ['1.1', '1.2'] as const) {
        const [{ talks: old, ...others }, { talks: own, ...rest }] = [before, after].map(
          (document) => parseYaml(yamlOf(document), { version, uniqueKeys: false }) ?? {},
        ) as [Record<string, unknown>, Record<string, unknown>];
        assert.deepEqual(rest, others);
        const list = own as { start?: unknown }[];
        const item = list.splice(
          list.findIndex(({ start }) => start === '19:30:05'),
          1,
        );
        const texts = { speaker: talk.speaker, start: '19:30:05', end: '19:50:02' };
        assert.deepEqual(item, [title?.trim() ? { title, ...texts } : texts]);
        assert.deepEqual(list, old ?? []);
      }
    });
    assert.ok(written > 850 || process.env['SEED'] !== undefined, `${written} of 1000 were written`);
  });

  it('gives no rule anything to say', () => {
    property(300, frontMatter, (lines) => {
      const random = new Random(sumOf(lines.join('\n')));
      const speaker = random.pick(NAMES.filter((name) => name.trim() !== ''));
      const text = `---\n${lines.join('\n')}\n---\n> 19:30:05  ${speaker}\n大家好\n> 19:50:02  ${speaker}\n以上\n`;
      const changes = recordTalk(log(text), { ...TALK, speaker, title: random.pick(TITLES) }, defaultLintOptions);
      const found = (document: ChatDocument): string[] =>
        lint(document, defaultLintOptions).map(({ ruleId }) => ruleId);
      const known = found(log(text));
      const after = found(log(applyChanges(text, changes)));
      assert.deepEqual(
        after.filter((ruleId) => ruleId !== 'talk-invalid' || !known.includes(ruleId)),
        known.filter((ruleId) => ruleId !== 'talk-invalid'),
      );
    });
  });

  itWithCorpus('is one of a real log like any other', () => {
    for (const { text } of corpusLogs()) {
      const before = log(text);
      for (const talk of detectTalks(before)) {
        const after = log(applyChanges(text, recordTalk(before, talk, defaultLintOptions)));
        const found = (document: ChatDocument): string[] =>
          lint(document, defaultLintOptions).map(({ ruleId }) => ruleId);
        assert.deepEqual(
          recordedTalks(after).map(({ start, end }) => [start, end]),
          [...recordedTalks(before), talk].map(({ start, end }) => [start, end]),
        );
        assert.deepEqual(found(after), found(before));
      }
    }
  });
});

/** A number that differs for most texts. */
const sumOf = (text: string): number =>
  [...text].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7);

const yamlOf = ({ frontMatter }: ChatDocument): string =>
  frontMatter ? frontMatter.text.slice(frontMatter.yaml.from, frontMatter.yaml.to) : '';
