import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? __dirname, '../..');

describe('Generated files', () => {
  it('are up to date', function () {
    this.timeout(20_000);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import=tsx', 'scripts/generate.mjs', '--check'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    assert.equal(status, 0, stdout + stderr);
  });
});
