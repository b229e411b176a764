import assert from 'node:assert/strict';
import { readAnnotation } from '../../../server/src/language/annotations/readAnnotation.js';
import { type NoteContent, writeNote, writeTag } from '../../../server/src/language/annotations/writeAnnotation.js';
import { ChatDocument } from '../../../server/src/language/index.js';
import { textPieces } from '../../support/noteTexts.js';
import { property, type Random } from '../../support/random.js';

const NOTE: NoteContent = { date: '2026-11-23', author: 'Cid', quote: undefined, resolved: false, text: 'why?' };

/** Checks how a note is written, and that it is read as it was. */
function check(note: Partial<NoteContent>, written?: string): void {
  const content = { ...NOTE, ...note };
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const comment = writeNote(content, lineBreak);
    if (written !== undefined && lineBreak === '\n') assert.equal(comment, written);
    const read = readAnnotation(comment, { from: 0, to: comment.length });
    assert.ok(read?.kind === 'note');
    const { date, author, quote, resolved, text } = read;
    assert.deepEqual({ date, author, quote, resolved, text }, { ...content, author: content.author || undefined });
    // A browser ends a comment there too, and Jekyll reads its tags in comments.
    assert.doesNotMatch(comment.slice(0, -3), /--!?>|\{[{%]/);
    const log = ChatDocument.parse('file:///log.txt', 1, `> 09:00:00  Ann\n\nhi\n\n${comment}\n> 09:00:01  Bo\n`);
    assert.equal(log.blockCount, 2);
  }
}

describe('writeNote', () => {
  it('writes what there is of a head', () => {
    check({}, '<!-- @note 2026-11-23 Cid: why? -->');
    check({ date: undefined }, '<!-- @note Cid: why? -->');
    check({ author: undefined }, '<!-- @note 2026-11-23: why? -->');
    check({ date: undefined, author: undefined }, '<!-- @note: why? -->');
    check({ quote: { text: '日切', ordinal: 1 } }, '<!-- @note 2026-11-23 Cid on "日切": why? -->');
    check({ quote: { text: '日切', ordinal: 2 } }, '<!-- @note 2026-11-23 Cid on "日切" #2: why? -->');
    check({ resolved: true }, '<!-- @note 2026-11-23 Cid [resolved]: why? -->');
    check(
      { author: undefined, date: undefined, quote: { text: 'a', ordinal: 12 }, resolved: true },
      '<!-- @note on "a" #12 [resolved]: why? -->',
    );
    check({ text: '' }, '<!-- @note 2026-11-23 Cid: -->');
  });

  it('writes quotes, line breaks and ends of comments in a quote as JSON does', () => {
    check(
      { quote: { text: 'a "b"\n--> \\c: {{d', ordinal: 1 } },
      '<!-- @note 2026-11-23 Cid on "a \\"b\\"\\n--\\u003e \\\\c: \\u007b{d": why? -->',
    );
  });

  it('puts an author in quotes where it would be taken for something else', () => {
    check({ author: 'Nora | 远山' }, '<!-- @note 2026-11-23 Nora | 远山: why? -->');
    check({ author: 'Cid: a' }, '<!-- @note 2026-11-23 "Cid: a": why? -->');
    check({ author: 'Cid [resolved]' }, '<!-- @note 2026-11-23 "Cid [resolved]": why? -->');
    check({ date: undefined, author: '2026-11-23' }, '<!-- @note "2026-11-23": why? -->');
  });

  it('escapes in the text what would end the note, and no more', () => {
    check({ text: 'a --> b' }, '<!-- @note 2026-11-23 Cid: a --&gt; b -->');
    check({ text: 'a --&gt; b' }, '<!-- @note 2026-11-23 Cid: a --&amp;gt; b -->');
    check({ text: 'a -- b -' }, '<!-- @note 2026-11-23 Cid: a -- b - -->');
    check({ text: '> a\n> 09:00:00  Ann\n> b' }, '<!-- @note 2026-11-23 Cid: > a\n\\> 09:00:00  Ann\n> b -->');
    check({ text: ' a\n' }, '<!-- @note 2026-11-23 Cid: \\ a\n\\ -->');
    check({ text: '@tag 春游\n\n&#183; 😀' }, '<!-- @note 2026-11-23 Cid: @tag 春游\n\n&#183; 😀 -->');
    check({ text: '{{ page }}' }, '<!-- @note 2026-11-23 Cid: &#123;{ page }} -->');
  });

  it('gives back any text, author and quote', () => {
    property(3000, textPieces, (pieces) => check({ text: pieces.join('') }));
    property(1500, textPieces, (pieces) => check({ author: pieces.join('') }));
    property(1500, textPieces, (pieces) => check({ quote: { text: pieces.join(''), ordinal: 3 }, author: 'on' }));
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['--&amp;', '\\', ' ', '\n> 09:00:00', '{', '&amp;', 'on "', '字']) {
      check({ text: piece.repeat(50_000) });
      check({ author: piece.repeat(50_000), quote: { text: piece.repeat(50_000), ordinal: 1 } });
    }
  });
});

describe('writeTag', () => {
  const checkNames = (names: readonly string[], written?: string): void => {
    const comment = writeTag(names);
    if (written !== undefined) assert.equal(comment, written);
    const read = readAnnotation(comment, { from: 0, to: comment.length });
    assert.ok(read?.kind === 'tag');
    assert.deepEqual(
      read.names.map(({ name }) => name),
      names,
    );
  };

  it('puts names in quotes where they would be taken for something else', () => {
    checkNames(['清算', 'risk control'], '<!-- @tag 清算, risk control -->');
    checkNames(['a, b', '清、算'], '<!-- @tag "a, b", "清、算" -->');
    checkNames([' a', '"b"', ': c', 'd-->'], '<!-- @tag " a", "\\"b\\"", ": c", "d--\\u003e" -->');
  });

  it('gives back any names', () => {
    const name = (random: Random): string =>
      `x${textPieces(random)
        .join('')
        .replace(/[\r\n]/g, '')}`;
    property(1500, (random) => random.list(4, () => name(random)), checkNames);
    property(500, textPieces, (pieces) => checkNames(pieces.filter((piece) => piece.trim() !== '')));
  });
});
