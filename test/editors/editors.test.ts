import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { built } from '../support/built.js';
import { FRONT_MATTER } from '../support/featureContext.js';

const BROKEN = `${FRONT_MATTER}> 09:00:00  林一诺\n早\n> 08:00:00  Ann\nhi\n> 09:00:01  Ann\nbye\n`;

/** What `neovim.lua` prints. */
interface Shown {
  readonly diagnostics: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  readonly symbols: readonly string[];
}

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

describe('Other editors', () => {
  const title = 'Neovim, told only how to start the server, shows problems and symbols';
  (hasNeovim ? it : it.skip)(hasNeovim ? title : `${title} (needs nvim on the PATH)`, async function () {
    this.timeout(40_000);
    const folder = mkdtempSync(join(tmpdir(), 'chatlog-'));
    try {
      const log = join(folder, '2026-11-20-WeChat.txt');
      writeFileSync(log, BROKEN);
      const script = resolve(import.meta.dirname ?? __dirname, 'neovim.lua');
      const editor = spawn('nvim', ['--headless', '--clean', '-n', '-c', `luafile ${script}`], {
        cwd: folder,
        env: {
          ...process.env,
          LOG: log,
          NODE: process.execPath,
          SERVER: built('dist/server.js'),
          LC_ALL: 'C.UTF-8',
          HOME: folder,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [printed, trouble] = await Promise.all([text(editor.stdout), text(editor.stderr), once(editor, 'exit')]);
      let shown: Shown;
      try {
        shown = JSON.parse(printed) as Shown;
      } catch {
        throw new Error(`Neovim printed no answer: ${printed}${trouble}`);
      }
      assert.deepEqual(
        shown.diagnostics.map(({ line, column, message }) => [line, column, message]),
        [[9, 2, '08:00:00 is earlier than 09:00:00, which stands before it.']],
      );
      const symbols = shown.symbols.join('\n');
      for (const name of ['Front matter', 'Ann', '09:00:01  bye', '林一诺', '09:00:00  早']) {
        assert.ok(symbols.includes(name), symbols);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
