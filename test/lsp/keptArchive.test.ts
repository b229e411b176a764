import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { built } from '../support/built.js';

const LOGS = 60;
const EARLIER = new Date('2020-11-20T12:00:00Z');

describe('The archive of dist/server.js', function () {
  this.timeout(20_000);
  let folder: string;
  let archiveFolder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chatlog-archive-'));
    archiveFolder = mkdtempSync(join(tmpdir(), 'chatlog-kept-'));
    for (let index = 0; index < LOGS; index++) write(index, 'Ann');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    rmSync(archiveFolder, { recursive: true });
  });

  /** Writes a log that was last changed long ago. */
  function write(index: number, speaker: string): void {
    const path = join(folder, `${index}-WeChat.txt`);
    writeFileSync(path, `---\n---\n> 09:00:00  ${speaker}\nhi\n`);
    utimesSync(path, EARLIER, EARLIER);
  }

  /** How many logs a server that starts now finds somebody in, one that was started before having ended. */
  async function countOf(initializationOptions: object, ...speakers: readonly string[]): Promise<readonly number[]> {
    const child = spawn(process.execPath, [built('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    client.listen();
    try {
      const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'logs' }];
      const params = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders };
      await client.sendRequest('initialize', { ...params, initializationOptions });
      await client.sendNotification('initialized', {});
      const counts: number[] = [];
      for (const query of speakers) {
        counts.push((await client.sendRequest<SymbolInformation[]>('workspace/symbol', { query })).length);
      }
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      await ended;
      return counts;
    } finally {
      client.dispose();
      child.kill();
    }
  }

  it('is kept from one start to the next, at which only what changed is read', async () => {
    assert.deepEqual(await countOf({ archiveFolder }, 'Ann', 'Bob'), [LOGS, 0]);
    // All are other logs now, but only the last looks so.
    for (let index = 0; index < LOGS - 1; index++) write(index, 'Bob');
    write(LOGS - 1, 'Bobby');
    assert.deepEqual(await countOf({ archiveFolder }, 'Ann', 'Bob'), [LOGS - 1, 1]);
  });

  it('is read at each start for a client that names no folder', async () => {
    assert.deepEqual(await countOf({}, 'Ann', 'Bob'), [LOGS, 0]);
    for (let index = 0; index < LOGS; index++) write(index, 'Bob');
    assert.deepEqual(await countOf({}, 'Ann', 'Bob'), [0, LOGS]);
    assert.deepEqual(readdirSync(archiveFolder), []);
  });
});
