import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KeptSummaries } from '../../../server/src/system/summaries/keptSummaries.js';
import { readSealed, writeSealed } from '../../../server/src/system/summaries/sealedLines.js';

const spoken = (name: string): string => `---\n---\n> 09:00:00  ${name}\nhi\n`;
const [EARLIER, LATER] = [new Date('2020-11-20T12:00:00Z'), new Date('2020-11-21T12:00:00Z')];

describe('Summaries that are kept', () => {
  let folder: string;
  let program: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chatlog-kept-'));
    program = join(folder, 'program.js');
    writeFileSync(program, '1');
    file = join(folder, 'kept', 'summaries.txt');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string, changed = EARLIER): void {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), changed, changed);
  }

  /** Who speaks in the logs, as a program that starts now says, and keeps. */
  function start(...names: readonly string[]): string {
    const kept = new KeptSummaries(file, program);
    const speakers = names.map((name) => {
      const summary = JSON.parse(kept.summaryOf(pathToFileURL(join(folder, name)).href));
      return summary.speakers.map((speaker: { readonly name: string }) => speaker.name).join();
    });
    kept.save();
    return speakers.join(' ');
  }

  const keptLogs = (): readonly string[] => {
    const { size, mtimeMs } = statSync(program);
    const heads = readSealed(file, `${size} ${mtimeMs}`)?.filter((_, i) => i % 2 === 0) ?? [];
    return heads.map((head) => JSON.parse(head).uri.split('/').at(-1));
  };

  it('are taken without a look at the files whose size and time are the same', () => {
    write('a.txt', spoken('Ann'));
    write('b.txt', spoken('Bob'));
    write('c.txt', spoken('Cid'));
    assert.equal(start('a.txt', 'b.txt', 'c.txt'), 'Ann Bob Cid');
    write('a.txt', spoken('Zoe'));
    write('b.txt', spoken('Zoe'), LATER);
    write('c.txt', spoken('Zoey'));
    assert.equal(start('a.txt', 'b.txt', 'c.txt'), 'Ann Zoe Zoey');
  });

  it('are not where a later change of the file could bear the same time', () => {
    const now = new Date();
    write('a.txt', spoken('Ann'), now);
    assert.equal(start('a.txt'), 'Ann');
    write('a.txt', spoken('Bob'), now);
    assert.equal(start('a.txt'), 'Bob');
  });

  it('are those of logs that were moved, copied or touched, but for what follows from the name', () => {
    const named = '2026-11-20-WeChat.txt';
    mkdirSync(join(folder, 'x'));
    write(named, spoken('Ann'));
    start(named);
    const { size, mtimeMs } = statSync(program);
    const lines = readSealed(file, `${size} ${mtimeMs}`) as readonly string[];
    writeSealed(
      file,
      `${size} ${mtimeMs}`,
      lines.map((line) => line.replace('Ann', 'Kept')),
    );
    write(named, spoken('Ann'), LATER);
    write(`x/${named}`, spoken('Ann'));
    write('2026-11-21-WeChat.txt', spoken('Ann'));
    assert.equal(start(named, `x/${named}`, '2026-11-21-WeChat.txt'), 'Kept Kept Ann');
  });

  it('count as nothing where they are damaged, or another build wrote them', () => {
    write('a.txt', spoken('Ann'));
    const damages = [
      () => writeFileSync(file, readFileSync(file, 'utf8').replace('Ann', 'Eve')),
      () => writeFileSync(file, readFileSync(file, 'utf8').slice(0, -60)),
      () => writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(2).join('\n')),
      () => writeFileSync(file, ''),
      () => writeFileSync(file, Buffer.from([0xff, 0, 0x0a])),
      () => writeFileSync(program, '22'),
    ];
    for (const damage of damages) {
      rmSync(file, { force: true });
      write('a.txt', spoken('Ann'));
      assert.equal(start('a.txt'), 'Ann');
      damage();
      write('a.txt', spoken('Bob'));
      assert.equal(start('a.txt'), 'Bob');
      assert.deepEqual(keptLogs(), ['a.txt']);
    }
  });

  it('are written only where there is something new, and are the user’s alone', () => {
    write('a.txt', spoken('Ann'));
    write('b.txt', spoken('Bob'));
    start('a.txt', 'b.txt');
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    utimesSync(file, EARLIER, EARLIER);
    start('a.txt', 'b.txt');
    assert.deepEqual(statSync(file).mtime, EARLIER);
  });

  it('stay of logs that are not asked about, as long as these are there', () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name, spoken('Ann'));
    start('a.txt', 'b.txt');
    start('c.txt');
    assert.deepEqual(keptLogs(), ['c.txt', 'a.txt', 'b.txt']);
    rmSync(join(folder, 'a.txt'));
    start('c.txt');
    assert.deepEqual(keptLogs(), ['c.txt', 'b.txt']);
  });

  it('may be none: logs are read all the same', () => {
    write('a.txt', spoken('Ann'));
    writeFileSync(join(folder, 'kept'), '');
    assert.equal(start('a.txt'), 'Ann');
  });
});
