import assert from 'node:assert/strict';
import { ChatDocument, textOf } from '../../../server/src/language/index.js';
import { detectTalks } from '../../../server/src/language/talks/detect.js';
import { personsOf } from '../../../server/src/language/talks/persons.js';
import { stretchesOf } from '../../../server/src/language/talks/stretches.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { cpuTime } from '../../support/cpuTime.js';
import { inventedRemark, inventedTalks } from '../../support/inventedTalks.js';
import { property, Random } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///archive/2026-11-20-WeChat.txt', 1, text);

/** Edits a log again and again, and checks that its talks, and what they are found by, are those of the text read anew. */
function check(text: string, edits: readonly number[]): void {
  let document = parse(text);
  facts(document);
  for (const seed of edits) {
    document = editAtRandom(document, new Random(seed));
    assert.equal(facts(document), facts(parse(document.text)));
  }
}

function facts(document: ChatDocument): string {
  const stretches = stretchesOf(document, personsOf(document)).map(({ own, ...stretch }) => ({
    ...stretch,
    own: own.map(({ chunk, at, ...said }) => ({ ...said, index: document.blockIn(chunk, at)?.index })),
  }));
  return JSON.stringify({ stretches, talks: detectTalks(document) });
}

/** Types a letter, or puts other entries in the place of some; mostly near the end of a chunk. */
function editAtRandom(document: ChatDocument, random: Random): ChatDocument {
  const chunks = [...document.chunks()];
  const near = (chunks.length > 0 ? random.pick(chunks).index : 0) - 2 - random.below(4);
  const index = near < 0 || random.below(3) === 0 ? random.below(document.blockCount) : near;
  if (document.blockCount === 0) return document.edit({ from: 0, to: 0, insert: inventedTalks(random, 10).join('') });
  const { from, block } = document.block(index);
  const at = from + random.below(block.text.length);
  const endOf = (count: number): number =>
    index + count < document.blockCount ? document.block(index + count).from : document.length;
  const time = block.kind === 'entry' ? textOf(block, block.time) : '12:00:00';
  return random.pick([
    () => document.edit({ from: at, to: at, insert: random.pick(['x', '。', '\n']) }),
    () => document.edit({ from, to: endOf(1), insert: inventedRemark(random, time) }),
    () => document.edit({ from, to: endOf(1), insert: inventedRemark(random, random.pick([time, '99:99:99'])) }),
    () =>
      document.edit({ from, to: endOf(random.below(30)), insert: inventedTalks(random, random.below(30)).join('') }),
  ])();
}

const seeds = (random: Random): number[] => Array.from({ length: 20 }, () => random.below(1e9));

describe('Talks after edits', function () {
  this.timeout(60_000);

  it('are those of the log read anew', () =>
    property<string | number>(
      80,
      (random) => [...inventedTalks(random, 300), ...seeds(random)],
      (pieces) =>
        check(
          pieces.filter((piece) => typeof piece === 'string').join(''),
          pieces.filter((piece) => typeof piece === 'number'),
        ),
    ));

  itWithCorpus('are those of the log read anew in every log of the corpus', () => {
    for (const [i, { text }] of corpusLogs().entries()) check(text, seeds(new Random(i)).slice(0, 2));
  });

  it('take a small part of what it takes to read the log', () => {
    const monologue = Array.from({ length: 20_000 }, (_, i) => `> 12:00:00  Ann\n分享 ${i}\n`);
    for (const entries of [inventedTalks(new Random(1), 20_000), [...monologue, '> 12:00:01  Ann\n分享完毕\n']]) {
      const text = entries.join('');
      const whole = cpuTime(() => detectTalks(parse(text)));
      const at = text.indexOf('\n> ', text.length >> 1) - 4;
      let document = parse(text);
      detectTalks(document);
      const edits = cpuTime(() => {
        for (let i = 0; i < 10; i++) {
          document = document.edit({ from: at, to: at, insert: 'x' });
          detectTalks(document);
        }
      });
      assert.ok(edits < whole, `10 edits took ${edits} ms, the log ${whole} ms`);
    }
  });
});
