import assert from 'node:assert/strict';
import { addNote, annotationsOf, applyChanges, detectTalks, formatLog } from '../../../server/src/language/index.js';
import { annotateAtRandom } from '../../support/annotateAtRandom.js';
import { parseLog, stripped } from '../../support/annotationEdits.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { randomPieces } from '../../support/logText.js';
import { property, Random } from '../../support/random.js';
import { TALK_ENTRIES } from '../../support/talkLog.js';

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

describe('Talks in an annotated log', () => {
  const talksIn = (text: string): readonly object[] =>
    detectTalks(parseLog(text)).map(({ speaker, title, start, end, announced }) => ({
      speaker,
      title,
      start,
      end,
      announced,
    }));

  it('are those of the log without annotations', () => {
    let document = parseLog(TALK_ENTRIES);
    assert.equal(talksIn(TALK_ENTRIES).length, 1);
    for (let index = document.blockCount - 1; index >= 0; index--) {
      const entry = document.block(index);
      if (entry.block.kind !== 'entry') continue;
      const note = { date: undefined, author: undefined, text: '签到？分享完毕，谢谢大家！今天请到王五给大家做分享' };
      const edit = addNote(document, { ...entry, block: entry.block }, note);
      assert.ok('changes' in edit);
      for (const change of edit.changes) document = document.edit(change);
    }
    assert.deepEqual(talksIn(document.text), talksIn(TALK_ENTRIES));
  });
});
