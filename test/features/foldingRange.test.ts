import assert from 'node:assert/strict';
import { foldingRange } from '../../server/src/features/foldingRange.js';
import { contextFor, parse, uri } from '../support/featureContext.js';

/** Checks which lines fold, each range as `first-last`, with its kind where it has one. */
function check(text: string, ...expected: string[]): void {
  checkAtMost(Number.POSITIVE_INFINITY, text, ...expected);
}

function checkAtMost(mostFolds: number, text: string, ...expected: string[]): void {
  const ranges = foldingRange.answer(parse(text), { textDocument: { uri } }, contextFor({ mostFolds }));
  assert.deepEqual(
    ranges.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`),
    expected,
  );
}

describe('Folding', () => {
  it('folds an entry to its header', () => check('> 09:00:00  Ann\none\ntwo\n', '0-2'));

  it('leaves blank lines at the end of an entry outside', () =>
    check('> 09:00:00  Ann  \n   \none  \n   \n\n> 09:00:01  Bob\ntwo', '0-2', '5-6'));

  it('folds no entry of one line', () => check('> 09:00:00  Ann\n   \n> 09:00:01  Bob\n'));

  it('folds front matter, also one that is not closed', () => {
    check('---\nlayout: source\n---\n> 09:00:00  Ann\n', '0-2 region');
    check('---\nlayout: source\n\n> 09:00:00  Ann\n', '0-1 region');
  });

  it('folds a talk, from its first entry to its last', () =>
    check(
      '---\ntalks: [{speaker: Ann, start: "09:00:00", end: "09:00:02"}]\n---\n' +
        '> 09:00:00  Ann\none\n> 09:00:01  Bob\ntwo\n> 09:00:02  Ann\nthree\n\n> 09:00:03  Ann\nfour\n',
      '0-2 region',
      '3-8 region',
      '3-4',
      '5-6',
      '7-8',
      '10-11',
    ));

  it('folds as many as the client takes, talks first', () => {
    const text =
      '---\ntalks: [{speaker: Ann, start: "09:00:00", end: "09:00:01"}]\n---\n' +
      '> 09:00:00  Ann\none\n<!--\n-->\n> 09:00:01  Ann\nthree\n';
    checkAtMost(1, text, '3-8 region');
    checkAtMost(3, text, '0-2 region', '3-8 region', '3-6');
    checkAtMost(4, text, '0-2 region', '3-8 region', '3-6', '5-6 comment');
  });

  it('folds a talk that nobody recorded', () => {
    const said = Array.from({ length: 12 }, (_, i) => [
      `19:${30 + i}:00`,
      'Ann',
      ['大家好，今天给大家分享日切', '日切的时候要先停止记账，再核对一遍总账和分账', '以上是我今天的分享，谢谢大家'][
        i === 0 ? 0 : i === 11 ? 2 : 1
      ],
    ]);
    const entries = [['19:00:00', 'Bob', '今晚请到 @Ann 给大家做分享，主题是“日切”，开始时间为【19:30】'], ...said];
    check(
      entries.map(([time, name, text]) => `> ${time}  ${name}\n${text}\n`).join(''),
      '0-1',
      '2-25 region',
      ...Array.from({ length: 12 }, (_, i) => `${2 * i + 2}-${2 * i + 3}`),
    );
  });

  it('folds comments of several lines', () => {
    check('> 09:00:00  Ann\n早\n<!-- @note: one\ntwo\n-->\n<!-- @tag a -->\n', '0-5', '2-5 comment', '2-4 comment');
    check('> 09:00:00  Ann\r\n<!-- a\r\n-->\r\n<!-- b\r\n\r\n--> 早\r\n', '0-5', '1-2 comment', '3-5 comment');
    check('> 09:00:00  Ann\n<!-- a\nb\n', '0-2');
  });

  it('finds the same after an edit as in a fresh log', () => {
    const text =
      '---\nlayout: source\n---\n> 09:00:00  Ann\none\n> 09:00:01  Bob\ntwo\n<!-- a\nb -->\n\n> 09:00:02  Ann\n三';
    const folds = (document: ReturnType<typeof parse>): unknown =>
      foldingRange.answer(document, { textDocument: { uri } }, contextFor());
    const before = parse(text);
    folds(before);
    const at = text.indexOf('one');
    assert.deepEqual(
      folds(before.edit({ from: at, to: at, insert: 'x\ny\n' })),
      folds(parse(text.replace('one', 'x\ny\none'))),
    );
  });

  it('counts lines as editors do, whatever ends them', () => {
    check('> 09:00:00  Ann\r\none\r\n> 09:00:01  Bob\r\ntwo\r\n', '0-1', '2-3');
    check('> 09:00:00  Ann\rone\r> 09:00:01  Bob\rtwo', '0-1', '2-3');
  });

  it('leaves what stands before the first entry, and an empty log', () => {
    check('one\ntwo\n');
    check('');
  });

  it('folds annotations that stand one below the other', () => {
    check(
      '> 09:00:00  Ann\n\nhi\n\n<!-- @note: a -->\n<!-- @note: b\n\nc -->\n<!-- @tag d -->\n> 09:00:01  Bo\n',
      '0-8',
      '4-8 comment',
      '5-7 comment',
    );
    check('> 09:00:00  Ann\r\n\r\n<!-- @tag a -->\r\n<!-- @tag b -->\r\n\r\n', '0-3', '2-3 comment');
    check('> 09:00:00  Ann\n\n<!-- @tag a -->\n\n<!-- @tag b -->\n', '0-4');
  });
});
