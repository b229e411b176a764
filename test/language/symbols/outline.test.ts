import assert from 'node:assert/strict';
import {
  ChatDocument,
  entryItems,
  inEnglish,
  type OutlineItem,
  outlineOf,
  type SpeakerNames,
} from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { randomPieces } from '../../support/logText.js';
import { property } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);

/** An outline as a person sees it: names with their details, children indented. */
const shown = (items: readonly OutlineItem[], indent = ''): string =>
  items
    .map(({ kind, name, detail, children }) => {
      const more = detail === undefined ? '' : ` (${inEnglish(detail)})`;
      return `${indent}${kind}: ${inEnglish(name)}${more}\n${shown(children, `${indent}  `)}`;
    })
    .join('');

const check = (text: string, expected: string, archive?: SpeakerNames) =>
  assert.equal(shown(outlineOf(parse(text), archive)), expected);

/** Checks one part of an outline: the item with this name, and what is in it. */
function checkPart(text: string, name: string, expected: string): void {
  const item = outlineOf(parse(text)).find((one) => inEnglish(one.name) === name);
  assert.equal(item && shown([item]), expected);
}

/** A log of so many entries, all of one speaker. */
const long = (entries: number): string =>
  Array.from(
    { length: entries },
    (_, i) => `> 09:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:00  Ann\n${i}\n`,
  ).join('');

const TALK =
  '---\ntalks: [{title: 日切, speaker: Ann, start: "09:00:00", end: "09:00:04"}]\n---\n' +
  '> 09:00:00  Ann\n大家好\n> 09:00:01  阿泽\n[鼓掌]\n> 09:00:02  Bob\n@Ann 为什么？\n> 09:00:04  Ann\n以上\n' +
  '> 09:00:05  阿泽\n@Ann 请问几点？\n> 09:00:06  Ann\n九点\n';

/** Calls `look` for each item, and those within. */
function visit(items: readonly OutlineItem[], look: (item: OutlineItem) => void): void {
  for (const item of items) {
    look(item);
    visit(item.children, look);
  }
}

/** What editors demand: where one item fails, VS Code drops the whole outline. */
function checkItems(document: ChatDocument): void {
  visit([...outlineOf(document), ...entryItems(document)], ({ name, detail, span, nameSpan }) => {
    assert.notEqual(inEnglish(name).trim(), '');
    for (const text of [name, detail ?? '']) assert.doesNotMatch(inEnglish(text), /[\p{Cc}\u2028\u2029]/u);
    assert.notEqual(detail, '');
    assert.ok(0 <= span.from && span.from <= nameSpan.from && nameSpan.from <= nameSpan.to);
    assert.ok(nameSpan.to <= span.to && span.to <= document.length);
  });
}

/** Checks that the first item whose span holds a place of an entry is that entry, as breadcrumbs look for it. */
function checkFound(document: ChatDocument): void {
  const [group] = entryItems(document);
  for (const { block, from } of document.entries()) {
    const end = from + block.text.search(/[\n\r]*$/);
    for (const offset of [from, from + block.time.to, end]) {
      const found = group?.children.find(({ span }) => span.from <= offset && offset <= span.to);
      assert.equal(found?.span.from, from);
    }
  }
}

describe('outlineOf', () => {
  it('has front matter, then speakers with their entries, those with most first', () =>
    check(
      '---\nlayout: source\n---\n> 09:00:00  Ann\nhi\n> 09:00:01  阿泽\n早\n> 09:00:02  阿泽\n[玫瑰]\n',
      'frontMatter: Front matter\n' +
        'group: Speakers (2)\n' +
        '  speaker: 阿泽 (2 entries, 09:00:01–09:00:02)\n    entry: 09:00:01  早\n    entry: 09:00:02  [玫瑰]\n' +
        '  speaker: Ann (1 entry, 09:00:00)\n    entry: 09:00:00  hi\n',
    ));

  it('has talks with their presenter’s entries, the questions, and what else was said', () => {
    checkPart(
      TALK,
      'Talk: 日切',
      'talk: Talk: 日切 (Ann, 09:00:00–09:00:04)\n' +
        '  entry: 09:00:00  大家好\n  entry: 09:00:04  以上\n' +
        '  group: Questions (2)\n    entry: 09:00:02  Bob (@Ann 为什么？)\n    entry: 09:00:05  阿泽 (@Ann 请问几点？)\n' +
        '  group: Audience (2)\n    entry: 09:00:01  阿泽 ([鼓掌])\n    entry: 09:00:02  Bob (@Ann 为什么？)\n',
    );
  });

  it('names a talk without a title by its presenter', () => {
    const given = '> 09:00:00  Ann\nhi\n';
    const talk = (fields: string): string => `---\ntalks: [{${fields}}]\n---\n${given}`;
    const entry = '  entry: 09:00:00  hi\n';
    checkPart(talk('speaker: Ann, start: "09:00:00"'), 'Talk: Ann', `talk: Talk: Ann (09:00:00–)\n${entry}`);
    checkPart(talk('start: "09:00:00"'), 'Talk: Ann', `talk: Talk: Ann (09:00:00–)\n${entry}`);
    checkPart(talk('title: "a\\n b", start: "09:00:00"'), 'Talk: a  b', `talk: Talk: a  b (Ann, 09:00:00–)\n${entry}`);
  });

  it('leaves out a talk that has no place in the log', () =>
    check('---\ntalks: [{title: 日切, start: "10:00:00"}]\n---\n', 'frontMatter: Front matter\n'));

  it('says of a talk that nobody recorded that it was detected', () => {
    const said = [
      ['19:00:00', 'Bob', '今晚请到 @Ann 给大家做分享，主题是“日切”，开始时间为【19:30】'],
      ['19:30:00', 'Ann', '大家好，我是 Ann，今天给大家分享日切'],
      ...Array.from({ length: 10 }, (_, i) => [
        `19:3${i}:30`,
        'Ann',
        `第 ${i + 1} 点，日切的时候要先停止记账，再核对一遍总账和分账`,
      ]),
      ['19:41:00', 'Ann', '以上是我今天的分享，谢谢大家'],
    ];
    const [talk] = outlineOf(parse(said.map(([time, name, text]) => `> ${time}  ${name}\n${text}\n`).join('')));
    assert.equal(talk && shown([{ ...talk, children: [] }]), 'talk: Talk: 日切 (Ann, 19:30:00–19:41:00 (detected))\n');
  });

  it('has a person’s entries under all their names in one place', () => {
    const log = '> 09:00:00  Ann\nhi\n> 09:00:01  阿安\n早\n> 09:00:02  Bob\nhi\n> 09:00:03  Ann\n好\n';
    const bob = '  speaker: Bob (1 entry, 09:00:02)\n    entry: 09:00:02  hi\n';
    const ann = '    entry: 09:00:00  hi\n    entry: 09:00:01  早\n    entry: 09:00:03  好\n';
    check(
      `---\nspeakers: {Ann: [阿安]}\n---\n${log}`,
      `frontMatter: Front matter\ngroup: Speakers (2)\n  speaker: Ann (3 entries, 09:00:00–09:00:03, also as 阿安)\n${ann}${bob}`,
    );
    check(
      log,
      `group: Speakers (2)\n  speaker: 安妮 (3 entries, 09:00:00–09:00:03, also as Ann, 阿安)\n${ann}` +
        '  speaker: Robert (1 entry, 09:00:02, as Bob)\n    entry: 09:00:02  hi\n',
      { 安妮: ['Ann', '阿安'], Robert: ['Bob'] },
    );
  });

  it('lists pictures by time and speaker, with their text or else the name of their file', () =>
    checkPart(
      '> 09:00:00  Ann\n看 ![2026-11-20 09:00:00](http://img.example.org/chat/20261120_090000.png?w=1/2) ![日切](a.png)\n' +
        '> 09:00:01\n![]()\n',
      'Pictures',
      'group: Pictures (3)\n' +
        '  picture: 09:00:00  Ann (20261120_090000.png)\n  picture: 09:00:00  Ann (日切)\n  picture: 09:00:01\n',
    ));

  it('lists notes by their beginning, and tags', () =>
    checkPart(
      '> 09:00:00  Ann\nhi\n<!-- @note 2026-11-23 Cid: needs\na source -->\n<!-- @tag 代还, 合规 -->\n' +
        '> 09:00:01  阿泽\n<!-- @note: why? -->\n<!-- @note Cid [resolved]: -->\n<!-- @tag -->\n',
      'Notes',
      'group: Notes (5)\n' +
        '  note: needs (Cid, 2026-11-23)\n  tag: #代还, #合规 (09:00:00  Ann)\n' +
        '  note: why?\n  note: (no text) (Cid, ✓)\n  tag: (no name) (09:00:01  阿泽)\n',
    ));

  it('takes near misses of headers for the ones they were meant to be', () =>
    check(
      '>9:00:00  Ann\nhi\n> 25:61:00  Ann\nhi\n',
      'group: Speakers (1)\n' +
        '  speaker: Ann (2 entries, 09:00:00–25:61:00)\n    entry: 09:00:00  hi\n    entry: 25:61:00  hi\n',
    ));

  it('has a name for everything, also where there is none', () =>
    check('> 09:00:00\n\n', 'group: Speakers (1)\n  speaker: (no name) (1 entry, 09:00:00)\n    entry: 09:00:00\n'));

  const checkEntry = (body: string, expected: string) => {
    const [group] = outlineOf(parse(`> 09:00:00  Ann\n${body}`));
    assert.equal(inEnglish(group?.children[0]?.children[0]?.name ?? ''), `09:00:00  ${expected}`.trimEnd());
  };

  it('shows the beginning of what was said, without the comments', () => {
    checkEntry('   \n早  \n好\n', '早');
    checkEntry('<!-- @tag a -->\n<!-- b\nc --> 早\n', '早');
    checkEntry('<!-- @tag a -->\n', '');
    checkEntry('<!-- 早\n', '<!-- 早');
    checkEntry('a\tb\u2028c\n', 'a b c');
    checkEntry(`${'长'.repeat(48)}\n`, '长'.repeat(48));
    checkEntry(`${'长'.repeat(60)}\n`, `${'长'.repeat(48)}…`);
  });

  it('shows a picture as its text, if that says more than the time', () => {
    checkEntry('   \n![2026-11-20 09:00:00](http://img.example.org/20261120_090000.png) \n', '[picture]');
    checkEntry('![退款状态机](a.png) 见图\n', '[退款状态机]');
    checkEntry('![](a.png)\n', '[picture]');
    checkEntry('![a\n', '![a');
  });

  it('cuts no character in two', () => checkEntry(`${'x'.repeat(47)}😀😀\n`, `${'x'.repeat(47)}…`));

  it('is empty for an empty log', () => check('', ''));

  it('ends a span before the line break', () => {
    const text = '---\r\nlayout: source\r\n---\r\n> 09:00:00  Ann\r\nhi\r\n> 09:00:01  Bob\nbye\n> 09:00:02  Cid\n再见';
    const [frontMatter, speakers] = outlineOf(parse(text));
    const spans = [frontMatter, ...(speakers?.children ?? [])].map((item) => item?.span);
    assert.deepEqual(
      spans.map((span) => text.slice(0, span?.to).slice(-3)),
      ['---', '\nhi', 'bye', '\n再见'],
    );
  });

  it('places pictures and notes in long logs too', () => {
    const text = `${long(1000)}> 10:00:00  Ann\n![a](b.png)\n<!-- @note: why? -->\n`;
    for (const [name, written] of [
      ['Pictures', '![a](b.png)'],
      ['Notes', '<!-- @note: why? -->'],
    ]) {
      const group = outlineOf(parse(text)).find((item) => inEnglish(item.name) === name);
      assert.equal(text.slice(group?.span.from, group?.span.to), written);
    }
  });

  it('lists the first entries of very long logs, and tells how many are left out', () => {
    const listed = (entries: number): readonly OutlineItem[] =>
      outlineOf(parse(long(entries)))[0]?.children[0]?.children ?? [];
    assert.equal(listed(2500).at(-1)?.kind, 'entry');
    assert.equal(listed(2500).length, 2500);
    const more = listed(2600);
    assert.equal(more.length, 100);
    assert.equal(shown(more.slice(-2)), 'entry: 09:01:00  98\nmore: … 2501 more\n');
    const [, entry] = [...parse(long(2600)).blocks(98)];
    assert.equal(more.at(-1)?.span.from, entry?.from);
  });

  it('divides the rows of a very long log among its speakers', () => {
    const text = Array.from({ length: 6000 }, (_, i) => `> 09:00:00  ${i < 10 ? 'Ann' : `S${i % 9}`}\n${i}\n`).join('');
    const [group] = outlineOf(parse(text));
    assert.equal(group?.children.length, 10);
    for (const { kind, children } of group?.children ?? []) {
      assert.equal(kind, 'speaker');
      assert.equal(children.length, 10);
    }
    let rows = 0;
    const all = Array.from({ length: 9000 }, (_, i) => `> 09:00:00  S${i % 4000}\n${i}\n`).join('');
    visit([...outlineOf(parse(all)), ...entryItems(parse(all))], () => rows++);
    assert.ok(rows < 4 * 2500, String(rows));
  });

  it('lists a person’s first entries in a very long log whatever the names they are under', () => {
    const entries = Array.from({ length: 6000 }, (_, i) => `> 09:00:00  ${['Ann', '阿安', 'Bob'][i % 3]}\n${i}\n`);
    const [group] = outlineOf(parse(entries.join('')), { Ann: ['阿安'] });
    const said = entries.flatMap((entry, i) => (/Ann|阿安/.test(entry) ? [`09:00:00  ${i}`] : []));
    const rows = group?.children[0]?.children.map(({ name }) => inEnglish(name)) ?? [];
    assert.deepEqual(rows.slice(0, -1), said.slice(0, 49));
  });

  it('has names that are not empty and stand within what they name, whatever the log', () => {
    property(
      1000,
      (random) => randomPieces(random, 20),
      (pieces) => checkItems(parse(pieces.join(''))),
    );
  });

  itWithCorpus('has such names for logs of the corpus', () => {
    for (const { text } of corpusLogs()) checkItems(parse(text));
  });
});

describe('entryItems', () => {
  it('lists the entries in their order, by speaker', () =>
    assert.equal(
      shown(entryItems(parse('---\n---\n> 09:00:00  Ann\nhi\n> 09:00:01  阿泽\n早\n> 09:00:02\n\n'))),
      'group: Entries (3)\n  entry: 09:00:00  Ann (hi)\n  entry: 09:00:01  阿泽 (早)\n  entry: 09:00:02\n',
    ));

  it('are none without an entry', () => {
    assert.deepEqual(entryItems(parse('')), []);
    assert.deepEqual(entryItems(parse('---\n---\nhi\n')), []);
  });

  it('is found by any place in an entry, the line’s first column and the end included', () =>
    property(
      500,
      (random) => randomPieces(random, 20),
      (pieces) => checkFound(parse(pieces.join(''))),
    ));

  it('spans the log from its first entry on, also where a row is many entries', () => {
    const document = parse(long(3000));
    const [group] = entryItems(document);
    assert.deepEqual(group?.span, { from: 0, to: document.length });
    assert.equal(group?.children.length, 100);
    assert.equal(shown(group?.children.slice(1, 2) ?? []), 'group: 09:00:00–09:00:00\n');
  });
});
