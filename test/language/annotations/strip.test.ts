import assert from 'node:assert/strict';
import { annotationsOf, applyChanges, formatLog } from '../../../server/src/language/index.js';
import { annotateAtRandom } from '../../support/annotateAtRandom.js';
import { parseLog, stripped } from '../../support/annotationEdits.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { randomPieces } from '../../support/logText.js';
import { property, Random } from '../../support/random.js';

const formatted = (text: string): string => applyChanges(text, formatLog(parseLog(text)));

describe('strip', () => {
  it('takes out annotations that stand in the text', () => {
    assert.equal(
      stripped('> 09:00:00  Ann\nhi<!-- @note: a --> ho\n<!-- b --> <!-- @tag c -->\n'),
      '> 09:00:00  Ann\nhi ho\n<!-- b --> \n',
    );
    assert.equal(
      stripped('> 09:00:00  Ann\nhi\n<!-- @note: a --> <!-- @tag\nb -->  \nho\n'),
      '> 09:00:00  Ann\nhi\nho\n',
    );
  });

  it('gives a log back as it was before annotations were put in, taken out and changed', () =>
    property(
      3000,
      (random) => [...randomPieces(random, 8)],
      (pieces) => {
        const text = pieces.join('');
        assert.equal(stripped(annotateAtRandom(text, new Random(text.length + pieces.length), 6)), stripped(text));
      },
    ));

  it('and formatting may come in any order', () =>
    property(
      3000,
      (random) => [...randomPieces(random, 8)],
      (pieces) => {
        // Annotations within lines of text are not formatted: here all stand on their own.
        const text = stripped(pieces.join(''));
        const after = annotateAtRandom(text, new Random(text.length + pieces.length), 4);
        if (/[>＞:：.].*\d|\d.*[:：.]/.test(stripped(after).replace(/^> .*$/gm, ''))) return;
        assert.equal(stripped(formatted(after)), formatted(stripped(after)));
        assert.equal(formatted(formatted(after)), formatted(after));
      },
    ));

  itWithCorpus('gives the logs of the corpus back', () => {
    const random = new Random(7);
    let annotations = 0;
    for (const { text } of corpusLogs()) {
      const after = annotateAtRandom(text, random, 8);
      annotations += [...parseLog(after).entries()].reduce((sum, { block }) => sum + annotationsOf(block).length, 0);
      assert.equal(stripped(after), text);
      assert.equal(stripped(formatted(after)), formatted(text));
    }
    assert.ok(annotations > 500);
  });
});
