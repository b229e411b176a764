import assert from 'node:assert/strict';
import { readMarkers, showRanges } from './markers.js';

const check = (
  marked: string,
  text: string,
  cursors: readonly number[],
  ranges: readonly (readonly [number, number])[],
) => {
  const expected = { text, cursors, ranges: ranges.map(([from, to]) => ({ from, to })) };
  assert.deepEqual(readMarkers(marked), expected);
};

describe('Markers', () => {
  it('are taken out of the text', () => check('> 09:00:00  An<|>n', '> 09:00:00  Ann', [14], []));
  it('may be several', () =>
    check(
      '<|>a<[b]>c<|><[d]>',
      'abcd',
      [0, 3],
      [
        [1, 2],
        [3, 4],
      ],
    ));
  it('may nest, in the order in which they open', () =>
    check(
      '<[a<[b]>]>',
      'ab',
      [],
      [
        [0, 2],
        [1, 2],
      ],
    ));
  it('may hold nothing', () => check('a<[]>b', 'ab', [], [[1, 1]]));
  it('leave brackets that are none alone', () => check('[a] <b> <!-- c -->', '[a] <b> <!-- c -->', [], []));
  it('count UTF-16 code units', () => check('👩‍💻<[林]>', '👩‍💻林', [], [[5, 6]]));

  it('are refused where they do not match', () => {
    assert.throws(() => readMarkers('a<[b'), /without its/);
    assert.throws(() => readMarkers('a]>b'), /without its/);
  });

  it('are put back as they were', () => {
    for (const marked of ['<[a<[b]>]>c', '<[a]><[b]>', 'a<[]>b', '<[a]>b<[c<[d]>]>']) {
      const { text, ranges } = readMarkers(marked);
      assert.equal(showRanges(text, ranges), marked);
    }
  });
});
