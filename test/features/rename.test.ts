import assert from 'node:assert/strict';
import type { ClientTraits } from '../../server/src/features/feature.js';
import { ChatDocument } from '../../server/src/language/index.js';
import { configUri, logUri, readLogs, type Surroundings } from '../support/archiveContext.js';
import { readMarkers } from '../support/markers.js';
import { applied, renameIn } from '../support/renameIn.js';

/** Checks a rename of what stands at `<|>` in the first log. */
async function check(
  marked: readonly string[],
  newName: string,
  expected: readonly string[],
  surroundings: Surroundings = {},
): Promise<void> {
  const { text, cursors } = readMarkers(marked[0] ?? '');
  const logs = readLogs([text, ...marked.slice(1)]);
  const edit = await renameIn(logs, cursors[0] ?? 0, newName, surroundings);
  const config =
    surroundings.config === undefined
      ? []
      : ([[configUri, ChatDocument.parse(configUri, 0, surroundings.config)]] as const);
  assert.deepEqual([...applied(new Map([...logs, ...config]), edit).values()], expected);
}

const ANN = '> 09:00:00  Ann\nhi\n';

describe('Renaming', () => {
  it('changes headers and mentions, and leaves ordinary text', () =>
    check(
      ['> 09:00:00  A<|>nn  \nI am Ann\n> 09:00:01  Bob\n@Ann?hi, @Annie, Ann@example.org\n> 09:00:02  Ann\n'],
      'Anna Lee',
      [
        '> 09:00:00  Anna Lee  \nI am Ann\n> 09:00:01  Bob\n@Anna Lee?hi, @Annie, Ann@example.org\n> 09:00:02  Anna Lee\n',
      ],
    ));

  it('changes the front matter', () =>
    check(
      ['---\nauthor: Ann\ntalks: [{title: Ann, speaker: Ann}]\nspeakers: {"Ann": [安]}\n---\n> 09:00:00  A<|>nn\nhi\n'],
      'Li: 安',
      [
        '---\nauthor: "Li: 安"\ntalks: [{title: Ann, speaker: "Li: 安"}]\nspeakers: {"Li: 安": [安]}\n---\n> 09:00:00  Li: 安\nhi\n',
      ],
    ));

  it('leaves other names of the person', () =>
    check(
      ['> 09:00:00  A<|>nn\nhi\n> 09:00:00  安\n@Ann\n'],
      'Anna',
      ['> 09:00:00  Anna\nhi\n> 09:00:00  安\n@Anna\n'],
      {
        speakers: { Ann: ['安'] },
      },
    ));

  it('changes the other logs of the archive, and .chatlog.yaml', () =>
    check(
      [
        '> 09:00:00  A<|>nn\nhi\n',
        '> 09:00:00  Bob\n@Ann\n',
        ANN,
        '> 09:00:00  Bob\nAnn\n',
        '---\nspeakers: {Bob: [Ann]}\n---\n',
      ],
      'Anna',
      [
        '> 09:00:00  Anna\nhi\n',
        '> 09:00:00  Bob\n@Anna\n',
        '> 09:00:00  Anna\nhi\n',
        '> 09:00:00  Bob\nAnn\n',
        '---\nspeakers: {Bob: [Anna]}\n---\n',
        'speakers:\n  Anna: [安]\nrules: {}\n',
      ],
      { speakers: { Ann: ['安'] }, config: 'speakers:\n  Ann: [安]\nrules: {}\n' },
    ));

  it('refuses what can be no name', async () => {
    const logs = readLogs([ANN]);
    for (const name of ['', ' ', ' Ann', 'Ann\n', 'A\rnn']) {
      await assert.rejects(renameIn(logs, 13, name), { name: 'Refusal' }, JSON.stringify(name));
    }
    await assert.rejects(renameIn(logs, 17, 'Bob'), { name: 'Refusal', message: /^Only names/ });
  });

  /** What the user sees before the rename: of each file its version, and what is asked of its edits. */
  async function asked(
    texts: readonly string[],
    newName: string,
    client?: Partial<ClientTraits>,
    config?: string,
  ): Promise<[uri: string, version: number | null, label: string | undefined][]> {
    const edit = await renameIn(readLogs(texts), 13, newName, { ...(client && { client }), ...(config && { config }) });
    return (edit?.documentChanges ?? []).map((change) => {
      assert.ok('edits' in change);
      const ids = new Set(change.edits.map((one) => ('annotationId' in one ? one.annotationId : undefined)));
      assert.equal(ids.size, 1);
      const annotation = edit?.changeAnnotations?.[[...ids][0] ?? ''];
      assert.ok(!annotation || annotation.needsConfirmation);
      return [change.textDocument.uri, change.textDocument.version, annotation?.label];
    });
  }

  const OTHERS = 'In other logs of the archive';

  it('asks about other files, and names the version of what is open', async () => {
    assert.deepEqual(await asked([ANN, ANN], 'Anna', {}, 'speakers: {Ann: []}'), [
      [logUri(0), 7, undefined],
      [logUri(1), null, OTHERS],
      [configUri, null, OTHERS],
    ]);
    assert.deepEqual(await asked([ANN, '> 09:00:00  Bob\nhi\n'], 'Anna', {}, 'rules: {}'), [[logUri(0), 7, undefined]]);
  });

  it('asks about everything where two names become one', async () => {
    const label = (name: string): string => `“${name}” is a name in these logs already: the two become one`;
    const both = (name: string): unknown => [
      [logUri(0), 7, label(name)],
      [logUri(1), null, label(name)],
    ];
    for (const other of [
      '> 09:00:00  Bob\n@Ann\n',
      '> 09:00:00  Kim\n@Bob @Ann\n',
      '---\nspeakers: {Kim: [Bob]}\n---\n> 09:00:00  Kim\n@Ann\n',
    ]) {
      assert.deepEqual(await asked([ANN, other], 'Bob'), both('Bob'), other);
    }
    // Once there is somebody of that name, the mention would be theirs.
    assert.deepEqual(await asked([ANN, '> 09:00:00  Kim\n@Bob Lee @Ann\n'], 'Bob Lee'), both('Bob Lee'));
    assert.deepEqual(await asked([ANN, '> 09:00:00  Kim\n@Bob L. @Ann\n'], 'Bob Lee'), [
      [logUri(0), 7, undefined],
      [logUri(1), null, OTHERS],
    ]);
  });

  it('asks nothing of clients that can’t be asked', async () => {
    assert.deepEqual(await asked([ANN, ANN], 'Anna', { annotatedEdits: false }), [
      [logUri(0), 7, undefined],
      [logUri(1), null, undefined],
    ]);
    const edit = await renameIn(readLogs([ANN, ANN]), 13, 'Anna', { client: { versionedEdits: false } });
    const range = { start: { line: 0, character: 12 }, end: { line: 0, character: 15 } };
    const edits = [{ range, newText: 'Anna' }];
    assert.deepEqual(edit, { changes: { [logUri(0)]: edits, [logUri(1)]: edits } });
  });

  it('changes a tag in all logs, and no name', () =>
    check(
      ['> 09:00:00  a\n<!-- @tag <|>a, b -->\n', '> 09:00:00  Ann\n@a\n<!-- @tag a -->\n', '> 09:00:00  a\nhi\n'],
      '春游',
      ['> 09:00:00  a\n<!-- @tag 春游, b -->\n', '> 09:00:00  Ann\n@a\n<!-- @tag 春游 -->\n', '> 09:00:00  a\nhi\n'],
    ));
});
