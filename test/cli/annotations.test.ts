import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { runCli, temporaryLogs } from '../support/runCli.js';

const PLAIN = '> 09:00:00  Ann\n\none two\n\n> 09:00:01  Bo\n\nyes\n\n';
const NOTED = PLAIN.replace(
  '> 09:00:01',
  '<!-- @note 2026-11-23 Cid on "two" [resolved]: why\nnot? -->\n<!-- @tag 清算, b -->\n> 09:00:01',
).concat('<!-- @note on "no": gone -->\n');

describe('chatlog annotations', () => {
  let files = temporaryLogs({});
  beforeEach(() => {
    files = temporaryLogs({
      'a-WeChat.txt': NOTED,
      'b-WeChat.txt': PLAIN,
      'odd.txt': Buffer.from([...Buffer.from(NOTED), 0xff]),
    });
  });
  afterEach(() => files.remove());
  const path = (): string => files.path('a-WeChat.txt');
  const read = (name = 'a-WeChat.txt'): string => readFileSync(files.path(name), 'utf8');

  it('lists notes, tags and talks for people to read', async () =>
    assert.deepEqual(await runCli(['annotations', files.folder]), {
      code: 0,
      err: '',
      out:
        `${path()}\n  09:00:00  Ann  “two”  Cid, 2026-11-23, ✓: why not?\n  09:00:00  Ann  #清算 #b\n` +
        '  09:00:01  Bo  “no” (gone)  gone\nLogs looked at: 2; notes: 2, tags: 2, talks: 0.\n',
    }));

  it('gives JSON, a log a line', async () => {
    const { out, code } = await runCli(['annotations', '--format', 'json', path(), files.path('b-WeChat.txt')]);
    assert.equal(code, 0);
    const [a, b] = JSON.parse(out);
    assert.deepEqual([a.file, b], [path(), { file: files.path('b-WeChat.txt'), annotations: [] }]);
    assert.deepEqual(a.annotations[0], {
      kind: 'note',
      date: '2026-11-23',
      author: 'Cid',
      text: 'why\nnot?',
      resolved: true,
      quote: { text: 'two', ordinal: 1, gone: false },
      entry: { time: '09:00:00', speaker: 'Ann', text: 'one two' },
      target: { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } },
      range: { start: { line: 4, character: 0 }, end: { line: 5, character: 8 } },
    });
    assert.deepEqual([a.annotations[1].kind, a.annotations[1].names], ['tag', ['清算', 'b']]);
    assert.equal(a.annotations[2].quote.gone, true);
  });

  it('writes brat’s files beside the logs, and none over another', async () => {
    const beside = files.path('a-WeChat.ann');
    assert.deepEqual(await runCli(['annotations', '--format', 'brat', path()]), {
      code: 0,
      out: `${beside}\n`,
      err: '',
    });
    assert.match(read('a-WeChat.ann'), /^T1\tNote 21 24\ttwo\n#1\tAnnotatorNotes T1\t@note/);
    assert.equal((await runCli(['annotations', '--format', 'brat', path()])).code, 0);
    writeFileSync(beside, 'T1\tX 0 1\t>\n');
    const { code, err } = await runCli(['annotations', '--format', 'brat', path()]);
    assert.equal(code, 2);
    assert.match(err, /is there already and says something else: move it away first/);
    assert.equal(read('a-WeChat.ann'), 'T1\tX 0 1\t>\n');
  });

  it('exports, strips and imports, and gives the log back to the byte', async () => {
    const { out } = await runCli(['annotations', '--format', 'w3c', path()]);
    writeFileSync(files.path('notes.jsonld'), out);
    await runCli(['annotations', '--format', 'brat', path()]);
    for (const from of ['notes.jsonld', 'a-WeChat.ann']) {
      for (const operands of [[], [path()], [files.folder]]) {
        writeFileSync(files.path('odd.txt'), 'x');
        await runCli(['strip', '--in-place', path()]);
        assert.equal(read(), PLAIN);
        const result = await runCli(['annotations', '--import', files.path(from), ...operands]);
        assert.deepEqual(result, { code: 0, out: `${path()}\nAnnotations placed: 3; not placed: 0.\n`, err: '' }, from);
        assert.equal(read(), NOTED);
        assert.equal(read('b-WeChat.txt'), PLAIN);
      }
    }
  });

  it('lists what can’t be placed, with exit code 1, and places the rest', async () => {
    const source = pathToFileURL(path()).href;
    const target = (exact: string, file = source): object => ({
      source: file,
      selector: { type: 'TextQuoteSelector', exact },
    });
    const list = [
      { id: 'urn:x:1', bodyValue: 'a', target: target('yes') },
      { id: 'urn:x:2', bodyValue: 'b', target: target('nowhere') },
      { id: 'urn:x:3', bodyValue: 'c', target: target('yes', 'other.txt') },
    ];
    const from = files.path('in.jsonld');
    writeFileSync(from, JSON.stringify(list));
    const { code, out, err } = await runCli(['annotations', '--import', from, files.path('b-WeChat.txt'), path()]);
    assert.equal(code, 1);
    assert.equal(out, `${path()}\nAnnotations placed: 1; not placed: 2.\n`);
    assert.equal(
      err,
      `chatlog: ${from}, urn:x:2: These words are not in an entry: “nowhere”\nchatlog: ${from}, urn:x:3: It is on another file: “other.txt”\n`,
    );
    assert.equal(read(), `${NOTED}<!-- @note on "yes": a -->\n`);
  });

  it('says what is wrong, and touches nothing', async () => {
    const refuses = async (argv: readonly string[], why: RegExp): Promise<void> => {
      const { code, err } = await runCli(['annotations', ...argv]);
      assert.equal(code, 2);
      assert.match(err, why);
      assert.equal(read(), NOTED);
    };
    writeFileSync(files.path('bad.jsonld'), '{');
    await refuses(['--format', 'xml'], /There is no format “xml”/);
    await refuses(['--import', files.path('none.ann')], /There is no file/);
    await refuses(['--import', path()], /no file of annotations/);
    await refuses(['--import', files.path('bad.jsonld'), path()], /not JSON/);
    await refuses(['--import', files.path('bad.jsonld'), '--format', 'json'], /don’t go together/);
    writeFileSync(files.path('bad.jsonld'), '[]');
    await refuses(['--import', files.path('bad.jsonld')], /Name the logs/);
  });

  it('does not write to a log that is not UTF-8', async () => {
    const bytes = readFileSync(files.path('odd.txt'));
    writeFileSync(files.path('odd.ann'), 'T1\tX 21 24\ttwo\n');
    const { code, err } = await runCli(['annotations', '--import', files.path('odd.ann')]);
    assert.equal(code, 2);
    assert.match(err, /is not UTF-8/);
    assert.deepEqual(readFileSync(files.path('odd.txt')), bytes);
  });
});

describe('chatlog strip', () => {
  let files = temporaryLogs({});
  beforeEach(() => {
    files = temporaryLogs({
      'a-WeChat.txt': NOTED,
      'b-WeChat.txt': PLAIN,
      'odd.txt': Buffer.from([...Buffer.from(NOTED), 0xff]),
      'dos.txt': Buffer.from(`\ufeff${NOTED.replaceAll('\n', '\r\n')}`),
    });
  });
  afterEach(() => files.remove());
  const read = (name: string): string => readFileSync(files.path(name), 'utf8');

  it('writes a log without annotations, and leaves the file', async () => {
    assert.deepEqual(await runCli(['strip', files.path('a-WeChat.txt')]), { code: 0, out: PLAIN, err: '' });
    assert.equal(read('a-WeChat.txt'), NOTED);
    const dos = `\ufeff${PLAIN.replaceAll('\n', '\r\n')}`;
    assert.deepEqual(await runCli(['strip', files.path('dos.txt')]), { code: 0, out: dos, err: '' });
    assert.deepEqual(await runCli(['strip', '--stdin'], { stdin: NOTED }), { code: 0, out: PLAIN, err: '' });
  });

  it('changes files only where it is told to, and names them', async () => {
    const [a, b] = [files.path('a-WeChat.txt'), files.path('b-WeChat.txt')];
    const refused = await runCli(['strip', a, b]);
    assert.deepEqual(refused, { code: 2, out: '', err: 'chatlog: Name one log, or say “--in-place”: there are 2.\n' });
    const out = `${a}\nLogs looked at: 2; annotations taken out of: 1.\n`;
    assert.deepEqual(await runCli(['strip', '--in-place', a, b]), { code: 0, out, err: '' });
    assert.deepEqual([read('a-WeChat.txt'), read('b-WeChat.txt')], [PLAIN, PLAIN]);
  });

  it('leaves alone what is not UTF-8', async () => {
    const bytes = readFileSync(files.path('odd.txt'));
    for (const option of [[], ['--in-place']]) {
      const { code, err } = await runCli(['strip', ...option, files.path('odd.txt')]);
      assert.equal(code, 2);
      assert.match(err, /is not UTF-8/);
    }
    assert.deepEqual(readFileSync(files.path('odd.txt')), bytes);
    assert.equal((await runCli(['strip', '--stdin'], { stdin: bytes })).code, 2);
  });
});
