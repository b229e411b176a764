import assert from 'node:assert/strict';
import { saysTheSame } from '../../../server/src/language/index.js';
import { parse } from '../../support/featureContext.js';
import { GOOD } from '../../support/invented.js';

const LOG = `${GOOD}> 09:00:01  Bob\n![a](http://static.example.org/b.png) yes\n`;

const check = (after: string, expected: boolean): void =>
  assert.equal(saysTheSame(parse(LOG), parse(after)), expected, after);

describe('saysTheSame', () => {
  it('sees that nothing is said otherwise', () => {
    check(LOG, true);
    check(LOG.replace('> 09:00:01  Bob', '>9:00:01 Bob'), true);
    check(LOG.replace('author: Ann', 'author: Bob'), true);
    check(LOG.replace('![a]', '![2026-11-20 09:00:01]'), true);
  });

  it('sees another time, name or word, and an entry more or less', () => {
    check(LOG.replace('09:00:01', '09:00:02'), false);
    check(LOG.replace('Bob', 'Rob'), false);
    check(LOG.replace('yes', 'no'), false);
    check(LOG.replace('b.png', 'c.png'), false);
    check(GOOD, false);
    check(`${LOG}> 09:00:02  Bob\nyes\n`, false);
    check(LOG.replace('> 09:00:00  Ann\nhi\n', ''), false);
  });
});
