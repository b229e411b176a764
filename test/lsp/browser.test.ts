import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { built } from '../support/built.js';

/** The globals of a web worker that the server uses, in front of a Node worker's port; Node's own are taken away. */
const SHIM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { createContext, runInContext } = require('node:vm');
  const scope = {
    postMessage: (message) => parentPort.postMessage(message),
    navigator: { language: 'zh-CN' },
    onmessage: null,
    addEventListener: () => {},
    setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, console,
    TextDecoder, TextEncoder, URL, MessageChannel, MessagePort, AbortController, performance,
  };
  scope.self = scope;
  const context = createContext(scope);
  runInContext(readFileSync(workerData, 'utf8'), context, { filename: workerData });
  parentPort.on('message', (data) => scope.onmessage({ data }));
`;

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: unknown;
}

describe('dist/languageServer.js', () => {
  it('serves in a web worker, without anything of Node', async function () {
    this.timeout(20_000);
    const worker = new Worker(SHIM, { eval: true, workerData: built('dist/languageServer.js') });
    const waiting = new Map<number, (answer: Answer) => void>();
    const failed = new Promise<never>((_, reject) => worker.once('error', reject));
    worker.on('message', (answer: Answer) => waiting.get(answer.id ?? -1)?.(answer));
    let id = 0;
    const notify = (method: string, params: object) => worker.postMessage({ jsonrpc: '2.0', method, params });
    const ask = async (method: string, params: object): Promise<unknown> => {
      id++;
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      worker.postMessage({ jsonrpc: '2.0', id, method, params });
      const { result, error } = await Promise.race([answered, failed]);
      assert.equal(error, undefined);
      return result;
    };
    try {
      const hello = (await ask('initialize', { processId: null, rootUri: null, capabilities: {} })) as {
        serverInfo?: { name?: string };
      };
      assert.equal(hello.serverInfo?.name, 'chatlog');
      notify('initialized', {});
      const uri = 'vscode-vfs://github/a/b/2026-11-20-WeChat.txt';
      notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'chatlog', version: 1, text: '> 09:00:00  林一诺\n早\n' },
      });
      const ranges = await ask('textDocument/foldingRange', { textDocument: { uri } });
      assert.deepEqual(ranges, [{ startLine: 0, endLine: 1 }]);
    } finally {
      await worker.terminate();
    }
  });
});
