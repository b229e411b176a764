import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { GOOD } from '../support/invented.js';
import { runCli, temporaryLogs } from '../support/runCli.js';

describe('chatlog format', () => {
  let files = temporaryLogs({});
  beforeEach(() => {
    files = temporaryLogs({ 'a.txt': GOOD, 'odd.txt': Buffer.from([...Buffer.from(GOOD), 0xff]) });
  });
  afterEach(() => files.remove());
  const read = (name: string): string => readFileSync(files.path(name), 'utf8');
  const inked = (text: string): string => text.replace(/\s/g, '');

  it('gives logs the canonical spacing, says which, and changes nothing the second time', async () => {
    const path = files.path('a.txt');
    const first = await runCli(['format', path]);
    assert.deepEqual(first, { code: 0, out: `${path}\nLogs looked at: 1; formatted: 1.\n`, err: '' });
    assert.notEqual(read('a.txt'), GOOD);
    assert.equal(inked(read('a.txt')), inked(GOOD));
    const { mtimeNs } = statSync(path, { bigint: true });
    assert.deepEqual(await runCli(['format', path]), { code: 0, out: 'Logs looked at: 1; formatted: 0.\n', err: '' });
    assert.equal(statSync(path, { bigint: true }).mtimeNs, mtimeNs);
  });

  it('with --check changes nothing, and has exit code 1 where it would', async () => {
    const path = files.path('a.txt');
    const before = await runCli(['format', '--check', path]);
    assert.deepEqual(before, { code: 1, out: `${path}\nLogs looked at: 1; to be formatted: 1.\n`, err: '' });
    assert.equal(read('a.txt'), GOOD);
    await runCli(['format', path]);
    assert.equal((await runCli(['format', '--check', path])).code, 0);
  });

  it('formats the standard input', async () => {
    await runCli(['format', files.path('a.txt')]);
    const formatted = { code: 0, out: read('a.txt'), err: '' };
    assert.deepEqual(await runCli(['format', '--stdin'], { stdin: GOOD }), formatted);
    assert.deepEqual(await runCli(['format', '--stdin'], { stdin: read('a.txt') }), formatted);
    assert.deepEqual(await runCli(['format', '--stdin', '--check'], { stdin: GOOD }), { code: 1, out: '', err: '' });
  });

  it('leaves alone what is not UTF-8, with exit code 2', async () => {
    const bytes = readFileSync(files.path('odd.txt'));
    const { code, err } = await runCli(['format', files.path('odd.txt'), files.path('a.txt')]);
    assert.equal(code, 2);
    assert.match(err, /is not UTF-8, so it is left as it is\.\n$/);
    assert.deepEqual(readFileSync(files.path('odd.txt')), bytes);
    assert.notEqual(read('a.txt'), GOOD);
  });
});
