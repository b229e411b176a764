import assert from 'node:assert/strict';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import { definition } from '../../server/src/features/definition.js';
import type { ChatDocument } from '../../server/src/language/index.js';
import { archiveContext, logUri, readLogs, type Surroundings } from '../support/archiveContext.js';
import { readMarkers, showRanges } from '../support/markers.js';

/** Checks to which places the definition leads from `<|>` in the first log: those marked in it and in the others. */
async function check(marked: readonly string[], surroundings?: Surroundings): Promise<void> {
  const read = marked.map(readMarkers);
  const logs = readLogs(read.map(({ text }) => text));
  const document = logs.get(logUri(0)) as ChatDocument;
  const params = { textDocument: { uri: document.uri }, position: toPosition(document, read[0]?.cursors[0] ?? 0) };
  const found = await definition.answer(document, params, archiveContext(logs, surroundings));
  const places = found.map((one) => ('uri' in one ? one : { uri: one.targetUri, range: one.targetSelectionRange }));
  for (const [index, [uri, log]] of [...logs].entries()) {
    const spans = places.filter((place) => place.uri === uri).map(({ range }) => toSpan(log, range));
    assert.equal(showRanges(log.text, spans), showRanges(log.text, read[index]?.ranges ?? []), uri);
  }
}

describe('The definition', () => {
  it('of a mention is the speaker’s last entry before it', () =>
    check(['> 09:00:00  Ann\n1\n> 09:00:01  <[Ann]>\n2\n> 09:00:02  Bob\n@A<|>nn\n> 09:00:03  Ann\n3\n']));

  it('of a mention of somebody who has said nothing yet is their first entry', () =>
    check(['> 09:00:02  Bob\n@<|>Ann\n> 09:00:03  <[Ann]>\n3\n> 09:00:04  Ann\n4\n']));

  it('of a mention by another name is the speaker, too', async () => {
    await check(['> 09:00:00  <[林一诺-青杉]>\n1\n> 09:00:02  Bob\n@林一<|>诺\n']);
    await check(['> 09:00:00  <[安]>\n1\n> 09:00:02  Bob\n@A<|>nn\n'], { speakers: { Ann: ['安'] } });
  });

  it('of a mention of somebody who is not here is in the newest log in which they speak', () =>
    check([
      '> 09:00:02  Bob\n@A<|>nn\n',
      '---\ndate: 2026-11-20 12:00:00\n---\n> 09:00:00  Ann\n1\n',
      '---\ndate: 2026-11-21 12:00:00\n---\n> 09:00:00  Bob\n1\n> 09:00:01  <[Ann]>\n1\n> 09:00:01  Ann\n1\n',
      '> 09:00:00  Ann\n1\n',
    ]));

  it('of a mention that may mean several people is all of them', () =>
    check([
      '> 09:00:00  <[何以宁-青杉]>\n1\n> 09:00:01  <[何以宁-鹿鸣]>\n1\n> 09:00:02  Bob\n@何以<|>宁\n> 09:00:03  何以宁-青杉\n2\n',
    ]));

  it('of a mention of nobody is nowhere, as it is of no name', async () => {
    await check(['> 09:00:02  Bob\n@A<|>nn\n']);
    await check(['> 09:00:02  Bob\nA<|>nn\n']);
  });

  it('of a header is the person’s first, or where the names are recorded', async () => {
    await check(['> 09:00:00  <[Ann]>\n1\n> 09:00:01  Bob\n2\n> 09:00:02  A<|>nn\n3\n']);
    await check(['> 09:00:00  <[A<|>nn]>\n1\n']);
    await check(['---\nspeakers: {<[Ann]>: [安]}\n---\n> 09:00:00  安\n1\n> 09:00:01  <|>安\n2\n']);
  });

  it('of a name in the front matter is the first entry', () =>
    check(['---\nspeakers: {Ann: [<|>安]}\n---\n> 09:00:00  <[Ann]>\n1\n> 09:00:01  安\n2\n']));

  it('of a talk’s speaker is the talk’s first entry', () =>
    check([
      '---\ntalks: [{speaker: A<|>nn, start: "09:00:01", end: "09:00:02"}]\n---\n' +
        '> 09:00:00  Ann\n1\n> 09:00:01  <[Ann]>\n2\n> 09:00:02  Ann\n3\n',
    ]));

  it('says what it is the definition of, and shows the whole entry, where the client takes that', async () => {
    const logs = readLogs(['> 09:00:00  Ann\n1\n> 09:00:02  Bob\n@Ann\n']);
    const document = logs.get(logUri(0)) as ChatDocument;
    const params = { textDocument: { uri: document.uri }, position: { line: 3, character: 2 } };
    const range = (line: number, from: number, to: number, last = line) => ({
      start: { line, character: from },
      end: { line: last, character: to },
    });
    assert.deepEqual(await definition.answer(document, params, archiveContext(logs)), [
      {
        originSelectionRange: range(3, 1, 4),
        targetUri: document.uri,
        targetRange: range(0, 0, 0, 2),
        targetSelectionRange: range(0, 12, 15),
      },
    ]);
    assert.deepEqual(
      await definition.answer(document, params, archiveContext(logs, { client: { definitionLinks: false } })),
      [{ uri: document.uri, range: range(0, 12, 15) }],
    );
  });
});
