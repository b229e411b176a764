import assert from 'node:assert/strict';
import { applyChanges, ChatDocument, sortEntries } from '../../../server/src/language/index.js';
import { randomPieces } from '../../support/logText.js';
import { property } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);
const sort = (text: string): string => applyChanges(text, sortEntries(parse(text)));
const check = (text: string, expected: string): void => assert.equal(sort(text), expected);

describe('Sorting entries', () => {
  it('puts them in the order of their times, those of the same second in the order they had', () => {
    check(
      'before\n> 09:00:02  C\nc\n> 09:00:01  A\na\n> 09:00:01  B\nb\n> 09:00:03  D\nd\n',
      'before\n> 09:00:01  A\na\n> 09:00:01  B\nb\n> 09:00:02  C\nc\n> 09:00:03  D\nd\n',
    );
  });

  it('keeps an entry without a readable time behind the one it follows', () => {
    check('> 09:00:02  C\n> 25:00:00  X\n> 09:00:01  A\n', '> 09:00:01  A\n> 09:00:02  C\n> 25:00:00  X\n');
  });

  it('does not join the last line to what comes behind it', () => {
    check('> 09:00:02  C\nc\n> 09:00:01  A\na', '> 09:00:01  A\na\n> 09:00:02  C\nc\n');
  });

  it('loses and adds no block, and changes nothing the second time', () => {
    property(
      1500,
      (random) => randomPieces(random, 20),
      (pieces) => {
        const text = pieces.join('');
        const once = sort(text);
        const lines = (log: string): string[] =>
          log
            .split(/\r\n|\r|\n/)
            .filter((line) => line !== '')
            .sort();
        assert.deepEqual(lines(once), lines(text));
        assert.equal(sort(once), once);
      },
    );
  });
});
