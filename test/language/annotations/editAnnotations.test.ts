import assert from 'node:assert/strict';
import type { AnnotationEdit } from '../../../server/src/language/annotations/place.js';
import {
  addNote,
  addTags,
  annotationsOf,
  applyChanges,
  ChatDocument,
  deleteNotes,
  type Entry,
  editNote,
  formatLog,
  inEnglish,
  type Note,
  type PlacedBlock,
  removeTags,
  renameTag,
  replyTo,
  resolveThread,
  strip,
  threadsOf,
} from '../../../server/src/language/index.js';
import { annotateAtRandom, notesOf } from '../../support/annotateAtRandom.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { randomPieces } from '../../support/logText.js';
import { readMarkers } from '../../support/markers.js';
import { property, Random } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);
const stripped = (text: string): string => applyChanges(text, strip(parse(text)));
const formatted = (text: string): string => applyChanges(text, formatLog(parse(text)));
const NEW = { date: '2026-11-23', author: 'Cid', text: 'why?' };
const COMMENT = '<!-- @note 2026-11-23 Cid: why? -->';

type Edit = (document: ChatDocument, entry: PlacedBlock<Entry>, notes: readonly Note[]) => AnnotationEdit;

/** Checks what an edit of the entry that holds `<|>`, or of the first, makes of a log. */
function check(marked: string, edit: Edit, expected: string): void {
  const { text, cursors } = readMarkers(marked);
  const document = parse(text);
  const entry = entryAt(document, cursors[0] ?? 0);
  assert.equal(done(text, edit(document, entry, notesOf(entry.block))), expected);
}

function done(text: string, edit: AnnotationEdit): string {
  return 'problem' in edit ? inEnglish(edit.problem) : applyChanges(text, edit.changes);
}

function entryAt(document: ChatDocument, offset: number): PlacedBlock<Entry> {
  const entry = [...document.entries()].findLast(({ from, index }) => from <= offset || index === 0);
  assert.ok(entry ?? [...document.entries()][0]);
  return (entry ?? [...document.entries()][0]) as PlacedBlock<Entry>;
}

const add: Edit = (document, entry) => addNote(document, entry, NEW);
const first = (notes: readonly Note[]): Note => {
  assert.ok(notes[0]);
  return notes[0];
};

const CANONICAL = '> 09:00:00  Ann  \n   \nhi  \n   \n> 09:00:01  Bo  \n   \nyes  \n   \n';

describe('addNote', () => {
  it('puts a note on lines of its own behind the entry, and takes no blank line', () => {
    check(CANONICAL, add, CANONICAL.replace('> 09:00:01', `${COMMENT}\n> 09:00:01`));
    check(`${CANONICAL}<|>`, add, `${CANONICAL}${COMMENT}\n`);
    check(
      CANONICAL.replaceAll('\n', '\r\n'),
      add,
      CANONICAL.replace('> 09:00:01', `${COMMENT}\n> 09:00:01`).replaceAll('\n', '\r\n'),
    );
  });

  it('puts a blank line of its own above where none stands', () => {
    check('> 09:00:00  Ann\nhi\n> 09:00:01  Bo\n', add, `> 09:00:00  Ann\nhi\n\t\n${COMMENT}\n> 09:00:01  Bo\n`);
    check('> 09:00:00  Ann\nhi', add, `> 09:00:00  Ann\nhi\n\t\n${COMMENT}`);
    check('> 09:00:00  Ann', add, `> 09:00:00  Ann\n\t\n${COMMENT}`);
    check('> 09:00:00  Ann\nhi\n\t\n', add, `> 09:00:00  Ann\nhi\n\t\n\t\n${COMMENT}\n`);
  });

  it('puts a note below the others', () => {
    check(
      '> 09:00:00  Ann\n\nhi\n\n<!-- @tag a -->\n\nho\n\n> 09:00:01  Bo\n',
      add,
      `> 09:00:00  Ann\n\nhi\n\n<!-- @tag a -->\n${COMMENT}\n\nho\n\n> 09:00:01  Bo\n`,
    );
    check('> 09:00:00  Ann\n\n<!-- @tag a -->', add, `> 09:00:00  Ann\n\n<!-- @tag a -->\n${COMMENT}`);
  });

  it('keeps the blank lines that make the next line a header', () =>
    check(
      '> 09:00:00  Ann\nhi\n\n09:00:01  Bo\n\nyes\n',
      add,
      `> 09:00:00  Ann\nhi\n\t\n${COMMENT}\n\n09:00:01  Bo\n\nyes\n`,
    ));

  it('says why where it can’t', () => {
    check(
      '> 09:00:00  Ann\n\n09:00:01  Bo\n\n> 09:00:02  Cid\n',
      add,
      'An annotation can’t stand in this entry: what is a header in it, and what is text, would change.',
    );
    check(
      '> 09:00:00  Ann\n<!-- hi\n\n> 09:00:01  Bo\n<|>',
      add,
      'Close the comment in the entry of line 1 first: it would swallow this annotation.',
    );
    check(
      '> 09:00:00  Ann\n<!-- hi\n',
      add,
      'Close the comment in the entry of line 1 first: it would swallow this annotation.',
    );
    check(
      '> 09:00:00  Ann\n```\n> 09:00:01  <|>Bo\n\nho\n\n> 09:00:02  Cid\n```\n',
      (document, entry) => addNote(document, entry, NEW),
      'The page would show this annotation, as part of the code that begins in line 2.',
    );
    check(
      CANONICAL,
      (document, entry) => addNote(document, entry, NEW, { from: 0, to: 5 }),
      'Select words of the entry: a note can only be on these.',
    );
  });

  it('quotes what is selected, and tells which of several places it is', () => {
    const on = (marked: string, expected: string): void => {
      const { text, ranges } = readMarkers(marked);
      const document = parse(text);
      const entry = entryAt(document, 0);
      const edit = addNote(document, entry, { author: undefined, date: undefined, text: 'x' }, ranges[0]);
      const after = parse(done(text, edit));
      const [thread] = threadsOf(entryAt(after, 0).block);
      assert.ok(thread);
      assert.equal(after.text.slice(text.length, -1), expected);
      assert.deepEqual(thread.quoteSpan, trimmedRange(text, ranges[0] as { from: number; to: number }));
    };
    on('> 09:00:00  Ann\n\na <[b]> c\n\n', '<!-- @note on "b": x -->');
    on('> 09:00:00  Ann\n\nb a<[ b ]>c b\n\n', '<!-- @note on "b" #2: x -->');
    on('> 09:00:00  Ann\n\naa<[aa]>\n\n', '<!-- @note on "aa" #3: x -->');
    on('> 09:00:00  Ann\n\n a <[b  \n   \n  c "]>d\n\n', '<!-- @note on "b\\nc \\"": x -->');
  });
});

const trimmedRange = (text: string, { from, to }: { from: number; to: number }): { from: number; to: number } => {
  const inside = text.slice(from, to);
  return { from: from + inside.length - inside.trimStart().length, to: from + inside.trimEnd().length };
};

describe('threadsOf', () => {
  const checkThreads = (body: string, ...expected: string[]): void => {
    const text = `> 09:00:00  Ann\n${body}`;
    const threads = threadsOf(entryAt(parse(text), 0).block).map(({ notes, quote, quoteSpan, resolved }) =>
      [
        quote === undefined ? '' : quoteSpan ? `${quoteSpan.from - 16}-${quoteSpan.to - 16}` : 'gone',
        ...notes.map((note) => note.text),
        ...(resolved ? ['resolved'] : []),
      ].join('|'),
    );
    assert.deepEqual(threads, expected);
  };

  it('gathers the notes on the whole entry, and those on the same words', () =>
    checkThreads(
      'one two one\n<!-- @note: a -->\n<!-- @note on "one": b -->\n<!-- @note Bo: c -->\n<!-- @note on "one" #2: d -->\n<!-- @note on "one": e -->\n',
      '|a|c',
      '0-3|b|e',
      '8-11|d',
    ));

  it('says that words are gone, and looks for none in annotations', () =>
    checkThreads(
      'one\n<!-- @note on "two": a -->\n<!-- @note on "one" #2: b -->\n<!-- @tag two -->\n',
      'gone|a',
      'gone|b',
    ));

  it('finds words over annotations and white space that was formatted', () =>
    checkThreads(
      'one   \n\n two\n<!-- @note on "one\\ntwo": a -->\nthree\n<!-- @note on "two\\nthree": b -->\n',
      '0-12|a',
      '9-50|b',
    ));

  it('lets the last note say whether a thread is resolved', () =>
    checkThreads(
      'one\n<!-- @note [resolved]: a -->\n<!-- @note on "one": b -->\n<!-- @note on "one" [resolved]: c -->\n<!-- @note: d -->\n',
      '|a|d',
      '0-3|b|c|resolved',
    ));
});

describe('editing notes', () => {
  const NOTED =
    '> 09:00:00  Ann\n\nhi\n\n<!-- @note 2026-11-20 Bo on "hi": a -->\n<!-- @note Bo: b -->\n> 09:00:01  Bo\n';

  it('replies in the same thread', () =>
    check(
      NOTED,
      (document, entry, notes) => replyTo(document, entry, first(notes), NEW),
      NOTED.replace('> 09:00:01', '<!-- @note 2026-11-23 Cid on "hi": why? -->\n> 09:00:01'),
    ));

  it('gives a note another text', () =>
    check(
      NOTED,
      (document, entry, notes) => editNote(document, entry, first(notes), 'c\n-->'),
      NOTED.replace(': a -->', ': c\n--&gt; -->'),
    ));

  it('resolves a thread and opens it again', () => {
    const resolved = NOTED.replace('"hi":', '"hi" [resolved]:');
    check(NOTED, (document, entry, notes) => resolveThread(document, entry, first(notes), true), resolved);
    check(resolved, (document, entry, notes) => resolveThread(document, entry, first(notes), false), NOTED);
    check(resolved, (document, entry, notes) => resolveThread(document, entry, first(notes), true), resolved);
  });

  it('takes away a note with its line, and no other line', () => {
    check(
      NOTED,
      (document, entry, [, second]) => deleteNotes(document, entry, [second as Note]),
      NOTED.replace('<!-- @note Bo: b -->\n', ''),
    );
    check(NOTED, (document, entry, notes) => deleteNotes(document, entry, notes), stripped(NOTED));
    check(
      '> 09:00:00  Ann\nhi\n\t\n<!-- @note: a -->\n<!-- @note: b -->',
      (document, entry, [, b]) => deleteNotes(document, entry, [b as Note]),
      '> 09:00:00  Ann\nhi\n\t\n<!-- @note: a -->',
    );
    check(
      '> 09:00:00  Ann\nhi\n\t\n<!-- @note: a -->',
      (document, entry, notes) => deleteNotes(document, entry, notes),
      '> 09:00:00  Ann\nhi',
    );
    check(
      '> 09:00:00  Ann\nhi <!-- @note: a --> ho\n',
      (document, entry, notes) => deleteNotes(document, entry, notes),
      '> 09:00:00  Ann\nhi  ho\n',
    );
  });

  it('leaves a thread resolved that loses the note that said so', () =>
    check(
      '> 09:00:00  Ann\n\n<!-- @note: a -->\n<!-- @note [resolved]: b -->\n',
      (document, entry, [, b]) => deleteNotes(document, entry, [b as Note]),
      '> 09:00:00  Ann\n\n<!-- @note [resolved]: a -->\n',
    ));
});

describe('tags', () => {
  const tag =
    (...names: string[]): Edit =>
    (document, entry) =>
      addTags(document, entry, names);
  const untag =
    (...names: string[]): Edit =>
    (_, entry) => ({ changes: removeTags(entry, names) });

  it('are added to the tag that is there, each once', () => {
    check('> 09:00:00  Ann\n\nhi\n\n', tag('a', 'b', 'a'), '> 09:00:00  Ann\n\nhi\n\n<!-- @tag a, b -->\n');
    check('> 09:00:00  Ann\nhi\n<!--@tag a-->\n', tag('b, c', 'a'), '> 09:00:00  Ann\nhi\n<!--@tag a, "b, c"-->\n');
    check('> 09:00:00  Ann\n', tag(' '), 'A tag needs a name.');
    check('> 09:00:00  Ann\n', tag('a\nb'), 'The name of a tag stands on one line.');
  });

  it('are taken away, the comment with the last', () => {
    const three = '> 09:00:00  Ann\n\nhi\n\n<!-- @tag a, b、c -->\n';
    check(three, untag('a'), three.replace('a, ', ''));
    check(three, untag('b'), three.replace(', b', ''));
    check(three, untag('c'), three.replace('、c', ''));
    check(three, untag('a', 'b'), three.replace('a, b、', ''));
    check(three, untag('b', 'c'), three.replace(', b、c', ''));
    check(three, untag('a', 'b', 'c', 'd'), '> 09:00:00  Ann\n\nhi\n\n');
  });

  it('are renamed, and become one with a tag that the entry has', () => {
    const text = '> 09:00:00  Ann\n<!-- @tag a, b -->\n> 09:00:01  Bo\n<!-- @tag c, a -->\n';
    assert.equal(
      applyChanges(text, renameTag(parse(text), 'a', 'c')),
      text.replace('a, b', 'c, b').replace('c, a', 'c'),
    );
    assert.equal(
      applyChanges(text, renameTag(parse(text), 'a', 'x, y')),
      text.replaceAll(/\ba\b/g, '"x, y"').replace('t"x, y"g', 'tag'),
    );
  });
});

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
      annotations += [...parse(after).entries()].reduce((sum, { block }) => sum + annotationsOf(block).length, 0);
      assert.equal(stripped(after), text);
      assert.equal(stripped(formatted(after)), formatted(text));
    }
    assert.ok(annotations > 500);
  });
});
