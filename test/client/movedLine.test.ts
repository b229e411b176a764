import assert from 'node:assert/strict';
import { type Change, movedLine } from '../../client/src/annotations/movedLine.js';

/** A change from one place to another; a place is a line and a column. */
function change(from: readonly [number, number], to: readonly [number, number], text: string): Change {
  const [start, end] = [from, to].map(([line, character]) => ({ line, character }));
  return { range: { start, end } as Change['range'], text };
}

describe('A line', () => {
  it('moves with what is put in or taken out above it', () => {
    assert.equal(movedLine(5, [change([2, 0], [2, 0], 'a\nb\n')]), 7);
    assert.equal(movedLine(5, [change([2, 0], [2, 0], 'a\r\nb\r')]), 7);
    assert.equal(movedLine(5, [change([1, 3], [3, 0], '')]), 3);
    assert.equal(movedLine(5, [change([5, 0], [5, 0], '\n')]), 6);
    assert.equal(movedLine(5, [change([4, 0], [5, 0], 'x')]), 4);
  });

  it('stays where the text changes in it, or below', () => {
    assert.equal(movedLine(5, [change([5, 2], [5, 2], '\n')]), 5);
    assert.equal(movedLine(5, [change([6, 0], [9, 0], '')]), 5);
    assert.equal(movedLine(5, [change([3, 0], [3, 4], 'word')]), 5);
  });

  it('moves with several changes together, the last in the text first', () =>
    assert.equal(
      movedLine(5, [change([6, 0], [6, 0], '\n'), change([3, 0], [4, 0], ''), change([1, 0], [1, 0], '\n\n')]),
      6,
    ));
});
