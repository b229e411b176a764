import assert from 'node:assert/strict';
import {
  addNote,
  deleteNotes,
  editNote,
  type Note,
  replyTo,
  resolveThread,
  threadsOf,
} from '../../../server/src/language/index.js';
import { afterEdit, checkEdit, type Edit, entryAt, parseLog, stripped } from '../../support/annotationEdits.js';
import { readMarkers } from '../../support/markers.js';

const NEW = { date: '2026-11-23', author: 'Cid', text: 'why?' };
const COMMENT = '<!-- @note 2026-11-23 Cid: why? -->';

const add: Edit = (document, entry) => addNote(document, entry, NEW);
const first = (notes: readonly Note[]): Note => {
  assert.ok(notes[0]);
  return notes[0];
};

const CANONICAL = '> 09:00:00  Ann  \n   \nhi  \n   \n> 09:00:01  Bo  \n   \nyes  \n   \n';

describe('addNote', () => {
  it('puts a note on lines of its own behind the entry, and takes no blank line', () => {
    checkEdit(CANONICAL, add, CANONICAL.replace('> 09:00:01', `${COMMENT}\n> 09:00:01`));
    checkEdit(`${CANONICAL}<|>`, add, `${CANONICAL}${COMMENT}\n`);
    checkEdit(
      CANONICAL.replaceAll('\n', '\r\n'),
      add,
      CANONICAL.replace('> 09:00:01', `${COMMENT}\n> 09:00:01`).replaceAll('\n', '\r\n'),
    );
  });

  it('puts a blank line of its own above where none stands', () => {
    checkEdit('> 09:00:00  Ann\nhi\n> 09:00:01  Bo\n', add, `> 09:00:00  Ann\nhi\n\t\n${COMMENT}\n> 09:00:01  Bo\n`);
    checkEdit('> 09:00:00  Ann\nhi', add, `> 09:00:00  Ann\nhi\n\t\n${COMMENT}`);
    checkEdit('> 09:00:00  Ann', add, `> 09:00:00  Ann\n\t\n${COMMENT}`);
    checkEdit('> 09:00:00  Ann\nhi\n\t\n', add, `> 09:00:00  Ann\nhi\n\t\n\t\n${COMMENT}\n`);
  });

  it('puts a note below the others', () => {
    checkEdit(
      '> 09:00:00  Ann\n\nhi\n\n<!-- @tag a -->\n\nho\n\n> 09:00:01  Bo\n',
      add,
      `> 09:00:00  Ann\n\nhi\n\n<!-- @tag a -->\n${COMMENT}\n\nho\n\n> 09:00:01  Bo\n`,
    );
    checkEdit('> 09:00:00  Ann\n\n<!-- @tag a -->', add, `> 09:00:00  Ann\n\n<!-- @tag a -->\n${COMMENT}`);
  });

  it('keeps the blank lines that make the next line a header', () =>
    checkEdit(
      '> 09:00:00  Ann\nhi\n\n09:00:01  Bo\n\nyes\n',
      add,
      `> 09:00:00  Ann\nhi\n\t\n${COMMENT}\n\n09:00:01  Bo\n\nyes\n`,
    ));

  it('says why where it can’t', () => {
    checkEdit(
      '> 09:00:00  Ann\n\n09:00:01  Bo\n\n> 09:00:02  Cid\n',
      add,
      'An annotation can’t stand in this entry: what is a header in it, and what is text, would change.',
    );
    checkEdit(
      '> 09:00:00  Ann\n<!-- hi\n\n> 09:00:01  Bo\n<|>',
      add,
      'Close the comment in the entry of line 1 first: it would swallow this annotation.',
    );
    checkEdit(
      '> 09:00:00  Ann\n<!-- hi\n',
      add,
      'Close the comment in the entry of line 1 first: it would swallow this annotation.',
    );
    checkEdit(
      '> 09:00:00  Ann\n```\n> 09:00:01  <|>Bo\n\nho\n\n> 09:00:02  Cid\n```\n',
      (document, entry) => addNote(document, entry, NEW),
      'The page would show this annotation, as part of the code that begins in line 2.',
    );
    checkEdit(
      CANONICAL,
      (document, entry) => addNote(document, entry, NEW, { from: 0, to: 5 }),
      'Select words of the entry: a note can only be on these.',
    );
  });

  it('quotes what is selected, and tells which of several places it is', () => {
    const on = (marked: string, expected: string): void => {
      const { text, ranges } = readMarkers(marked);
      const document = parseLog(text);
      const entry = entryAt(document, 0);
      const edit = addNote(document, entry, { author: undefined, date: undefined, text: 'x' }, ranges[0]);
      const after = parseLog(afterEdit(text, edit));
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

describe('editing notes', () => {
  const NOTED =
    '> 09:00:00  Ann\n\nhi\n\n<!-- @note 2026-11-20 Bo on "hi": a -->\n<!-- @note Bo: b -->\n> 09:00:01  Bo\n';

  it('replies in the same thread', () =>
    checkEdit(
      NOTED,
      (document, entry, notes) => replyTo(document, entry, first(notes), NEW),
      NOTED.replace('> 09:00:01', '<!-- @note 2026-11-23 Cid on "hi": why? -->\n> 09:00:01'),
    ));

  it('gives a note another text', () =>
    checkEdit(
      NOTED,
      (document, entry, notes) => editNote(document, entry, first(notes), 'c\n-->'),
      NOTED.replace(': a -->', ': c\n--&gt; -->'),
    ));

  it('resolves a thread and opens it again', () => {
    const resolved = NOTED.replace('"hi":', '"hi" [resolved]:');
    checkEdit(NOTED, (document, entry, notes) => resolveThread(document, entry, first(notes), true), resolved);
    checkEdit(resolved, (document, entry, notes) => resolveThread(document, entry, first(notes), false), NOTED);
    checkEdit(resolved, (document, entry, notes) => resolveThread(document, entry, first(notes), true), resolved);
  });

  it('takes away a note with its line, and no other line', () => {
    checkEdit(
      NOTED,
      (document, entry, [, second]) => deleteNotes(document, entry, [second as Note]),
      NOTED.replace('<!-- @note Bo: b -->\n', ''),
    );
    checkEdit(NOTED, (document, entry, notes) => deleteNotes(document, entry, notes), stripped(NOTED));
    checkEdit(
      '> 09:00:00  Ann\nhi\n\t\n<!-- @note: a -->\n<!-- @note: b -->',
      (document, entry, [, b]) => deleteNotes(document, entry, [b as Note]),
      '> 09:00:00  Ann\nhi\n\t\n<!-- @note: a -->',
    );
    checkEdit(
      '> 09:00:00  Ann\nhi\n\t\n<!-- @note: a -->',
      (document, entry, notes) => deleteNotes(document, entry, notes),
      '> 09:00:00  Ann\nhi',
    );
    checkEdit(
      '> 09:00:00  Ann\nhi <!-- @note: a --> ho\n',
      (document, entry, notes) => deleteNotes(document, entry, notes),
      '> 09:00:00  Ann\nhi  ho\n',
    );
  });

  it('leaves a thread resolved that loses the note that said so', () =>
    checkEdit(
      '> 09:00:00  Ann\n\n<!-- @note: a -->\n<!-- @note [resolved]: b -->\n',
      (document, entry, [, b]) => deleteNotes(document, entry, [b as Note]),
      '> 09:00:00  Ann\n\n<!-- @note [resolved]: a -->\n',
    ));
});
