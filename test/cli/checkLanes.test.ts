import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { CheckLanes } from '../../server/src/cli/checkLanes.js';
import type { CheckOptions } from '../../server/src/cli/checkPaths.js';
import { built } from '../support/built.js';
import { BROKEN, GOOD } from '../support/invented.js';
import { runCli, temporaryLogs } from '../support/runCli.js';
import { startCli } from '../support/startCli.js';

const options: CheckOptions = { format: 'json', fixing: 'none', quiet: false, colour: false, version: '1.2.3' };

describe('CheckLanes', function () {
  this.timeout(20_000);
  const names = Array.from({ length: 250 }, (_, i) => `${String(i).padStart(3, '0')}-chat.txt`);
  const files = temporaryLogs({
    ...Object.fromEntries(names.map((name, i) => [name, i % 3 === 0 ? GOOD : BROKEN.replace('早', `${i}`)])),
    '100-chat.txt': Buffer.from([0xff, 0xfe, 0x41, 0x00]),
  });
  after(() => files.remove());

  it('gives other threads what waits, where there are enough logs', async function () {
    if (availableParallelism() < 2) this.skip();
    const lanes = new CheckLanes(built('dist/cli.js'), () => new Promise(() => {}), options);
    try {
      for (let found = 1; found <= names.length; found++) lanes.expect(found);
      const path = files.path('001-chat.txt');
      // This thread would never answer, and holds one of them.
      const answers = [1, 2, 3].map(() => lanes.check([path]));
      const [outcome] = await Promise.race(answers);
      assert.match(outcome?.text ?? '', /"code":"time-order"/);
    } finally {
      await lanes.end();
    }
  });

  it('starts no thread for a few logs', async () => {
    let here = 0;
    const inThisThread = async (): Promise<readonly []> => {
      here++;
      return [];
    };
    const lanes = new CheckLanes(built('dist/cli.js'), inThisThread, options);
    lanes.expect(99);
    await Promise.all([1, 2, 3].map(() => lanes.check([files.path('000-chat.txt')])));
    await lanes.end();
    assert.equal(here, 3);
  });

  it('tells what goes wrong', async () => {
    const lanes = new CheckLanes(undefined, () => Promise.reject(new Error('odd')), options);
    await assert.rejects(lanes.check(['a.txt']), /odd/);
  });

  for (const format of ['text', 'json', 'sarif', 'github']) {
    it(`changes nothing of the report, nor of its order: ${format}`, async () => {
      const alone = await runCli(['check', '--format', format, files.folder]);
      const { stdout, stderr, status } = startCli(['check', '--format', format, files.folder], { cwd: files.folder });
      assert.equal(stdout.replaceAll(/"version":"0[^"]*"/g, '"version":"1.2.3"'), alone.out);
      assert.equal(stderr, alone.err);
      assert.equal(status, alone.code);
    });
  }
});
