import assert from 'node:assert/strict';
import { nearest } from '../../../server/src/language/text/nearest.js';

const check = (word: string, expected: string | undefined): void =>
  assert.equal(nearest(word, ['title', 'date', 'tag', 'author', 'front-matter-missing', 'time-order']), expected, word);

describe('nearest', () => {
  it('finds the word that is meant', () => {
    check('titel', 'title');
    check('tiitle', 'title');
    check('Title', 'title');
    check('dat', 'date');
    check('tags', 'tag');
    check('auther', 'author');
    check('time_ordre', 'time-order');
    check('front-mater-missing', 'front-matter-missing');
  });

  it('finds nothing where another word is meant', () => {
    for (const word of ['', 'x', 'subtitle', 'lines', 'header-img', 'order', 'front-matter']) check(word, undefined);
  });

  it('takes the nearest of several, the first of those that are equally near', () => {
    assert.equal(nearest('tagh', ['tags', 'tagx']), 'tags');
    assert.equal(nearest('tags', ['tag', 'tags']), 'tags');
  });
});
