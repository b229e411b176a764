import assert from 'node:assert/strict';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import { prepareRename } from '../../server/src/features/prepareRename.js';
import type { ChatDocument } from '../../server/src/language/index.js';
import { archiveContext, logUri, readLogs, type Surroundings } from '../support/archiveContext.js';
import { readMarkers, showRanges } from '../support/markers.js';

/** Checks which name would be renamed at `<|>`: the marked one. */
async function check(marked: string, placeholder: string, surroundings?: Surroundings): Promise<void> {
  const { text, cursors, ranges } = readMarkers(marked);
  const logs = readLogs([text]);
  const document = logs.get(logUri(0)) as ChatDocument;
  const params = { textDocument: { uri: document.uri }, position: toPosition(document, cursors[0] ?? 0) };
  const found = await prepareRename.answer(document, params, archiveContext(logs, surroundings));
  assert.ok(found);
  assert.equal(showRanges(text, [toSpan(document, found.range)]), showRanges(text, ranges));
  assert.equal(found.placeholder, placeholder);
}

const refuses = (marked: string): Promise<void> =>
  assert.rejects(check(marked, ''), {
    name: 'Refusal',
    message: 'Only names of speakers and tags can be renamed: put the cursor on one.',
  });

describe('A rename', () => {
  it('is of the name in a header', async () => {
    await check('> 09:00:00  <[Nora | 远<|>山]>  \nhi\n', 'Nora | 远山');
    await check('> 09:00:00  <[Ann]><|>\nhi\n', 'Ann');
  });

  it('is of the name in a mention, without its @', async () => {
    await check('> 09:00:00  Ann\n<|>@<[Bob]>?hi\n', 'Bob');
    await check('> 09:00:00  Nora 远山\n@<[Nora 远<|>山]> hi\n', 'Nora 远山');
  });

  it('is of a name in the front matter, without its quotes', async () => {
    await check('---\nspeakers:\n  "<[An<|>n]>": [安]\n---\n', 'Ann');
    await check("---\nspeakers: {Ann: ['<[安<|>]>']}\n---\n", '安');
    await check('---\nauthor: <[<|>Ann]>\n---\n> 09:00:00  Ann\nhi\n', 'Ann');
  });

  it('is of nothing else', async () => {
    await refuses('> 09:00:00  Ann\nA<|>nn\n');
    await refuses('> 09:0<|>0:00  Ann\nhi\n');
    await refuses('---\nauthor: No<|>ne\n---\n> 09:00:00  Ann\nhi\n');
    await refuses('---\ntitle: An<|>n\n---\n> 09:00:00  Ann\nhi\n');
    await refuses('> 09:00:00  Ann\nann<|>@example.org\n');
    await refuses('<|>');
  });

  it('is of the name of a tag', async () => {
    await check('> 09:00:00  Ann\n<!-- @tag a, <[风<|>控]> -->\n', '风控');
    await check('> 09:00:00  Ann\n<!-- @tag <["a, b"]><|>, c -->\n', 'a, b');
    await refuses('> 09:00:00  Ann\n<!-- @t<|>ag a -->\n');
    await refuses('> 09:00:00  Ann\n<!-- @note: <|>a -->\n');
  });
});
