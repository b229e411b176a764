import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  inEnglish,
  knownNames,
  namingsIn,
  peopleOf,
  renameChanges,
  renameInConfig,
  renameProblem,
} from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { randomPieces } from '../../support/logText.js';
import { readMarkers, showRanges } from '../../support/markers.js';
import { property } from '../../support/random.js';

const read = (text: string) => ChatDocument.parse('file:///a.txt', 1, text);

const changesOf = (text: string, from: string, to: string) => {
  const document = read(text);
  return renameChanges(document, from, to, knownNames(document, peopleOf(document, {})));
};

const renamed = (text: string, from: string, to: string) => applyChanges(text, changesOf(text, from, to));

/** Checks that what stands between marks, and no more, becomes the new name. */
function check(marked: string, from: string, to = 'Zoë'): void {
  const { text } = readMarkers(marked);
  const changes = changesOf(text, from, to);
  assert.equal(showRanges(text, changes), marked);
  assert.ok(changes.every(({ insert }) => insert === to));
}

/** Checks that a name can be changed to one that stands nowhere, and back. */
function checkBack(text: string, name: string, to = '改名-Zoë'): void {
  assert.ok(!text.includes(to));
  const there = renamed(text, name, to);
  assert.equal(renamed(there, to, name), text, name);
}

describe('renameChanges', () => {
  it('changes headers and mentions of exactly that name', () => {
    check('> 09:00:00  <[Ann]>  \nAnn, @<[Ann]>?hi @Anna @<[Ann]>\n> 09:00:01  Anna\n> 09:00:02  <[Ann]>', 'Ann');
    check('> 09:00:00  <[林 一诺]>\n@<[林 一诺]> @林 @林一诺\n', '林 一诺');
    check('> 09:00:00  Bob\n@Ann-青杉 @<[Ann]>\n', 'Ann');
    check('hi Ann\n> 09:00:00  Bob\nAnn\n', 'Ann');
  });

  it('changes headers that are not well-formed', () => check('>09:00:00  <[Ann]>\n\n> 9:05  <[Ann]>\n\nhi\n', 'Ann'));
  it('leaves a line that would be no header with the new name', () =>
    check('> 09:00:00  <[Ann]>\n\n> 9:05 Ann\n\nhi\n', 'Ann', '你好，Ann'));

  it('changes front matter where it names a speaker', () =>
    check(
      '---\ntitle: Ann\nauthor: <[Ann]>\ntalks:\n  - title: Ann\n    speaker: <[Ann]>\n  - {title: x, speaker: <[Ann]>}\n' +
        'speakers:\n  <[Ann]>: [A]\n  Bob: [<[Ann]>, Anna]\n  Cid:\n    - <[Ann]>\n---\n',
      'Ann',
    ));
  it('changes keys that share a line', () => check('---\n{author: <[Ann]>, speakers: {<[Ann]>: []}}\n---\n', 'Ann'));
  it('changes what can be read where front matter is broken', () =>
    check('---\ntitle: "a\nauthor: <[Ann]>\n---\n', 'Ann'));
  it('leaves front matter alone that says something else', () =>
    check('---\nauthor: [Ann]\ntalks: Ann\nspeakers: Ann\nAnn: Ann\n---\n', 'Ann'));

  const checkValue = (before: string, to: string, after: string) => {
    assert.equal(renamed(`---\nauthor: ${before}\n---\n`, 'Ann', to), `---\nauthor: ${after}\n---\n`);
    assert.equal(renamed(`---\r\nauthor: ${before}\r\n---\r\n`, 'Ann', to), `---\r\nauthor: ${after}\r\n---\r\n`);
  };

  it('keeps the quotes of a value', () => {
    checkValue('"Ann"', 'Zoë', '"Zoë"');
    checkValue("'Ann'", 'Zoë', "'Zoë'");
    checkValue('Ann  # x', 'Zoë', 'Zoë  # x');
    checkValue('"Ann"', 'Z "o"', '"Z \\"o\\""');
    checkValue("'Ann'", "Zo’s 'o'", "'Zo’s ''o'''");
  });

  it('quotes a name that can’t stand without', () => {
    for (const name of ['@Zoë', 'Zoë: x', '2026', 'yes', '[玫瑰]小林', 'Zoë #1', 'a, b']) {
      checkValue('Ann', name, JSON.stringify(name));
      assert.ok(
        renamed('---\nspeakers: {Ann: [Bob]}\n---\n', 'Ann', name).includes(`{${JSON.stringify(name)}: [Bob]}`),
      );
    }
    checkValue('Ann', '林一诺 | 青杉?', '林一诺 | 青杉?');
    assert.equal(renamed('---\nauthor: |-\n  Ann\nlines: 1\n---\n', 'Ann', 'Zoë'), '---\nauthor: Zoë\nlines: 1\n---\n');
  });

  it('can be taken back', () => {
    property(
      400,
      (random) => randomPieces(random, 12),
      (pieces) => {
        const text = pieces.join('');
        for (const name of ['林一诺', 'Ann', '林一诺-青杉-PM']) checkBack(text, name);
      },
    );
  });

  itWithCorpus('can be taken back in real logs', () => {
    for (const { text } of corpusLogs()) {
      const document = read(text);
      const known = knownNames(document, peopleOf(document, {}));
      const count = { header: new Map<string, number>(), mention: new Map<string, number>() };
      for (const { block } of document.entries()) {
        for (const { kind, name } of namingsIn(block, known)) count[kind].set(name, (count[kind].get(name) ?? 0) + 1);
      }
      for (const names of [count.header, count.mention]) {
        const most = [...names].sort(([, a], [, b]) => b - a).slice(0, 3);
        for (const [name] of most) {
          checkBack(text, name);
          assert.notEqual(renamed(text, name, '改名-Zoë'), text);
        }
      }
    }
  });
});

describe('renameInConfig', () => {
  const checkConfig = (marked: string) => {
    const { text } = readMarkers(marked);
    assert.equal(showRanges(text, renameInConfig(text, 'Ann', 'Zoë')), marked);
  };

  it('changes the names under speakers', () => {
    checkConfig('# Ann\nfiles: {patterns: [Ann]}\nspeakers:\n  <[Ann]>: [A, "Anna"]\n  Bob: [<["Ann"]>]\n');
    checkConfig('author: Ann\nimages: {folders: {Ann: Ann}}\n');
  });
  it('leaves alone what can’t be read', () => {
    for (const text of ['', 'speakers', 'speakers: [Ann', 'speakers: [Ann]', '- Ann']) checkConfig(text);
  });
});

describe('renameProblem', () => {
  const checkProblem = (name: string, expected: string | undefined) => {
    const problem = renameProblem(name);
    assert.equal(problem && inEnglish(problem), expected, JSON.stringify(name));
    if (problem) return;
    const { block } = read(`> 09:00:00  ${name}  \nhi\n`).block(0);
    assert.ok(block.kind === 'entry' && block.text.slice(block.speaker.from, block.speaker.to) === name);
  };

  it('finds nothing in what a header can hold', () => {
    for (const name of [
      'Ann',
      '林 一诺',
      'A  B',
      '> 09:00:01  Ann',
      '09:00:00  x',
      '@Ann',
      '??',
      '[玫瑰]',
      '---',
      '"',
    ]) {
      checkProblem(name, undefined);
    }
  });
  it('names what no header can hold', () => {
    for (const name of ['', ' ', '\t', '\n']) checkProblem(name, 'A speaker’s name can’t be empty.');
    for (const name of ['A\nB', 'A\r', '\nA']) checkProblem(name, 'A speaker’s name stands on one line.');
    for (const name of [' A', 'A ', 'A\u3000', '\u200bA', '\u200b', '\tA']) {
      checkProblem(name, 'A speaker’s name can’t begin or end with white space.');
    }
  });
});
