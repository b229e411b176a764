import assert from 'node:assert/strict';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import { rangeAt } from '../../server/src/features/rangeAt.js';
import { contextFor, parse, uri } from '../support/featureContext.js';
import { readMarkers, showRanges } from '../support/markers.js';

function check(what: 'entry' | 'talk', marked: string): void {
  const { text, cursors, ranges } = readMarkers(marked);
  const document = parse(text);
  const position = toPosition(document, cursors[0] ?? 0);
  const range = rangeAt.answer(document, { textDocument: { uri }, position, what }, contextFor());
  assert.equal(showRanges(text, range ? [toSpan(document, range)] : []), showRanges(text, ranges));
}

describe('What stands around a place', () => {
  it('is the entry, without the blank lines at its end', () => {
    check('entry', '> 09:00:00  Ann\n1\n<[> 09:00:01  Bob  \n   \n2<|>]>  \n   \n> 09:00:02  Ann\n3\n');
    check('entry', '---\nlay<|>out: source\n---\n> 09:00:00  Ann\n1\n');
  });

  it('is the talk, from its first entry to its last', () => {
    const recorded = '---\ntalks: [{speaker: Ann, start: "09:00:00", end: "09:00:02"}]\n---\n';
    check(
      'talk',
      `${recorded}> 08:00:00  Ann\n0\n<[> 09:00:00  Ann\n1\n> 09:00:01  Bob\n2<|>\n> 09:00:02  Ann\n3]>\n   \n> 09:00:03  Ann\n`,
    );
    check('talk', `${recorded}> 08:00:00  Ann\n0<|>\n> 09:00:00  Ann\n1\n`);
  });
});
