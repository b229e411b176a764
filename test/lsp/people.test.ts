import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type Location,
  LSPErrorCodes,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { setLocale } from '../../server/src/l10n/l10n.js';
import { type MemoryServer, startMemoryServer } from '../support/memoryServer.js';

const FOLDER = 'file:///archive/';
const OPEN = `${FOLDER}2026-11-20-WeChat.txt`;
const CLOSED = `${FOLDER}2026-11-21-WeChat.txt`;
const CONFIG = `${FOLDER}.chatlog.yaml`;

const FILES = {
  [OPEN]: '> 09:00:00  林一诺-青杉科技\n早\n> 09:00:01  Ann\n@林一诺?早\n',
  [CLOSED]: '> 10:00:00  Ann\nhi\n> 10:00:01  林一诺-青杉科技\n@Ann?hi\n',
  [CONFIG]: 'speakers:\n  Ann: [安]\n',
};

const CAPABILITIES: ClientCapabilities = {
  textDocument: { definition: { linkSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

describe('People over LSP', () => {
  let server: MemoryServer;
  const start = async (capabilities: ClientCapabilities = CAPABILITIES): Promise<void> => {
    server = await startMemoryServer({ files: FILES, folder: FOLDER, capabilities });
    server.open(FILES[OPEN], OPEN);
  };
  const ask = <Result>(method: string, line: number, character: number, params: object = {}): Promise<Result> =>
    server.client.sendRequest(method, { textDocument: { uri: OPEN }, position: { line, character }, ...params });

  afterEach(() => {
    server.close();
    setLocale(undefined);
  });

  const at = (line: number, from: number, to: number): Range => ({
    start: { line, character: from },
    end: { line, character: to },
  });

  it('finds who is named in logs that are not open, too', async () => {
    await start();
    const params = { context: { includeDeclaration: true } };
    assert.deepEqual(await ask<Location[]>('textDocument/references', 0, 14, params), [
      { uri: OPEN, range: at(0, 12, 20) },
      { uri: OPEN, range: at(3, 1, 4) },
      { uri: CLOSED, range: at(2, 12, 20) },
    ]);
  });

  it('highlights, leads to whom a mention means, to their next entry, and selects', async () => {
    await start();
    assert.deepEqual(await ask('textDocument/documentHighlight', 3, 2), [
      { range: at(0, 12, 20), kind: 3 },
      { range: at(3, 1, 4), kind: 2 },
    ]);
    const definition = await ask<object[]>('textDocument/definition', 3, 2);
    assert.deepEqual(definition, [
      {
        originSelectionRange: at(3, 1, 4),
        targetUri: OPEN,
        targetRange: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } },
        targetSelectionRange: at(0, 12, 20),
      },
    ]);
    assert.deepEqual(await ask('chatlog/entryOfSpeaker', 3, 0, { direction: 'next' }), at(2, 12, 15));
    const [selection] = await ask<{ range: Range }[]>('textDocument/selectionRange', 0, 0, {
      positions: [{ line: 3, character: 2 }],
    });
    assert.deepEqual(selection?.range, at(3, 1, 4));
  });

  it('renames in all files, and has the user confirm what is not in the log', async () => {
    await start();
    assert.deepEqual(await ask('textDocument/prepareRename', 2, 15), { range: at(2, 12, 15), placeholder: 'Ann' });
    const edit = await ask<WorkspaceEdit>('textDocument/rename', 2, 15, { newName: 'Anna Lee' });
    const edits = edit.documentChanges as TextDocumentEdit[];
    assert.deepEqual(
      edits.map(({ textDocument, edits }) => [textDocument.uri, textDocument.version, edits.map(({ range }) => range)]),
      [
        [OPEN, 1, [at(2, 12, 15)]],
        [CLOSED, null, [at(0, 12, 15), at(3, 1, 4)]],
        [CONFIG, null, [at(1, 2, 5)]],
      ],
    );
    const [annotation] = Object.values(edit.changeAnnotations ?? {});
    assert.deepEqual(annotation, { label: 'In other logs of the archive', needsConfirmation: true });
  });

  it('gives a client plain edits and locations that takes no others', async () => {
    await start({});
    const edit = await ask<WorkspaceEdit>('textDocument/rename', 2, 15, { newName: 'Anna' });
    assert.deepEqual(Object.keys(edit), ['changes']);
    assert.deepEqual(Object.keys(edit.changes ?? {}), [OPEN, CLOSED, CONFIG]);
    assert.deepEqual(await ask('textDocument/definition', 3, 2), [{ uri: OPEN, range: at(0, 12, 20) }]);
  });

  it('says why it can’t rename', async () => {
    await start();
    const code = LSPErrorCodes.RequestFailed;
    await assert.rejects(ask('textDocument/prepareRename', 1, 0), { code, message: /^Only names of speakers/ });
    await assert.rejects(ask('textDocument/rename', 1, 0, { newName: 'Bob' }), { code });
    await assert.rejects(ask('textDocument/rename', 2, 15, { newName: ' ' }), { code, message: /^A speaker’s name/ });
    // It lives.
    assert.ok(await ask('textDocument/prepareRename', 2, 15));
  });

  it('follows what is typed', async () => {
    await start();
    await server.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: OPEN, version: 2 },
      contentChanges: [{ range: at(3, 0, 4), text: '@Ann' }],
    });
    const params = { context: { includeDeclaration: true } };
    const found = await ask<Location[]>('textDocument/references', 2, 13, params);
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [
        [OPEN, 2],
        [OPEN, 3],
        [CLOSED, 0],
        [CLOSED, 3],
      ],
    );
  });
});
