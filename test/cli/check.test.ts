import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ChatDocument, lint } from '../../server/src/language/index.js';
import { corpusFolder, corpusLogs, itWithCorpus } from '../support/corpus.js';
import { type Ran, runCli, temporaryLogs } from '../support/runCli.js';

const GOOD =
  '---\nlayout: source\ntitle: "2026-11-20-WeChat"\ndate: 2026-11-20 12:00:00\nauthor: Ann\ntag: [chat]\n---\n> 09:00:00  Ann\nhi\n';
const files = {
  'good.txt': GOOD,
  'order.txt': `${GOOD}> 08:00:00  林一诺\n早[玫瑰]\n> 09:00:01  Ann\nbye\n`,
  'header.txt': `${GOOD}>09:00:01  Ann\nhi\n\n> 09:02  Bob\n\nhi\n`,
  'escape.txt': `${GOOD}>09:00:01  A\u001b[31mnn\u009b2J\u202e\nhi\n> 09:00:02  B\u0007b\n\u001b]0;title\u0007hi\n`,
  'long.txt': `${GOOD}>09:00:01  ${'长'.repeat(300)}\nhi\n`,
  'empty.txt': '',
  'rubbish.bin': new Uint8Array([0, 255, 254, 10, 128, 13, 62, 32]),
};

/** Control characters that a terminal would act on; a line break and the colours that the program itself sets are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const DANGEROUS = /(?!\n)[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('chatlog check', () => {
  const logs = temporaryLogs(files);
  after(() => logs.remove());
  const check = (...argv: string[]): Promise<Ran> =>
    runCli(['check', ...argv.map((argument) => (argument in files ? logs.path(argument) : argument))]);

  it('has exit code 0 and one line to say where nothing is wrong', async () => {
    const { code, out, err } = await check('good.txt');
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, 'Logs checked: 1; errors: 0, warnings: 0.\n');
  });

  it('has exit code 1 and shows each place where something is wrong', async () => {
    const { code, out, err } = await check('order.txt', 'good.txt');
    assert.deepEqual([code, err], [1, '']);
    assert.equal(
      out,
      `${logs.path('order.txt')}:10:3: error: 08:00:00 is earlier than 09:00:00, which stands before it. [time-order]\n` +
        '10 | > 08:00:00  林一诺\n' +
        '   |   ^^^^^^^^\n' +
        'Logs checked: 2; errors: 1, warnings: 0.\n',
    );
  });

  it('puts the marks under the place, however wide the characters before it', async () => {
    const { out } = await check('header.txt');
    const lines = out.split('\n');
    assert.equal(lines[1], '10 | >09:00:01  Ann');
    assert.equal(lines[2], '   | ^^^^^^^^^^^^^^');
  });

  it('shortens lines that are long', async () => {
    const { out } = await check('long.txt');
    const [line = ''] = out.split('\n').filter((candidate) => candidate.startsWith('10 | '));
    assert.ok([...line].length < 150, line);
  });

  it('gives JSON, one element a file in the order given, positions as in LSP', async () => {
    const { code, out, err } = await check('--format', 'json', 'header.txt', 'good.txt', 'order.txt');
    assert.deepEqual([code, err], [1, '']);
    const range = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    assert.deepEqual(JSON.parse(out), [
      {
        file: logs.path('header.txt'),
        diagnostics: [
          {
            code: 'header-malformed',
            severity: 'error',
            message: 'This header is not written as “> HH:MM:SS  NAME”; what is meant is “> 09:00:01  Ann”.',
            range: range(9, 0, 14),
            fix: 'safe',
          },
          {
            code: 'header-malformed',
            severity: 'error',
            message: 'This header has no seconds; with those it would be “> 09:02:00  Bob”.',
            range: range(12, 0, 12),
            fix: 'unsafe',
          },
        ],
      },
      { file: logs.path('good.txt'), diagnostics: [] },
      {
        file: logs.path('order.txt'),
        diagnostics: [
          {
            code: 'time-order',
            severity: 'error',
            message: '08:00:00 is earlier than 09:00:00, which stands before it.',
            range: range(9, 2, 10),
            fix: 'unsafe',
          },
        ],
      },
    ]);
  });

  it('has exit code 2, and says in one sentence why, where it can’t run', async () => {
    for (const [argv, reason] of [
      [['no-such.txt'], /There is no file “no-such\.txt”\./],
      [['--fromat', 'json', 'good.txt'], /--fromat/],
      [['--format', 'xml', 'good.txt'], /There is no format “xml”; it can be text, json, sarif, github\./],
      [['--format'], /--format/],
      [[`${logs.path('good.txt')}/in-a-file.txt`], /There is no file|could not be read \(ENOTDIR\)/],
      [['good.txt', 'no-such.txt'], /There is no file “no-such\.txt”\./],
    ] as const) {
      const { code, out, err } = await check(...argv);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, reason);
      assert.match(err, /^chatlog: [^\n]*\n$/);
    }
  });

  it('takes a name that begins with a dash behind “--”', async () => {
    const { code, err } = await check('--', '-no-such.txt');
    assert.equal(code, 2);
    assert.match(err, /There is no file “-no-such\.txt”/);
  });

  it('reads an empty file and rubbish, and writes to no file', async () => {
    const { code } = await check('empty.txt', 'rubbish.bin', 'header.txt');
    assert.ok(code === 0 || code === 1);
    for (const [name, content] of Object.entries(files)) {
      assert.deepEqual(readFileSync(logs.path(name)), Buffer.from(content as string), name);
    }
  });

  it('gives a terminal no control character of the log', async () => {
    const { out } = await check('escape.txt');
    assert.match(out, /header-malformed/);
    assert.doesNotMatch(out, DANGEROUS);
  });

  it('is in colour on a terminal, unless the user wants none', async () => {
    const argv = ['check', logs.path('order.txt')];
    assert.ok((await runCli(argv, { isTTY: true })).out.includes('\u001b[31m^^^^^^^^\u001b[0m'));
    assert.doesNotMatch((await runCli(argv, { isTTY: true, env: { NO_COLOR: '1' } })).out, DANGEROUS);
    assert.doesNotMatch((await runCli(argv)).out, DANGEROUS);
  });

  it('speaks the user’s language', async () => {
    const argv = ['check', logs.path('order.txt')];
    const english = await runCli(argv);
    for (const env of [{ LC_ALL: 'zh_CN.UTF-8' }, { LC_MESSAGES: 'zh_CN' }, { LANG: 'zh_CN.GB18030' }]) {
      const { code, out } = await runCli(argv, { env });
      assert.equal(code, 1);
      assert.match(out, /08:00:00 早于前面的 09:00:00/);
    }
    assert.deepEqual(await runCli(argv, { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' } }), english);
  });

  itWithCorpus('finds nothing worth a word in the corpus, and the same as the editor', async () => {
    const sample = corpusLogs().filter((_, index) => index % 10 === 0);
    const paths = sample.map(({ path }) => `${corpusFolder}/${path}`);
    const { code, out } = await runCli(['check', '--format', 'json', ...paths]);
    assert.equal(code, 0);
    const found = JSON.parse(out) as { diagnostics: { code: string }[] }[];
    assert.deepEqual(
      found.map(({ diagnostics }) => diagnostics.map(({ code: id }) => id)),
      sample.map(({ text }, index) =>
        lint(ChatDocument.parse(pathToFileURL(paths[index] as string).href, 1, text)).map(({ ruleId }) => ruleId),
      ),
    );
  });
});
