import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-protocol';
import { annotations } from '../../server/src/features/annotations.js';
import { toRange, toSpan } from '../../server/src/features/convert.js';
import { type AnnotationChange, editAnnotation } from '../../server/src/features/editAnnotation.js';
import { Refusal } from '../../server/src/features/feature.js';
import { applyChanges, ChatDocument } from '../../server/src/language/index.js';
import { contextFor, parse, uri } from '../support/featureContext.js';
import { readMarkers } from '../support/markers.js';

const context = contextFor();

/** The log after a change. */
function edited(document: ChatDocument, change: AnnotationChange, version = document.version): ChatDocument {
  const edit = editAnnotation.answer(document, { textDocument: { uri, version }, change }, context);
  const [file, more] = edit?.documentChanges ?? [];
  assert.ok(file && 'edits' in file && !more);
  assert.deepEqual(file.textDocument, { uri, version: document.version });
  const changes = file.edits.map((one) => ({
    ...toSpan(document, one.range),
    insert: 'newText' in one ? one.newText : '',
  }));
  return ChatDocument.parse(uri, document.version + 1, applyChanges(document.text, changes));
}

/** Checks what a change, made from the ranges between `<[` and `]>`, makes of a log. */
function check(marked: string, make: (...ranges: Range[]) => AnnotationChange, expected: string): void {
  const { text, ranges } = readMarkers(marked);
  const document = parse(text);
  const change = make(...ranges.map((range) => toRange(document, range)));
  assert.equal(edited(document, change).text, expected);
}

function checkRefused(document: ChatDocument, change: AnnotationChange, why: RegExp, version?: number): void {
  assert.throws(
    () => edited(document, change, version),
    (error) => error instanceof Refusal && why.test(error.message),
  );
}

const LOG = '> 09:00:00  Ann\n\nhi\n\n> 09:00:01  Bo\n\nyes\n\n';
const place = toRange(parse(LOG), { from: LOG.indexOf('yes'), to: LOG.indexOf('yes') });

describe('Editing annotations', () => {
  it('adds a note to the entry of a place, or to words of it', () => {
    check(
      LOG.replace('hi', '<[hi]>'),
      (entry) => ({ kind: 'addNote', entry, text: 'why?', author: 'Cid', date: '2026-11-23' }),
      LOG.replace('> 09:00:01', '<!-- @note 2026-11-23 Cid: why? -->\n> 09:00:01'),
    );
    check(
      LOG.replace('hi', '<[hi]>'),
      (entry) => ({ kind: 'addNote', entry, quote: entry, text: 'why?' }),
      LOG.replace('> 09:00:01', '<!-- @note on "hi": why? -->\n> 09:00:01'),
    );
  });

  it('finds the note that is meant by its comment', () => {
    const noted = `${LOG}<!-- @note: a -->\n<[<!-- @note on "yes": b -->]>\n<!-- @note on "yes": c -->\n`;
    const plain = noted.replace(/<\[|\]>/g, '');
    check(noted, (note) => ({ kind: 'editNote', note, text: 'x' }), plain.replace('b --', 'x --'));
    check(noted, (note) => ({ kind: 'deleteNote', note }), plain.replace('<!-- @note on "yes": b -->\n', ''));
    check(noted, (note) => ({ kind: 'deleteThread', note }), `${LOG}<!-- @note: a -->\n`);
    check(noted, (note) => ({ kind: 'reply', note, text: 'd' }), `${plain}<!-- @note on "yes": d -->\n`);
    check(
      noted,
      (note) => ({ kind: 'resolve', note, resolved: true }),
      plain.replace('"yes": c', '"yes" [resolved]: c'),
    );
  });

  it('adds and removes tags', () => {
    check(
      LOG.replace('yes', '<[yes]>'),
      (entry) => ({ kind: 'addTags', entry, names: ['春游'] }),
      `${LOG}<!-- @tag 春游 -->\n`,
    );
    check(
      `${LOG.replace('yes', '<[yes]>')}<!-- @tag 春游 -->\n`,
      (entry) => ({ kind: 'removeTags', entry, names: ['春游'] }),
      LOG,
    );
  });

  it('is refused where the log has changed', () => {
    const document = parse(`${LOG}<!-- @note: a -->\n`);
    const span = { from: LOG.length, to: LOG.length + 17 };
    const note = toRange(document, span);
    assert.ok(edited(document, { kind: 'deleteNote', note }));
    checkRefused(document, { kind: 'deleteNote', note }, /changed/, document.version - 1);
    checkRefused(document, { kind: 'deleteNote', note: toRange(document, { from: 0, to: 3 }) }, /changed/);
    checkRefused(document, { kind: 'deleteNote', note: toRange(document, { ...span, to: span.to - 1 }) }, /changed/);
  });

  it('is refused where no annotation can stand', () => {
    const start = toRange(parse(LOG), { from: 0, to: 0 });
    checkRefused(parse(`hi\n${LOG}`), { kind: 'addNote', entry: start, text: 'a' }, /into an entry/);
    checkRefused(parse(LOG), { kind: 'addNote', entry: start, quote: start, text: 'a' }, /Select words/);
    checkRefused(parse(LOG), { kind: 'addTags', entry: place, names: [''] }, /needs a name/);
    checkRefused(parse(`${LOG}<!-- x\n`), { kind: 'addNote', entry: place, text: 'a' }, /Close the comment/);
  });

  it('gives an entry just the tags that are wanted, in one change', () => {
    const set = (names: readonly string[]) => (entry: Range) => ({ kind: 'setTags', entry, names }) as const;
    const tagged = (tags: string): string => `> 09:00:00  Ann\n\n<[hi]>\n\n${tags}> 09:00:01  Bo\n\nyes\n\n`;
    const plain = (tags: string): string => tagged(tags).replace(/<\[|\]>/g, '');
    check(tagged('<!-- @tag a, b -->\n'), set(['b', 'c']), plain('<!-- @tag b, c -->\n'));
    check(tagged('<!-- @tag a -->\n'), set(['清算']), plain('<!-- @tag 清算 -->\n'));
    check(tagged('<!-- @tag a, b -->\n'), set(['a']), plain('<!-- @tag a -->\n'));
    check(tagged('<!-- @tag a -->\n<!-- @note: n -->\n'), set([]), plain('<!-- @note: n -->\n'));
    check(tagged(''), set(['a']), plain('<!-- @tag a -->\n'));
    check(tagged('<!-- @tag a -->\n<!-- @tag b -->\n'), set(['b', 'c']), plain('<!-- @tag b, c -->\n'));
    checkRefused(parse(plain('')), set(['a', ' '])(place), /needs a name/);
  });
});

describe('The annotations of a log', () => {
  it('are its threads and tags, with their places', () => {
    const { text, ranges } = readMarkers(
      '<[> 09:00:00  Ann]>  \n\n<[hi]>\n\n' +
        '<[<!-- @note 2026-11-23 Cid on "hi" [resolved]: <[a --&gt;]> -->]>\n' +
        '<[<!-- @note on "ho": <[b]> -->]>\n<[<!-- @tag <[春游]> -->]>\n> 09:00:01  Bo\n\nyes\n',
    );
    const document = parse(text);
    const [header, hi, cid, a, other, b, tag, name] = ranges.map((range) => toRange(document, range));
    assert.deepEqual(annotations.answer(document, { textDocument: { uri } }, context), {
      version: 7,
      entries: toRange(document, { from: 0, to: text.length }),
      threads: [
        {
          header,
          body: hi,
          quote: { text: 'hi', range: hi },
          resolved: true,
          notes: [{ range: cid, textRange: a, date: '2026-11-23', author: 'Cid', text: 'a -->' }],
        },
        {
          header,
          body: hi,
          quote: { text: 'ho', range: null },
          resolved: false,
          notes: [{ range: other, textRange: b, text: 'b' }],
        },
      ],
      tags: [{ range: tag, header, names: [{ name: '春游', range: name }] }],
    });
  });

  it('are none in a log without', () =>
    assert.deepEqual(annotations.answer(parse(LOG), { textDocument: { uri } }, context), {
      version: 7,
      entries: toRange(parse(LOG), { from: 0, to: LOG.length }),
      threads: [],
      tags: [],
    }));

  it('come with what an entry says, and where entries begin', () => {
    const { text, ranges } = readMarkers(
      '\n<[> 09:00:00  Ann\n\n<[hi\n\nall]>\n\n<!-- @note: n -->\n> 09:00:01  Bo\n]>',
    );
    const document = parse(text);
    const found = annotations.answer(document, { textDocument: { uri } }, context);
    const spans = [found?.entries, found?.threads[0]?.body].map((range) => range && toSpan(document, range));
    assert.deepEqual(spans, ranges);
    assert.equal(annotations.answer(parse('\n'), { textDocument: { uri } }, context)?.entries, null);
  });
});
