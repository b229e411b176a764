import assert from 'node:assert/strict';
import { foldingRange } from '../../server/src/features/foldingRange.js';
import { contextFor, parse, uri } from '../support/featureContext.js';

/** Checks which lines fold, each range as `first-last`, with its kind where it has one. */
function check(text: string, ...expected: string[]): void {
  const ranges = foldingRange.answer(parse(text), { textDocument: { uri } }, contextFor());
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

  it('counts lines as editors do, whatever ends them', () => {
    check('> 09:00:00  Ann\r\none\r\n> 09:00:01  Bob\r\ntwo\r\n', '0-1', '2-3');
    check('> 09:00:00  Ann\rone\r> 09:00:01  Bob\rtwo', '0-1', '2-3');
  });

  it('leaves what stands before the first entry, and an empty log', () => {
    check('one\ntwo\n');
    check('');
  });
});
