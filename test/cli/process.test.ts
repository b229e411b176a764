import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { built, projectRoot } from '../support/built.js';
import { temporaryLogs } from '../support/runCli.js';

const BROKEN = '> 09:00:00  林一诺\n早\n> 08:00:00  Ann\nhi\n> 09:00:01  Ann\nbye\n';

describe('dist/cli.js', function () {
  this.timeout(20_000);
  const logs = temporaryLogs({
    'broken.txt': BROKEN,
    'many.txt': '>09:00:00  Ann\nhi\n'.repeat(20_000),
  });
  after(() => logs.remove());

  const start = (...argv: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [built('dist/cli.js'), ...argv], {
      cwd: logs.folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LC_ALL: 'zh_CN.UTF-8' },
      maxBuffer: 1 << 28,
    });

  it('reports in the language of the environment, with its exit code', () => {
    const { status, stdout, stderr } = start('check', 'broken.txt');
    assert.deepEqual([status, stderr], [1, '']);
    assert.match(stdout, /^broken\.txt:3:3: 错误: 08:00:00 早于前面的 09:00:00/m);
  });

  it('knows its version', () => {
    const { version } = JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8'));
    assert.deepEqual(start('--version').stdout, `${version}\n`);
  });

  it('says what is wrong on the standard error, in the language of the environment', () => {
    const { status, stdout, stderr } = start('check', 'no-such.txt');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^chatlog: 没有文件“no-such\.txt”。\n$/);
  });

  it('writes all it has to say, however much, before it ends', async () => {
    const { status, stdout } = start('check', '--format', 'json', 'many.txt');
    assert.equal(status, 1);
    assert.ok(JSON.parse(stdout)[0].diagnostics.length >= 20_000);
  });

  it('ends without a word where nobody reads on', async () => {
    const child = spawn(process.execPath, [built('dist/cli.js'), 'check', 'many.txt'], { cwd: logs.folder });
    const ended = once(child, 'exit');
    const trouble = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    await ended;
    assert.equal(await trouble, '');
  });

  it('begins as a program does', () => {
    assert.match(readFileSync(built('dist/cli.js'), 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });
});
