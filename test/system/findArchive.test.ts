import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { archiveHolds, findArchive } from '../../server/src/system/findArchive.js';
import { GOOD } from '../support/invented.js';
import { temporaryLogs } from '../support/runCli.js';

const tree = {
  'a/2026-11-20-WeChat.txt': GOOD,
  'a/2026-11-19-chat.txt': 'not even a log\n',
  'a/notes.txt': 'milk, bread\n',
  'a/talk.TXT': GOOD,
  'a/deep/er/2026-11-21-WeChat.txt': GOOD,
  'a/.hidden/2026-11-20-WeChat.txt': GOOD,
  'a/.2026-11-20-WeChat.txt': GOOD,
  'a/node_modules/x/2026-11-20-WeChat.txt': GOOD,
  'ignoring/.gitignore': 'drafts/\n*-chat.txt\n',
  'ignoring/drafts/2026-11-20-WeChat.txt': GOOD,
  'ignoring/2026-11-20-chat.txt': GOOD,
  'ignoring/2026-11-20-WeChat.txt': GOOD,
  'odd/聊天 (1)/名 [1]!.txt': GOOD,
  "odd/it's 100%#.txt": GOOD,
  'named/.chatlog.yaml': "files:\n  patterns: ['*.log']\n",
  'named/x.log': '> 09:00:00  Ann\nhi\n',
  'named/x.md': '> 09:00:00  Ann\nhi\n',
  'wrong/.chatlog.yaml': 'files: [\n',
  'wrong/2026-11-20-WeChat.txt': GOOD,
};

describe('The archive in a folder', () => {
  const files = temporaryLogs(tree);
  const under = (path: string): string => pathToFileURL(join(files.folder, path)).href;
  before(() => {
    mkdirSync(join(files.folder, 'linked'));
    symlinkSync(join(files.folder, 'a'), join(files.folder, 'linked/to'));
    symlinkSync(join(files.folder, 'a/2026-11-20-WeChat.txt'), join(files.folder, 'linked/2026-11-20-WeChat.txt'));
  });
  after(() => files.remove());

  /** What is found is what the archive holds, and of all other files it holds none. */
  async function check(folder: string, expected: readonly string[]): Promise<void> {
    const root = under(folder);
    const found: string[] = [];
    for await (const uri of findArchive(root)) found.push(uri);
    const paths = found.map((uri) =>
      fileURLToPath(uri)
        .slice(files.folder.length + 1)
        .replaceAll('\\', '/'),
    );
    assert.deepEqual(
      paths.sort(),
      expected.map((path) => `${folder}/${path}`),
    );
    for (const uri of found) assert.equal(await archiveHolds(root, uri), true, uri);
    for (const path of Object.keys(tree)) {
      if (!paths.includes(path)) assert.equal(await archiveHolds(root, under(path)), false, path);
    }
  }

  it('are its logs, and those in its folders, but for hidden ones', () =>
    check('a', ['2026-11-19-chat.txt', '2026-11-20-WeChat.txt', 'deep/er/2026-11-21-WeChat.txt', 'talk.TXT']));

  it('are none that .gitignore names', () => check('ignoring', ['2026-11-20-WeChat.txt']));

  it('are also what the configuration names', () => check('named', ['x.log']));

  it('are found where the configuration is wrong', () => check('wrong', ['2026-11-20-WeChat.txt']));

  it('are found under links to files, not to folders', () => check('linked', ['2026-11-20-WeChat.txt']));

  it('have URIs as VS Code writes them, within the folder as it was given', async () => {
    const root = `${under('odd').replace('odd', '%6Fdd')}/`;
    const found: string[] = [];
    for await (const uri of findArchive(root)) found.push(uri.slice(root.length));
    assert.deepEqual(found, ['it%27s%20100%25%23.txt', '%E8%81%8A%E5%A4%A9%20%281%29/%E5%90%8D%20%5B1%5D%21.txt']);
    for (const uri of found) assert.equal(await archiveHolds(root, root + uri), true, uri);
  });

  it('are none where there is no folder, or none on this machine', async () => {
    for (const folder of [under('missing'), under('a/notes.txt'), 'vscode-vfs://host/archive']) {
      for await (const uri of findArchive(folder)) assert.fail(uri);
      assert.equal(await archiveHolds(folder, `${folder}/2026-11-20-WeChat.txt`), false);
    }
  });
});
