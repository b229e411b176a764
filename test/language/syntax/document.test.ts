import assert from 'node:assert/strict';
import { ChatDocument } from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { randomPieces } from '../../support/logText.js';
import { property, Random } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);

/** What a reader sees of a log, for comparison. */
function facts(document: ChatDocument): object {
  return {
    length: document.length,
    lineCount: document.lineCount,
    blocks: [...document.blocks()].map(({ block, index, from }) => ({ ...block, index, from })),
  };
}

/** One random edit of the text, as `[from, to, insert]`. */
function randomEdit(random: Random, length: number): [number, number, string] {
  const from = random.below(4) === 0 ? 0 : random.below(length + 1);
  const to = random.below(2) === 0 ? from : Math.min(length, from + random.below(random.pick([3, 30, 300])));
  return [from, to, randomPieces(random, 3).join('')];
}

describe('ChatDocument', () => {
  it('gives the text back when its blocks are joined', () => {
    property(
      2000,
      (random) => randomPieces(random, 30),
      (pieces) => {
        const text = pieces.join('');
        const blocks = [...parse(text).blocks()];
        assert.equal(blocks.map(({ block }) => block.text).join(''), text);
        for (const { block } of blocks) {
          assert.notEqual(block.text, '');
          if (block.kind !== 'entry') continue;
          const { time, speaker, body } = block;
          assert.ok(0 <= time.from && time.from < time.to && time.to <= speaker.from);
          assert.ok(speaker.from <= speaker.to && speaker.to <= body.from && body.from <= body.to);
          assert.equal(body.to, block.text.length);
        }
      },
    );
  });

  it('is the same after an edit as when read anew', () => {
    property(
      4000,
      (random) => [...randomPieces(random, 24), ...random.list(6, () => ({ seed: random.below(1e9) }))],
      (pieces) => {
        const text = pieces.filter((piece) => typeof piece === 'string').join('');
        let document = parse(text);
        for (const piece of pieces) {
          if (typeof piece === 'string') continue;
          const [from, to, insert] = randomEdit(new Random(piece.seed), document.length);
          const expected = document.text.slice(0, from) + insert + document.text.slice(to);
          document = document.edit({ from, to, insert });
          assert.equal(document.text, expected);
          assert.deepEqual(facts(document), facts(parse(expected)), JSON.stringify({ from, to, insert }));
        }
      },
    );
  });

  it('shares at least 90 % of the blocks of a log of 200 entries when one character is typed', () => {
    const entries = Array.from({ length: 200 }, (_, i) => {
      const minute = String(i % 60).padStart(2, '0');
      return `> ${String(8 + Math.floor(i / 60)).padStart(2, '0')}:${minute}:00  林一诺  \n   \n消息 ${i}  \n   \n`;
    });
    const before = parse(`---\nlayout: source\n---\n${entries.join('')}`);
    for (let from = 0; from <= before.length; from += 7) {
      const after = before.edit({ from, to: from, insert: 'x' });
      const kept = new Set([...before.blocks()].map(({ block }) => block));
      const shared = [...after.blocks()].filter(({ block }) => kept.has(block)).length;
      assert.ok(shared >= 0.9 * before.blockCount, `${shared} of ${before.blockCount} blocks kept at ${from}`);
    }
  });

  it('shares the chunks that an edit does not touch', () => {
    const text = '> 09:00:00  Ann\nhi\n'.repeat(5000);
    const before = parse(text);
    const after = before.edit({ from: text.length >> 1, to: text.length >> 1, insert: 'x' });
    const kept = new Set([...before.chunks()].map(({ chunk }) => chunk));
    const fresh = [...after.chunks()].filter(({ chunk }) => !kept.has(chunk));
    assert.ok(fresh.length <= 3, `${fresh.length} chunks made anew`);
  });

  it('maps offsets to places and back as LSP counts them', () => {
    property(
      600,
      (random) => randomPieces(random, 12),
      (pieces) => {
        const text = pieces.join('');
        const document = parse(text);
        let line = 0;
        let column = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const inBreak = text[offset] === '\n' && text[offset - 1] === '\r';
          assert.deepEqual(document.positionAt(offset), { line, column: inBreak ? column - 1 : column });
          if (!inBreak) assert.equal(document.offsetAt({ line, column }), offset);
          column++;
          if (text[offset] === '\n' || (text[offset] === '\r' && text[offset + 1] !== '\n')) {
            line++;
            column = 0;
          }
        }
        assert.equal(document.lineCount, line + 1);
        assert.equal(document.offsetAt({ line: line + 5, column: 0 }), text.length);
      },
    );
  });

  it('refuses an edit outside the text', () => {
    assert.throws(() => parse('hi').edit({ from: 0, to: 3, insert: '' }), RangeError);
    assert.throws(() => parse('hi').block(1), RangeError);
  });

  it('reads an empty file, a byte order mark, long lines and rubbish without losing a character', () => {
    const rubbish = String.fromCharCode(...Array.from({ length: 5000 }, (_, i) => (i * 7919) % 65536));
    for (const text of [
      '',
      '\ufeff',
      '\ufeff---\r\ntitle: x\r\n---\r\n> 09:00:00  Ann\r\nhi',
      'x'.repeat(20_000),
      rubbish,
    ]) {
      assert.equal([...parse(text).blocks()].map(({ block }) => block.text).join(''), text);
    }
  });

  itWithCorpus('reads every log of the corpus as front matter and entries, and every entry as well-formed', () => {
    for (const { path, text } of corpusLogs()) {
      const document = parse(text);
      const headers = text.split('\n').filter((line) => /^> \d\d:\d\d:\d\d {2}/.test(line)).length;
      assert.equal(document.frontMatter?.closed, true, path);
      assert.equal([...document.entries()].length, headers, path);
      assert.equal(document.blockCount, headers + 1, path);
      for (const { block } of document.entries()) assert.ok(block.wellFormed && block.seconds !== undefined, path);
    }
  });
});
