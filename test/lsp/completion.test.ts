import assert from 'node:assert/strict';
import type { ClientCapabilities, CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { setLocale } from '../../server/src/l10n/l10n.js';
import { logUri, type MemoryServer, startMemoryServer } from '../support/memoryServer.js';

const OTHER = 'file:///archive/2026-11-19-WeChat.txt';
const LOG = '> 09:00:00  林一诺-青杉\n早\n> 09:01:00  沈砚秋\n\n';

describe('Completion over LSP', () => {
  let server: MemoryServer;
  afterEach(() => {
    server.close();
    setLocale(undefined);
  });

  const start = async (capabilities: ClientCapabilities, options: object = {}): Promise<void> => {
    const files = { [logUri]: LOG, [OTHER]: '> 09:00:00  顾南乔\n早\n' };
    server = await startMemoryServer({ files, folder: 'file:///archive/', capabilities, ...options });
    server.open(LOG);
  };
  const ask = (line: number, character: number): Promise<CompletionList | null> =>
    server.client.sendRequest('textDocument/completion', {
      textDocument: { uri: logUri },
      position: { line, character },
    });
  const labels = async (line: number, character: number): Promise<readonly string[]> =>
    ((await ask(line, character))?.items ?? []).map(({ label }) => label);

  it('says which signs call for it, and takes what the client can', async () => {
    const completionItem = { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true };
    await start(
      { textDocument: { completion: { completionItem } } },
      { initializationOptions: { suggestsAgain: true } },
    );
    const { completionProvider } = server.initialized.capabilities;
    assert.equal(completionProvider?.resolveProvider, true);
    for (const sign of ['>', '＞', '@', '[', '【', ':', '-'])
      assert.ok(completionProvider?.triggerCharacters?.includes(sign));
    server.change(2, { from: [3, 0], to: [3, 0], text: '<!-- @t' });
    const tag = (await ask(3, 7))?.items.find(({ label }) => label === '@tag');
    assert.ok(tag?.textEdit && 'insert' in tag.textEdit && tag.labelDetails && tag.insertTextFormat === 2);
    assert.equal(tag.command?.command, 'editor.action.triggerSuggest');
  });

  it('speaks plainly, and Chinese, to a client that can do nothing', async () => {
    await start({}, { locale: 'zh-cn' });
    server.change(2, { from: [3, 0], to: [3, 0], text: '@' });
    const [first] = (await ask(3, 1))?.items ?? [];
    assert.ok(first?.textEdit && 'range' in first.textEdit);
    assert.equal(first.detail, '本记录中的消息数：1，最近在 09:00:00');
    assert.equal(first.insertTextFormat, undefined);
  });

  it('follows the edits of an input method, and knows the other logs', async () => {
    await start({});
    await server.client.sendRequest('workspace/symbol', { query: '' });
    server.change(2, { from: [3, 0], to: [3, 0], text: '请问' });
    server.change(3, { from: [3, 2], to: [3, 2], text: '@' });
    assert.deepEqual(await labels(3, 3), ['@林一诺-青杉', '@顾南乔', '@沈砚秋']);
    // What is composed is put in, replaced with each key, and at last by what was chosen.
    server.change(4, { from: [3, 3], to: [3, 3], text: 'g' });
    server.change(5, { from: [3, 3], to: [3, 4], text: 'gu' });
    server.change(6, { from: [3, 3], to: [3, 5], text: '顾' });
    const item = (await ask(3, 4))?.items.find(({ label }) => label === '@顾南乔') as CompletionItem;
    assert.deepEqual(item.textEdit, {
      newText: '@顾南乔 ',
      range: { start: { line: 3, character: 2 }, end: { line: 3, character: 4 } },
    });
    server.change(7, { from: [3, 2], to: [3, 4], text: '' });
    server.change(8, { from: [3, 2], to: [3, 2], text: "zao'shang" });
    assert.deepEqual(await ask(3, 11), null);
    server.change(9, { from: [3, 2], to: [3, 11], text: '早上[' });
    assert.ok((await labels(3, 5)).includes('[玫瑰]'));
  });

  it('tells the details of a proposal when asked', async () => {
    await start({ textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } } });
    server.change(2, { from: [3, 0], to: [3, 0], text: '[' });
    const rose = (await ask(3, 1))?.items.find(({ label }) => label === '[玫瑰]');
    const resolved = await server.client.sendRequest<CompletionItem>('completionItem/resolve', rose);
    assert.deepEqual(resolved.documentation, { kind: 'markdown', value: '\\[玫瑰\\] \\[Rose\\]' });
  });
});
