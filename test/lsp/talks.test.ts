import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, InlayHint } from 'vscode-languageserver-protocol';
import { Inbox } from '../support/inbox.js';
import { logUri, type MemoryServer, startMemoryServer } from '../support/memoryServer.js';
import { TALK_ENTRIES } from '../support/talkLog.js';

describe('Talks and inlay hints over LSP', () => {
  let server: MemoryServer;
  afterEach(() => server.close());
  const textDocument = { uri: logUri };
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

  it('give lenses to a client that has the commands, and the action that one of these runs', async () => {
    server = await startMemoryServer({
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
      initializationOptions: { showsEntries: true, recordsTalks: true },
    });
    server.open(TALK_ENTRIES);
    const lenses = await server.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    const commands = lenses.map(({ command }) => command);
    assert.deepEqual(
      commands.map((command) => command?.command),
      ['chatlog.showEntries', 'chatlog.showEntries', 'chatlog.showEntries', 'chatlog.recordTalk'],
    );
    const [uri, position] = commands.at(-1)?.arguments ?? [];
    const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['refactor.rewrite.recordTalk'] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Record this talk: “清结算里的日切”'],
    );
  });

  it('give no lenses to a client without the commands', async () => {
    server = await startMemoryServer();
    server.open(TALK_ENTRIES);
    assert.deepEqual(await server.client.sendRequest('textDocument/codeLens', { textDocument }), []);
  });

  it('ask for the hints anew when the settings change', async () => {
    const refreshed = new Inbox<'refresh'>('a request to refresh');
    let pauses = 0;
    server = await startMemoryServer({
      capabilities: { workspace: { configuration: true, inlayHint: { refreshSupport: true } } },
      settings: () => ({ inlayHints: { pauses } }),
      onStart: (client) =>
        client.onRequest('workspace/inlayHint/refresh', () => {
          refreshed.add('refresh');
          return null;
        }),
    });
    server.open(TALK_ENTRIES);
    const labels = async (): Promise<unknown[]> => {
      const hints = await server.client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
      return hints.map(({ label }) => label);
    };
    await refreshed.next();
    assert.deepEqual(await labels(), []);
    pauses = 60;
    await server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed.next();
    assert.deepEqual(await labels(), ['— 4 h 25 min']);
  });
});
