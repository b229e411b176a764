import assert from 'node:assert/strict';
import {
  ChatDocument,
  type KnownNames,
  knownNames,
  marksOf,
  namingAt,
  namingsIn,
  peopleIn,
  textOf,
} from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { readMarkers, showRanges } from '../../support/markers.js';

const read = (text: string) => ChatDocument.parse('file:///a.txt', 1, text);

/** What is known of names: those in the log's headers and in other logs, and those that are recorded. */
function knownIn(document: ChatDocument, archive: readonly string[], recorded: readonly string[] = []): KnownNames {
  return knownNames(document, peopleIn({ Recorded: recorded }, {}), archive);
}

/** Checks that the mentions in a body are those between marks, where these names are known. */
function check(marked: string, archive: readonly string[] = [], recorded: readonly string[] = []): void {
  const { text } = readMarkers(marked);
  const document = read(`> 09:00:00  Ann\n${text}`);
  const { block } = document.block(0);
  assert.equal(block.kind, 'entry');
  const [header, ...mentions] = namingsIn(block, knownIn(document, archive, recorded));
  assert.deepEqual(header, { kind: 'header', name: 'Ann', span: { from: 12, to: 15 } });
  for (const { kind, name, span } of mentions) {
    assert.equal(kind, 'mention');
    assert.equal(textOf(block, span), name);
  }
  const found = mentions.map(({ span }) => ({ from: span.from - 16, to: span.to - 16 }));
  assert.equal(showRanges(text, found), marked);
}

describe('namingsIn', () => {
  it('finds the header and what looks like a mention', () => {
    check('hi');
    check('@<[Ann]> @<[林一诺-青杉-PM]>?谢谢，@<[Bob]>');
    check('ann@example.org http://example.org/@Ann ![@Ann](http://a/@Ann) <!-- @Ann -->');
  });

  it('takes the longest known name', () => {
    check('@<[林 一诺]> x', ['林 一诺', '林']);
    check('@<[林]> 一诺 x', ['林']);
    check('@<[Ann | 青杉 | (前)]>', ['Ann | 青杉 | (前)']);
    check('@<[Marigold??]>?hi', ['Marigold??']);
    check('@<[Marigold??]>', ['Marigold??', 'Marigold']);
    check('@<[“山竹”]> @<[[玫瑰]小林]>?', ['“山竹”', '[玫瑰]小林']);
    check('@<[何立@云麓]>', ['何立']);
    check('@<[何立@云麓]>', ['何立', '何立@云麓']);
  });

  it('takes it from headers, other logs, and what is recorded', () => {
    check('@<[Ann]>: hi');
    check('@<[A B]>', [], ['A B']);
    check('@<[A B C]>', ['A B', 'A'], ['A B C']);
  });

  it('takes a known name only where it may end', () => {
    check('@<[Anna]> @<[Ann.Lee]> @<[Ann-青杉]> @<[林一诺]>', ['林', '林一']);
    check('@<[林]> 一诺们', ['林 一诺']);
    check('@<[Ann]>:hi @<[Ann]>!hi');
    check('@<[林一诺]>，@<[Bob]>。', ['林一诺']);
    check('@<[A B]>, @<[A B]>（x）', ['A B']);
  });

  it('takes a mention right behind another where both are known', () => {
    check('@<[Bob]>@<[Ann]>@<[林一诺]>?', ['Bob', '林一诺']);
    check('@<[Bob@Cid]>');
  });

  it('takes no address for a mention', () => {
    check('bob@Ann.example');
    check('hi@Ann, hi@<[Ann]> @<[Ann]>');
  });

  it('names nobody for a header without a name', () => {
    const document = read('> 09:00:00\n@Ann\n');
    const { block } = document.block(0);
    assert.ok(block.kind === 'entry');
    assert.deepEqual(
      namingsIn(block, knownIn(document, [])).map(({ kind, name }) => `${kind} ${name}`),
      ['mention Ann'],
    );
  });

  itWithCorpus('finds in real logs, where no name is known, what look like mentions', () => {
    const nobody = knownNames(read(''), peopleIn({}, {}));
    for (const { path, text } of corpusLogs()) {
      for (const { block } of read(text).entries()) {
        const mentions = marksOf(block).filter((mark) => mark.kind === 'mention');
        const found = namingsIn(block, nobody).filter(({ kind }) => kind === 'mention');
        assert.deepEqual(
          found.map(({ span }) => span),
          mentions.map(({ name }) => name),
          path,
        );
      }
    }
  });
});

describe('namingAt', () => {
  /** Checks what is named at each cursor: all have the same answer. */
  const checkAt = (marked: string, expected: string | undefined): void => {
    const { text, cursors } = readMarkers(marked);
    const document = read(text);
    for (const cursor of cursors) {
      const found = namingAt(document, cursor, knownIn(document, []));
      assert.equal(found && `${found.naming.kind} ${found.naming.name}`, expected, `at ${cursor}`);
      if (found) assert.deepEqual(document.block(found.entry.index), found.entry);
    }
  };

  it('is the header’s speaker', () => checkAt('> 09:00:00  Bob\n> 09:00:01  <|>林<|>一诺<|>  \nhi\n', 'header 林一诺'));
  it('is a mention, its @ included', () => checkAt('> 09:00:00  Bob\nhi <|>@<|>A<|>nn<|>?x\n', 'mention Ann'));
  it('is nothing elsewhere', () =>
    checkAt('---\nauthor: <|>Bob\n---\n<|>> 09:00:00 <|> Bob  <|>\nhi<|> @Bob \n<|>', undefined));
});
