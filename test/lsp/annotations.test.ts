import assert from 'node:assert/strict';
import { LSPErrorCodes, type TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { AnnotationsOfLog } from '../../server/src/features/annotations.js';
import { setLocale } from '../../server/src/l10n/l10n.js';
import { type MemoryServer, startMemoryServer } from '../support/memoryServer.js';

const FOLDER = 'file:///archive/';
const OPEN = `${FOLDER}2026-11-20-WeChat.txt`;
const CLOSED = `${FOLDER}2026-11-21-WeChat.txt`;
const LOG = '> 09:00:00  Ann\n\nhi\n\n<!-- @note Cid on "hi": why? -->\n<!-- @tag 春游 -->\n';
const FILES = { [OPEN]: LOG, [CLOSED]: '> 10:00:00  Ann\n\nhi\n\n<!-- @tag 春游 -->\n' };

describe('Annotations over LSP', () => {
  let server: MemoryServer;
  const start = async (locale = 'en'): Promise<void> => {
    const capabilities = { workspace: { workspaceEdit: { documentChanges: true } } };
    server = await startMemoryServer({ files: FILES, folder: FOLDER, capabilities, locale });
    server.open(LOG, OPEN);
  };
  afterEach(() => {
    server.close();
    setLocale(undefined);
  });
  const annotations = (): Promise<AnnotationsOfLog> =>
    server.client.sendRequest('chatlog/annotations', { textDocument: { uri: OPEN } });
  const edit = (version: number, change: object): Promise<WorkspaceEdit> =>
    server.client.sendRequest('chatlog/editAnnotation', { textDocument: { uri: OPEN, version }, change });

  it('are listed with the version that edits of them name', async () => {
    await start();
    const { version, threads, tags } = await annotations();
    assert.deepEqual([threads.length, tags.length, threads[0]?.notes[0]?.author], [1, 1, 'Cid']);
    const note = threads[0]?.notes[0]?.range;
    const [file] = (await edit(version, { kind: 'reply', note, text: 'so' })).documentChanges as TextDocumentEdit[];
    assert.equal(file?.textDocument.version, version);
    assert.deepEqual(file?.edits, [
      {
        range: { start: { line: 6, character: 0 }, end: { line: 6, character: 0 } },
        newText: '<!-- @note on "hi": so -->\n',
      },
    ]);
  });

  it('are not changed in another version than the editor’s, and it says why', async () => {
    await start('zh-cn');
    const { version, threads } = await annotations();
    const note = threads[0]?.notes[0]?.range;
    await assert.rejects(edit(version + 1, { kind: 'deleteNote', note }), {
      code: LSPErrorCodes.RequestFailed,
      message: '记录已有改动，请重试。',
    });
  });

  it('have their tags counted, found and renamed in closed logs too', async () => {
    await start();
    assert.deepEqual(await server.client.sendRequest('chatlog/tags', {}), [{ name: '春游', entries: 2 }]);
    const places: readonly object[] = await server.client.sendRequest('chatlog/entriesWithTag', { name: '春游' });
    assert.equal(places.length, 2);
    const renamed: WorkspaceEdit = await server.client.sendRequest('chatlog/renameTag', {
      name: '春游',
      newName: '秋游',
    });
    const files = renamed.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      files.map(({ textDocument, edits }) => [textDocument.uri, edits.length]),
      [
        [OPEN, 1],
        [CLOSED, 1],
      ],
    );
  });
});
