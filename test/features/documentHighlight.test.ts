import assert from 'node:assert/strict';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import { documentHighlight } from '../../server/src/features/documentHighlight.js';
import { ChatDocument } from '../../server/src/language/index.js';
import { archiveContext, logUri, readLogs, type Surroundings } from '../support/archiveContext.js';
import { readMarkers, showRanges } from '../support/markers.js';

/** Checks what is highlighted from `<|>` on, and as what: `w` for headers, `r` for all else, in their order. */
async function check(marked: string, kinds: string, surroundings?: Surroundings): Promise<void> {
  const { text, cursors, ranges } = readMarkers(marked);
  const logs = readLogs([text]);
  const document = logs.get(logUri(0)) as ChatDocument;
  const params = { textDocument: { uri: document.uri }, position: toPosition(document, cursors[0] ?? 0) };
  const found = await documentHighlight.answer(document, params, archiveContext(logs, surroundings));
  const spans = found.map(({ range }) => toSpan(document, range));
  assert.equal(showRanges(text, spans), showRanges(text, ranges));
  assert.equal(found.map(({ kind }) => (kind === 3 ? 'w' : kind === 2 ? 'r' : '?')).join(''), kinds);
}

describe('Highlights', () => {
  it('are the headers and mentions of a speaker', () =>
    check('> 09:00:00  <[A<|>nn]>\nAnn\n> 09:00:01  Bob\n@<[Ann]>\n> 09:00:02  <[Ann]>\n@Bob\n', 'wrw'));

  it('are those of all names of a person', () =>
    check('> 09:00:00  <[Ann]>\nhi\n> 09:00:01  Bob\n@<[<|>安]>\n> 09:00:02  <[安]>\nhi\n', 'wrw', {
      speakers: { Ann: ['安'] },
    }));

  it('stand in the front matter, too', () =>
    check('---\nauthor: <[Ann]>\nspeakers: {<[Ann]>: [<[安]>]}\n---\n> 09:00:00  <[A<|>nn]>\nhi\n', 'rrrw'));

  it('are none where there is no name', () => check('> 09:00:00  Ann\nh<|>i\n', ''));

  it('come in the order of a log of many chunks, and after each edit', async () => {
    const entries = Array.from({ length: 600 }, (_, i) => `> 09:00:00  ${i % 3 ? 'Bob' : 'Ann'}\nhi @Ann\n`);
    const shown = async (document: ChatDocument): Promise<number[]> => {
      const params = { textDocument: { uri: document.uri }, position: toPosition(document, 14) };
      const context = archiveContext(new Map([[document.uri, document]]));
      const found = await documentHighlight.answer(document, params, context);
      return found.map(({ range }) => toSpan(document, range).from);
    };
    const before = ChatDocument.parse(logUri(0), 1, entries.join(''));
    const expected = [...before.text.matchAll(/Ann/g)].map(({ index }) => index);
    assert.deepEqual(await shown(before), expected);
    const at = before.text.indexOf('@Ann', 7000) + 1;
    const after = before.edit({ from: at, to: at + 3, insert: 'Annie @Ann' });
    assert.deepEqual(
      await shown(after),
      [...after.text.matchAll(/Ann(?!ie)/g)].map(({ index }) => index),
    );
  });
});
