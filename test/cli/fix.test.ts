import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { BROKEN, GOOD, REPAIRED } from '../support/invented.js';
import { runCli, temporaryLogs } from '../support/runCli.js';
import { startCli } from '../support/startCli.js';

const GUESS = `${GOOD}\n> 09:05  Bob\n\nhi\n`;

describe('chatlog check --fix', () => {
  let files = temporaryLogs({});
  beforeEach(() => {
    files = temporaryLogs({ 'broken.txt': BROKEN, 'good.txt': GOOD, 'guess.txt': GUESS });
  });
  afterEach(() => files.remove());

  const fix = (...argv: string[]) => runCli(['check', '--fix', ...argv]);
  const read = (name: string): string => readFileSync(files.path(name), 'utf8');
  const names = (): string[] => readdirSync(files.folder).sort();

  it('repairs what can be repaired safely, reports what is left, and tells so', async () => {
    const { code, out, err } = await fix(files.path('broken.txt'), files.path('good.txt'));
    assert.deepEqual([code, err, read('broken.txt'), read('good.txt')], [1, '', REPAIRED, GOOD]);
    assert.doesNotMatch(out, /header-malformed/);
    assert.match(out, /time-order/);
    assert.ok(out.endsWith('\nLogs checked: 2; errors: 1, warnings: 0.\nLogs repaired: 1.\n'), out);
    assert.deepEqual(names(), ['broken.txt', 'good.txt', 'guess.txt']);
  });

  it('says before what it could repair', async () => {
    const { out } = await runCli(['check', files.path('broken.txt')]);
    assert.ok(out.endsWith('\nLogs checked: 1; errors: 2, warnings: 0.\n“--fix” can repair 1 of these.\n'), out);
    assert.equal(read('broken.txt'), BROKEN);
  });

  it('has nothing to do the second time, and leaves the file alone then', async () => {
    await fix(files.path('broken.txt'));
    const before = statSync(files.path('broken.txt'), { bigint: true });
    const { out } = await fix(files.path('broken.txt'));
    const { ino, mtimeNs } = statSync(files.path('broken.txt'), { bigint: true });
    assert.deepEqual([ino, mtimeNs], [before.ino, before.mtimeNs]);
    assert.doesNotMatch(out, /repaired/);
  });

  it('makes other fixes only where they are asked for', async () => {
    const safe = await fix(files.path('guess.txt'));
    assert.deepEqual([safe.code, read('guess.txt')], [1, GUESS]);
    const { code } = await runCli(['check', '--unsafe-fixes', files.path('guess.txt')]);
    assert.deepEqual([code, read('guess.txt')], [0, `${GOOD}\n> 09:05:00  Bob\n\nhi\n`]);
  });

  it('keeps byte order mark and line breaks', async () => {
    const text = `\ufeff${BROKEN.replaceAll('\n', '\r\n')}`;
    writeFileSync(files.path('broken.txt'), text);
    await runCli(['check', '--fix', files.path('broken.txt')]);
    assert.equal(read('broken.txt').replace(/^\ufeff/, ''), REPAIRED.replaceAll('\n', '\r\n'));
  });

  it('keeps the mode, and writes through a link', async function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(files.path('broken.txt'), 0o664);
    symlinkSync('broken.txt', files.path('link.txt'));
    await fix(files.path('link.txt'));
    assert.equal(statSync(files.path('broken.txt')).mode & 0o777, 0o664);
    assert.ok(lstatSync(files.path('link.txt')).isSymbolicLink());
    assert.equal(readlinkSync(files.path('link.txt')), 'broken.txt');
    assert.equal(read('broken.txt'), REPAIRED);
  });

  it('puts a new file in the old one’s place, so that whoever reads it has all of either', async () => {
    const before = statSync(files.path('broken.txt')).ino;
    await fix(files.path('broken.txt'));
    assert.notEqual(statSync(files.path('broken.txt')).ino, before);
    assert.deepEqual(names(), ['broken.txt', 'good.txt', 'guess.txt']);
  });

  it('never writes a file that is not UTF-8, and says so', async () => {
    const gbk = Buffer.concat([Buffer.from(`${GOOD}>09:00:01  Ann\n`), Buffer.from([0xd4, 0xe7, 0x0a])]);
    const utf16 = Buffer.from(`\ufeff${BROKEN}`, 'utf16le');
    const rubbish = Buffer.concat([Buffer.from(BROKEN), Buffer.from([0xff, 0x0a])]);
    for (const [name, bytes, encoding] of [
      ['gbk.txt', gbk, ' but seems to be GB18030'],
      ['utf16.txt', utf16, ' but seems to be UTF-16'],
      ['rubbish.txt', rubbish, ''],
    ] as const) {
      writeFileSync(files.path(name), bytes);
      const { err } = await fix('--unsafe-fixes', files.path(name));
      assert.equal(err, `chatlog: “${files.path(name)}” is not UTF-8${encoding}, so it is left as it is.\n`);
      assert.deepEqual(readFileSync(files.path(name)), bytes);
    }
  });

  it('has exit code 2, says why, reports what is there, and goes on, where it can’t write', function () {
    if (process.platform === 'win32') this.skip();
    // The superuser may write anywhere, so that one runs the command as somebody else.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    for (const folder of ['closed', 'open']) mkdirSync(files.path(folder));
    for (const path of ['closed/a.txt', 'open/a.txt', 'open/b.txt']) writeFileSync(files.path(path), BROKEN);
    for (const path of ['closed/a.txt', 'open/b.txt']) chmodSync(files.path(path), 0o666);
    chmodSync(files.path('open/a.txt'), 0o444);
    chmodSync(files.path('closed'), 0o555);
    chmodSync(files.path('open'), 0o777);
    chmodSync(files.folder, 0o755);
    const paths = ['closed/a.txt', 'open/a.txt', 'open/b.txt'];
    const { status, stdout, stderr } = startCli(['check', '--fix', ...paths], { cwd: files.folder, user });
    chmodSync(files.path('closed'), 0o755);
    assert.equal(status, 2, stderr);
    assert.equal(stderr, 'chatlog: “closed/a.txt” may not be written.\nchatlog: “open/a.txt” may not be written.\n');
    assert.equal(stdout.match(/header-malformed/g)?.length, 2);
    assert.deepEqual(paths.map(read), [BROKEN, BROKEN, REPAIRED]);
    assert.deepEqual(readdirSync(files.path('open')).sort(), ['a.txt', 'b.txt']);
  });

  it('writes no pipe and no device', async function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(spawnSync('mkfifo', [files.path('pipe')]).status, 0);
    const writer = spawn('sh', ['-c', 'cat "$0" > "$1"', files.path('broken.txt'), files.path('pipe')], {
      stdio: 'ignore',
    });
    const written = once(writer, 'exit');
    const { code, err } = await fix(files.path('pipe'));
    assert.equal(code, 2);
    assert.equal(err, `chatlog: “${files.path('pipe')}” is no file that could be written.\n`);
    await written;
  });

  it('repairs many faults at once in no more time than their number asks for', async function () {
    this.timeout(20_000);
    writeFileSync(files.path('many.txt'), '>09:00:00  Ann\nhi\n'.repeat(20_000));
    await fix('--quiet', '--format', 'json', files.path('many.txt'));
    assert.match(read('many.txt'), /(> 09:00:00 {2}Ann\nhi\n){20000}$/);
  });
});

describe('chatlog check --stdin', () => {
  const check = (stdin: string | Uint8Array, ...argv: string[]) => runCli(['check', '--stdin', ...argv], { stdin });

  it('checks what it reads, under the name that is given', async () => {
    const { code, out } = await check(BROKEN, '--format', 'json', '--stdin-filename', 'a b.txt');
    assert.equal(code, 1);
    const [{ file, diagnostics }] = JSON.parse(out);
    assert.deepEqual([file, diagnostics.length], ['a b.txt', 2]);
    assert.match((await check(BROKEN)).out, /^<stdin>:10:1: error: /);
    assert.equal((await check(GOOD)).code, 0);
  });

  it('writes the repaired text to the standard output, the report to the standard error', async () => {
    const { code, out, err } = await check(BROKEN, '--fix');
    assert.deepEqual([code, out], [1, REPAIRED]);
    assert.match(err, /^<stdin>:12:3: error: 08:00:00 is earlier/);
    assert.deepEqual(await check(GOOD, '--fix', '--quiet'), { code: 0, out: GOOD, err: '' });
    assert.equal((await check('', '--fix')).out, '');
  });

  it('writes bytes that are not UTF-8 as they are', async () => {
    const bytes = Buffer.from([...Buffer.from(BROKEN), 0xff]);
    const { out, err } = await check(bytes, '--fix');
    assert.equal(out, bytes.toString('utf8'));
    assert.match(err, /^chatlog: “<stdin>” is not UTF-8, so it is left as it is\.\n/);
  });

  it('has exit code 2 where options and names don’t go together', async () => {
    for (const argv of [['--stdin', 'a.txt'], ['--stdin-filename', 'a.txt'], ['--stdin-filename']]) {
      const { code, out, err } = await runCli(['check', ...argv]);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, /^chatlog: [^\n]+[.”]\n$/);
    }
  });
});
