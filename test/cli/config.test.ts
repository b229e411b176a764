import assert from 'node:assert/strict';
import { BROKEN, GOOD } from '../support/invented.js';
import { runCli, temporaryLogs } from '../support/runCli.js';
import { startCli } from '../support/startCli.js';

const WITHOUT_AUTHOR = GOOD.replace('author: Ann\n', '');

describe('.chatlog.yaml', () => {
  const files = temporaryLogs({
    '.chatlog.yaml': 'rules:\n  header-malformed: off\n  time-order: hint\n',
    'log.txt': BROKEN,
    'inner/log.txt': BROKEN,
    'other/.chatlog.yaml': 'frontMatter:\n  requiredKeys: [title, date]\n',
    'other/log.txt': BROKEN,
    'other/keys.txt': WITHOUT_AUTHOR,
    'keys.txt': WITHOUT_AUTHOR,
    'bad/.chatlog.yaml': '# bad\nrules:\n  time-oder: off\n  header-malformed: warn\n',
    'bad/log.txt': BROKEN,
    'bad/inner/log.txt': BROKEN,
    'worse/.chatlog.yaml': 'rules: [\n',
    'worse/log.txt': BROKEN,
  });
  after(() => files.remove());

  async function found(path: string): Promise<string[]> {
    const { out } = await runCli(['check', '--format', 'json', files.path(path)]);
    return JSON.parse(out)[0].diagnostics.map(({ code, severity }: Record<string, string>) => `${severity} ${code}`);
  }

  it('sets severities for the logs of its folder, and those below', async () => {
    assert.deepEqual(await found('log.txt'), ['hint time-order']);
    assert.deepEqual(await found('inner/log.txt'), ['hint time-order']);
    assert.equal((await runCli(['check', files.path('log.txt')])).code, 0);
  });

  it('holds alone where it is the nearest', async () => {
    assert.deepEqual(await found('other/log.txt'), ['error header-malformed', 'error time-order']);
  });

  it('sets the keys that front matter must have', async () => {
    assert.deepEqual(await found('keys.txt'), ['error front-matter-key-missing']);
    assert.deepEqual(await found('other/keys.txt'), []);
  });

  it('says what it means to --fix too: what is off is not repaired', async () => {
    const { out } = await runCli(['check', '--stdin', '--stdin-filename', files.path('new.txt'), '--fix'], {
      stdin: BROKEN,
    });
    assert.equal(out, BROKEN);
  });

  it('that is wrong is told in one sentence, with its place, before anything is done', async () => {
    for (const path of ['bad/log.txt', 'bad/inner/log.txt', 'bad']) {
      const { code, out, err } = await runCli(['check', '--fix', files.path('inner/log.txt'), files.path(path)]);
      assert.deepEqual([code, out], [2, ''], path);
      assert.equal(
        err,
        `chatlog: ${files.path('bad/.chatlog.yaml')}:3:3: There is no rule “time-oder”; did you mean “time-order”?\n`,
      );
    }
    const { code, err } = await runCli(['format', '--check', files.path('worse/log.txt')]);
    assert.equal(code, 2);
    assert.match(err, /^chatlog: [^\n]*worse[\\/]\.chatlog\.yaml:\d+:\d+: This is not YAML: [^\n]+\n$/);
  });

  it('of the working directory holds for the standard input', function () {
    this.timeout(20_000);
    const start = (cwd: string, ...argv: string[]) =>
      startCli(['check', '--format', 'json', '--stdin', ...argv], { cwd, input: BROKEN });
    const codes = ({ stdout }: { stdout: string }): string[] =>
      JSON.parse(stdout)[0].diagnostics.map(({ code }: { code: string }) => code);
    assert.deepEqual(codes(start(files.folder)), ['time-order']);
    assert.deepEqual(codes(start(files.path('other'))), ['header-malformed', 'time-order']);
    assert.deepEqual(codes(start(files.folder, '--stdin-filename', 'other/new.txt')), [
      'header-malformed',
      'time-order',
    ]);
  });
});
