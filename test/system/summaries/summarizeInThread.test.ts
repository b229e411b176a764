import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ChatDocument, summarize } from '../../../server/src/language/index.js';
import { type SummarizedLog, summarizeInThread } from '../../../server/src/system/summaries/summarizeInThread.js';
import { built } from '../../support/built.js';

const program = built('dist/languageServer.js');

describe('Logs summed up in a thread', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chatlog-summaries-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

  async function read(...uris: readonly string[]): Promise<SummarizedLog[]> {
    const logs: SummarizedLog[] = [];
    for await (const log of summarizeInThread({ program, uris, folder: undefined })) logs.push(log);
    return logs;
  }

  it('have the summaries that they have anywhere, in their order', async () => {
    const texts = ['林一诺', 'Ann', '沈砚秋'].map((name) => `---\n---\n> 09:00:00  ${name}\n@何立 早\n`);
    const uris = texts.map((_, index) => uriOf(`2026-11-2${index}-WeChat.txt`));
    for (const [index, text] of texts.entries()) writeFileSync(new URL(uris[index] as string), text);
    const expected = texts.map((text, index) => {
      const uri = uris[index] as string;
      return { uri, summary: summarize(ChatDocument.parse(uri, 0, text)) };
    });
    assert.deepEqual(await read(...uris), expected);
  });

  it('have none where there is no file to read, and are none that are not on this machine', async () => {
    const gone = uriOf('2026-11-20-WeChat.txt');
    assert.deepEqual(await read(gone, 'vscode-vfs://github/x/2026-11-20-WeChat.txt'), [
      { uri: gone, summary: undefined },
    ]);
    assert.deepEqual(await read('vscode-vfs://github/x/2026-11-20-WeChat.txt'), []);
  });
});
