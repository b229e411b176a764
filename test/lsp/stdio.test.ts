import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import {
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { built } from '../support/built.js';

const uri = 'file:///2026-11-20-WeChat.txt';

/** Says hello, asks for the symbols of a log, and says goodbye; the process must then end by itself. */
async function checkSession(child: ChildProcess, reader: MessageReader, writer: MessageWriter): Promise<void> {
  const ended = once(child, 'exit');
  const client = createProtocolConnection(reader, writer);
  client.listen();
  try {
    const { serverInfo, capabilities } = await client.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      locale: 'zh-cn',
    });
    assert.equal(serverInfo?.name, 'chatlog');
    assert.match(serverInfo?.version ?? '', /^\d+\.\d+\.\d+/);
    assert.equal(capabilities.documentSymbolProvider, true);
    await client.sendNotification('initialized', {});
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'chatlog', version: 1, text: '> 09:00:00  林一诺\n早[玫瑰]\n' },
    });
    const symbols = await client.sendRequest<{ name: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['发言人', '林一诺', '09:00:00  早[玫瑰]'],
    );
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    assert.deepEqual(await ended, [0, null]);
  } finally {
    client.dispose();
    child.kill();
  }
}

describe('dist/server.js', function () {
  this.timeout(20_000);

  const startStdio = (env = process.env) =>
    spawn(process.execPath, [built('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const checkStdio = (child: ChildProcess) =>
    checkSession(
      child,
      new StreamMessageReader(child.stdout as Readable),
      new StreamMessageWriter(child.stdin as Writable),
    );

  it('serves over standard input and output', () => checkStdio(startStdio()));

  it('has Node keep what it compiled for the next start, where Node can', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chatlog-'));
    try {
      await checkStdio(startStdio({ ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }));
      const kept = readdirSync(folder, { recursive: true });
      assert.equal(kept.length > 0, 'enableCompileCache' in module);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('serves over Node’s own channel between processes', async () => {
    const child = fork(built('dist/server.js'), ['--node-ipc'], { execArgv: [] });
    await checkSession(child, new IPCMessageReader(child), new IPCMessageWriter(child));
  });

  it('ends, and says that it was not asked to, when its client is gone', async () => {
    const child = startStdio();
    const ended = once(child, 'exit');
    child.stdin.end();
    assert.deepEqual(await ended, [1, null]);
  });
});
