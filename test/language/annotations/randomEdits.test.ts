import assert from 'node:assert/strict';
import {
  addNote,
  addTags,
  annotationsOf,
  ChatDocument,
  type Entry,
  type PlacedBlock,
  textOf,
} from '../../../server/src/language/index.js';
import { textPieces } from '../../support/noteTexts.js';
import { property, type Random } from '../../support/random.js';

/** A log in which every entry has a speaker of its own, and some have notes that name the speaker. */
function annotatedLog(random: Random): ChatDocument {
  const entries = Array.from({ length: 8 }, (_, index) => {
    const body = random.pick(['   \n早上好  \n   \n', '   \n  \n   \n', 'one\n\ntwo\n', '']);
    return `> 09:00:0${index}  S${index}  \n${body}`;
  });
  let log = ChatDocument.parse('file:///log.txt', 0, entries.join(''));
  for (let i = 0; i < 10; i++) {
    const [entry, speaker] = pickEntry(log, random);
    const text = `${speaker}|${textPieces(random).join('')}`;
    const edit =
      random.below(3) > 0
        ? addNote(log, entry, { date: undefined, author: speaker, text })
        : addTags(log, entry, [`${speaker}|${i}`]);
    assert.ok('changes' in edit);
    for (const change of edit.changes) log = log.edit(change);
  }
  return log;
}

function pickEntry(log: ChatDocument, random: Random): readonly [PlacedBlock<Entry>, string] {
  const entry = random.pick([...log.entries()]);
  return [entry, textOf(entry.block, entry.block.speaker)];
}

/** What an edit puts in: words and lines of people, and whole entries. */
const WORDS = [
  '好',
  ' ',
  'a',
  '\n',
  '\n\n',
  '  \n',
  '- b',
  '> c',
  '😀',
  '@Ann ',
  '> 09:00:09  New  \n   \nhi  \n   \n',
];

/** Changes what stands in an entry outside its annotations, or puts an entry in before it. */
function randomEdit(log: ChatDocument, random: Random): ChatDocument {
  const [{ block, from }] = pickEntry(log, random);
  const first = annotationsOf(block)[0]?.span.from ?? block.text.length;
  const lineOfFirst = Math.max(block.body.from, block.text.lastIndexOf('\n', first - 1) + 1);
  const insert = random.pick(WORDS);
  if (insert.startsWith('> 09')) return log.edit({ from, to: from, insert });
  if (lineOfFirst <= block.body.from) return log;
  const at = block.body.from + random.below(lineOfFirst - block.body.from);
  const to = Math.min(at + random.below(4), lineOfFirst - 1);
  return log.edit({ from: from + at, to: from + Math.max(at, to), insert });
}

/** Each annotation with the speaker of its entry. */
const annotationsIn = (log: ChatDocument): readonly string[] =>
  [...log.entries()].flatMap(({ block }) =>
    annotationsOf(block).flatMap((one) =>
      (one.kind === 'note' ? [one.text] : one.names.map(({ name }) => name)).map(
        (text) => `${textOf(block, block.speaker)}: ${text}`,
      ),
    ),
  );

describe('Random edits around annotations', () => {
  it('lose none of them, and move none to another entry', () =>
    property(
      400,
      (random) => {
        const log = annotatedLog(random);
        const before = annotationsIn(log);
        assert.ok(
          before.length >= 10 && before.every((one) => one.startsWith(`${one.slice(0, 2)}: ${one.slice(0, 2)}|`)),
        );
        const edits: ChatDocument[] = [log];
        for (let i = 0; i < 20; i++) edits.push(randomEdit(edits.at(-1) as ChatDocument, random));
        return [{ before, last: edits.at(-1) as ChatDocument }];
      },
      ([made]) => {
        if (!made) return;
        assert.deepEqual(annotationsIn(made.last), made.before);
        assert.deepEqual(annotationsIn(ChatDocument.parse('file:///log.txt', 0, made.last.text)), made.before);
      },
    ));
});
