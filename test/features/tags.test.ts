import assert from 'node:assert/strict';
import { toSpan } from '../../server/src/features/convert.js';
import { Refusal } from '../../server/src/features/feature.js';
import { entriesWithTag } from '../../server/src/features/workspace/entriesWithTag.js';
import { renameTag } from '../../server/src/features/workspace/renameTag.js';
import { tags } from '../../server/src/features/workspace/tags.js';
import { applyChanges } from '../../server/src/language/index.js';
import { archiveContext, logUri, readLogs } from '../support/archiveContext.js';

const day = (date: string, entries: string): string => `---\ntitle: "${date}-WeChat"\n---\n${entries}`;
const TEXTS = [
  day('2026-11-21', '> 09:00:00  Ann\nhi\n<!-- @tag b, 春游 -->\n> 09:00:01  Bo\n<!-- @tag 春游 -->\n'),
  day('2026-11-20', '> 08:00:00  Ann\nhi\n<!-- @tag 春游, a -->\n'),
  day('2026-11-22', '> 08:00:00  Ann\nhi 春游\n'),
];
const logs = readLogs(TEXTS);
const context = archiveContext(logs);

/** Checks which logs a renaming changes, and to what, and whether it is to be confirmed. */
async function check(name: string, newName: string, expected: readonly string[], isConfirmed = false): Promise<void> {
  const edit = await renameTag.answer({ name, newName }, context);
  const after = new Map([...logs].map(([uri, { text }]) => [uri, text]));
  for (const file of edit?.documentChanges ?? []) {
    assert.ok('edits' in file);
    const document = logs.get(file.textDocument.uri);
    assert.ok(document);
    assert.equal(file.textDocument.version, document.version || null);
    const changes = file.edits.map((one) => ({
      ...toSpan(document, one.range),
      insert: 'newText' in one ? one.newText : '',
    }));
    after.set(document.uri, applyChanges(document.text, changes));
  }
  assert.deepEqual([...after.values()], expected);
  assert.equal(edit?.changeAnnotations !== undefined, isConfirmed);
}

describe('The tags of an archive', () => {
  it('are listed with the number of their entries', async () =>
    assert.deepEqual(await tags.answer({}, context), [
      { name: '春游', entries: 3 },
      { name: 'a', entries: 1 },
      { name: 'b', entries: 1 },
    ]));

  it('lead to the headers of their entries, the oldest log first', async () => {
    const found = await entriesWithTag.answer({ name: '春游' }, context);
    const shown = found.map(({ uri, range }) => {
      const document = logs.get(uri);
      return [uri, document?.slice(toSpan(document, range))];
    });
    assert.deepEqual(shown, [
      [logUri(1), '> 08:00:00  Ann'],
      [logUri(0), '> 09:00:00  Ann'],
      [logUri(0), '> 09:00:01  Bo'],
    ]);
    assert.deepEqual(await entriesWithTag.answer({ name: 'x' }, context), []);
  });

  it('are renamed in all logs', async () => {
    await check(
      '春游',
      '秋游',
      TEXTS.map((text) => text.replace(/(@tag.*)春游/g, '$1秋游')),
    );
    await check(
      '春游',
      'x, y',
      TEXTS.map((text) => text.replace(/(@tag.*)春游/g, '$1"x, y"')),
    );
    await check('x', 'y', TEXTS);
  });

  it('become one only when the user confirms it', () =>
    check(
      'b',
      'a',
      TEXTS.map((text) => text.replace('b, 春', 'a, 春')),
      true,
    ));

  it('are not renamed to what can be no tag', async () => {
    await assert.rejects(renameTag.answer({ name: 'a', newName: ' ' }, context), Refusal);
    await assert.rejects(renameTag.answer({ name: 'a', newName: 'b\nc' }, context), Refusal);
  });
});
