import assert from 'node:assert/strict';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import { references } from '../../server/src/features/references.js';
import type { ChatDocument, Span } from '../../server/src/language/index.js';
import { archiveContext, logUri, readLogs, type Surroundings } from '../support/archiveContext.js';
import { readMarkers, showRanges } from '../support/markers.js';

/**
 * Checks the references of what stands at `<|>` in the first log: they are marked in it and in the others. The last mark
 * may be left out of the answer as the declaration, which `<[=` marks.
 */
async function check(marked: readonly string[], surroundings?: Surroundings, includeDeclaration = true): Promise<void> {
  const read = marked.map(readMarkers);
  const logs = readLogs(read.map(({ text }) => text));
  const document = logs.get(logUri(0)) as ChatDocument;
  const params = {
    textDocument: { uri: document.uri },
    position: toPosition(document, read[0]?.cursors[0] ?? 0),
    context: { includeDeclaration },
  };
  const found = await references.answer(document, params, archiveContext(logs, surroundings));
  const uris = found.map(({ uri }) => uri);
  assert.equal(uris.lastIndexOf(document.uri) + 1, uris.filter((uri) => uri === document.uri).length, 'this log first');
  for (const [uri, log] of logs) {
    const spans: Span[] = found.filter((location) => location.uri === uri).map(({ range }) => toSpan(log, range));
    const { text = '', ranges = [] } = read[[...logs.keys()].indexOf(uri)] ?? {};
    assert.equal(showRanges(text, spans), showRanges(text, ranges), uri);
  }
}

describe('References', () => {
  it('are every header and mention of a name, from a header', () =>
    check(['> 09:00:00  <[A<|>nn]>\nhi\n> 09:00:01  Bob\n@<[Ann]> hi Ann\n> 09:00:02  <[Ann]>\n@Bob\n']));

  it('are the same from a mention, its @ and its end included', async () => {
    await check(['> 09:00:00  <[Ann]>\nhi\n> 09:00:01  Bob\n<|>@<[Ann]>\n']);
    await check(['> 09:00:00  <[Ann]>\nhi\n> 09:00:01  Bob\n@<[Ann<|>]>?hi\n']);
  });

  it('are nothing where there is no name', async () => {
    await check(['> 09:00:00  Ann\nhi <|>Ann\n']);
    await check(['<|>> 09:00:00  Ann\nhi\n']);
    await check(['<|>']);
  });

  it('are under all names that are recorded as one person’s', async () => {
    const log = '> 09:00:00  <[A<|>nn]>\nhi\n> 09:00:01  <[安]>\n@<[Annie]>?hi\n> 09:00:02  Bob\nhi\n';
    await check([log], { speakers: { Ann: ['安', 'Annie'] } });
    await check([`---\nspeakers:\n  <[Ann]>: [<[安]>, "<[Annie]>"]\n---\n${log}`]);
  });

  it('are mentions by other names too where they surely mean the person', () =>
    check([
      '> 09:00:00  <[林一<|>诺-青杉科技-产品]>\nhi\n> 09:00:01  周牧\n@<[林一诺]>?hi\n> 09:00:02  <[林一诺-青杉科技-产品]>\n@周牧\n',
    ]));

  it('are the same words alone where a mention may mean several people, or nobody', async () => {
    await check([
      '> 09:00:00  陈林-青杉\nhi\n> 09:00:01  陈林-鹿鸣\nhi\n> 09:00:02  Bob\n@<[陈<|>林]>?hi\n> 09:00:03  Bob\n@<[陈林]>\n',
    ]);
    await check(['> 09:00:00  Ann\n@<[nob<|>ody]>\n> 09:00:02  Bob\n@<[nobody]>\n']);
  });

  it('stand in talks, too, and in “author” where it is somebody', async () => {
    const talks = 'talks:\n  - {title: Ann, speaker: <[Ann]>, start: "09:00:00", end: "09:00:00"}\n';
    await check([`---\nauthor: <[Ann]>\n${talks}---\n> 09:00:00  <[A<|>nn]>\nhi\n> 09:00:01  None\nhi\n`]);
    await check([`---\nauthor: N<|>one\n${talks.replace('<[Ann]>', 'Ann')}---\n> 09:00:00  Ann\nhi\n`]);
  });

  it('are found from the front matter', () =>
    check(['---\nspeakers: {<[Ann]>: [<[安<|>]>]}\n---\n> 09:00:00  <[Ann]>\nhi\n> 09:00:01  <[安]>\nhi\n']));

  it('leave out where a person is declared: where they are recorded, or their first header', async () => {
    await check(['> 09:00:00  Ann\nhi\n> 09:00:01  Bob\n@<[A<|>nn]>\n> 09:00:02  <[Ann]>\nhi\n'], {}, false);
    await check(['---\nspeakers: {Ann: [<[安]>]}\n---\n> 09:00:00  <[A<|>nn]>\nhi\n'], {}, false);
    await check(['> 09:00:01  Bob\n@<[A<|>nn]>\n', '> 09:00:00  <[Ann]>\nhi\n'], {}, false);
  });

  it('stand in the other logs of the archive', () =>
    check([
      '> 09:00:00  <[A<|>nn]>\nhi\n',
      '> 09:00:00  Bob\n@<[Ann]>?hi\n> 09:00:01  <[Ann]>\nAnn\n',
      '> 09:00:00  Annie\nAnn\n',
      '---\ntalks: [{speaker: <[Ann]>}, {speaker: Bob, start: "09:00:00"}]\n---\n> 09:00:00  Bob\nhi\n',
    ]));

  it('stand in other logs by other names', () =>
    check(
      [
        '> 09:00:00  <[林一<|>诺-青杉科技-产品]>\nhi\n',
        '> 09:00:00  Bob\n@<[林一诺]>?hi\n',
        '> 09:00:00  <[小诺]>\n@Bob\n> 09:00:01  Bob\n@<[小诺]>\n',
        '---\nspeakers: {<[林一诺-青杉科技-产品]>: [<[诺诺]>]}\n---\n> 09:00:00  <[诺诺]>\nhi\n',
        '> 09:00:00  诺诺\nhi\n',
      ],
      { speakers: { '林一诺-青杉科技-产品': ['小诺'] } },
    ));

  it('mean in each log whom they mean there', () =>
    check([
      '> 09:00:00  <[何<|>以宁-青杉]>\nhi\n> 09:00:01  Bob\n@<[何以宁]>\n',
      '> 09:00:00  何以宁-鹿鸣\nhi\n> 09:00:01  Bob\n@何以宁\n',
      '> 09:00:01  Bob\n@何以宁\n',
    ]));

  it('are all places of a tag', async () => {
    await check([
      '> 09:00:00  Ann\n春游\n<!-- @tag a, <[春<|>游]> -->\n> 09:00:01  Bo\n<!-- @tag <["春游"]> -->\n',
      '> 09:00:00  春游\n@春游\n<!-- @note: 春游 -->\n',
      '> 09:00:00  Ann\n<!-- @tag <[春游]>、b -->\n',
    ]);
  });
});
