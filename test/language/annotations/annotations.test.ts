import assert from 'node:assert/strict';
import { type Annotation, annotationsOf } from '../../../server/src/language/annotations/annotations.js';
import { ChatDocument } from '../../../server/src/language/index.js';
import type { Span } from '../../../server/src/language/text/span.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { randomPieces } from '../../support/logText.js';
import { readMarkers } from '../../support/markers.js';
import { property } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);

/** Checks what is read of an entry with this body: a note as `date|author|text`, a tag as its names. */
function check(body: string, ...expected: string[]): void {
  const shown = read(body).map((annotation) =>
    annotation.kind === 'tag'
      ? annotation.names.map(({ name }) => name).join('|')
      : [annotation.date ?? '', annotation.author ?? '', annotation.text].join('|'),
  );
  assert.deepEqual(shown, expected);
}

function read(body: string): readonly Annotation[] {
  const [entry] = parse(`> 09:00:00  Ann\n${body}`).entries();
  return entry ? annotationsOf(entry.block) : [];
}

/** The spans within an annotation: a note's text, or a tag's names. */
const innerSpans = (annotation: Annotation): readonly Span[] =>
  annotation.kind === 'note' ? [annotation.textSpan] : annotation.names.map(({ span }) => span);

/** Checks the spans of the one annotation of an entry, the whole comment first. */
function checkSpans(marked: string): void {
  const { text, ranges } = readMarkers(marked);
  const [entry] = parse(text).entries();
  const [annotation] = entry ? annotationsOf(entry.block) : [];
  assert.ok(annotation);
  assert.deepEqual([annotation.span, ...innerSpans(annotation)], ranges);
}

describe('annotationsOf', () => {
  it('reads a note with date and author, or without either', () => {
    check('hi\n<!-- @note 2026-11-23 Cid: why? -->\n', '2026-11-23|Cid|why?');
    check('hi\n<!-- @note 2026-11-23: why? -->\n', '2026-11-23||why?');
    check('hi\n<!-- @note Cid: why? -->\n', '|Cid|why?');
    check('hi\n<!-- @note: why? -->\n', '||why?');
    check('hi\n<!--@note Nora | 远山: 出处？-->\n', '|Nora | 远山|出处？');
  });

  it('reads a text of several lines, whatever ends them', () => {
    check('<!-- @note Cid: one  \n two\r\n\r\nthree: four\n-->\n', '|Cid|one  \n two\n\nthree: four');
    check('<!-- @note Cid:\none\n-->\n', '|Cid|one');
  });

  it('reads the end of a comment where it had to be written otherwise', () =>
    check(
      '<!-- @note Cid: a --&gt; b &gt; c --&gt; -->\n<!-- @tag a--&gt;b -->\n',
      '|Cid|a --> b &gt; c -->',
      'a-->b',
    ));

  it('reads tags, also with the commas of Chinese', () => {
    check('<!-- @tag 代还, 合规 -->\n', '代还|合规');
    check('<!--@tag 代还，合规、 风险 控制 -->\n', '代还|合规|风险 控制');
    check('<!-- @tag 代还,,\n合规, -->\n', '代还|合规');
    check('<!-- @tag -->\n', '');
  });

  it('reads all annotations of an entry in their order', () =>
    check('<!-- @tag a -->\n<!-- else -->\n<!-- @note: b --> <!-- @tag c -->\n', 'a', '||b', 'c'));

  it('leaves other comments, and those that are not closed', () => {
    check('hi\n<!-- @todo: ask -->\n<!-- @notes: a -->\n<!-- @tag-line a -->\n<!-- note: a -->\n<!-- @Note: a -->\n');
    check('hi\n<!-- @note: a\n<!-- @tag b\n');
    check('hi @note: a\n');
    check('hi <!-- <!-- @note: a --> -->\n');
  });

  it('loses no word of a note that is not written as it should be', () => {
    check('<!-- @note Cid needs a source -->\n', '||Cid needs a source');
    check('<!-- @note 2026-11-23 needs a source -->\n', '2026-11-23||needs a source');
    check('<!-- @note 2026-13-05 Cid: why? -->\n', '|2026-13-05 Cid|why?');
    check('<!-- @note 2026-11-23Cid: why? -->\n', '|2026-11-23Cid|why?');
    check('<!-- @note Cid：为什么 -->\n', '|Cid|为什么');
    check('<!-- @tag: 春游 -->\n', '春游');
    check('<!-- @note Cid: -->\n<!-- @note -->\n', '|Cid|', '||');
  });

  it('takes the colon of an address or of a later line for one of the text', () => {
    check('<!-- @note see https://example.org -->\n', '||see https://example.org');
    check('<!-- @note Cid: see https://example.org -->\n', '|Cid|see https://example.org');
    check('<!-- @note needs a source\nsuch as: this -->\n', '||needs a source\nsuch as: this');
  });

  it('tells where comment, text and names stand', () => {
    checkSpans('> 09:00:00  Ann\n早\n<[<!-- @note 2026-11-23 Cid:  <[why\nnot?]>  \n-->]>\n');
    checkSpans('> 09:00:00  Ann\n早\n<[<!-- @tag <[春游]> ,<[a--&gt;b]>, -->]>\n');
    checkSpans('> 09:00:00  Ann\n<[<!-- @note Cid:<[]>-->]>\n');
  });

  it('reads an entry once', () => {
    const [entry] = parse('> 09:00:00  Ann\n<!-- @note: a -->\n').entries();
    assert.ok(entry);
    assert.equal(annotationsOf(entry.block), annotationsOf(entry.block));
  });

  const checkWhole = (document: ChatDocument): void => {
    for (const { block } of document.entries()) {
      for (const annotation of annotationsOf(block)) {
        const comment = block.text.slice(annotation.span.from, annotation.span.to);
        assert.ok(comment.startsWith('<!--') && comment.endsWith('-->'));
        for (const { from, to } of innerSpans(annotation)) {
          assert.ok(annotation.span.from + 4 <= from && from <= to && to <= annotation.span.to - 3);
        }
        if (annotation.kind === 'tag') for (const { name } of annotation.names) assert.match(name, /^\S(?:.*\S)?$/su);
      }
    }
  };

  it('reads spans within the comment, whatever the log', () => {
    const more = ['<!-- @note ', '<!-- @tag ', ' -->', '--&gt;', ': ', '，', '2026-11-23 ', 'Cid', '<!--@note', '>'];
    property(
      2000,
      (random) => [
        '> 09:00:00  Ann\n',
        ...randomPieces(random, 8).flatMap((piece) => [piece, ...random.list(4, () => random.pick(more))]),
      ],
      (pieces) => checkWhole(parse(pieces.join(''))),
    );
  });

  it('takes time in proportion to the text', () => {
    const body = `${'<!-- @note '.repeat(20_000)}${': '.repeat(20_000)}${'-- '.repeat(20_000)}-->`;
    assert.equal(read(body).length, 1);
    assert.equal(read('<!-- @note -->'.repeat(20_000)).length, 20_000);
    assert.equal(read(`<!-- @tag ${' ,'.repeat(50_000)}${' '.repeat(50_000)}a -->`).length, 1);
  });

  itWithCorpus('finds none in logs that nobody has annotated', () => {
    for (const { text } of corpusLogs()) {
      for (const { block } of parse(text).entries()) assert.deepEqual(annotationsOf(block), []);
    }
  });
});
