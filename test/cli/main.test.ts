import assert from 'node:assert/strict';
import { commands } from '../../server/src/cli/commands/index.js';
import { readProjectFile } from '../support/projectFiles.js';
import { runCli } from '../support/runCli.js';

describe('chatlog', () => {
  it('tells how it is used, with every command', async () => {
    for (const argv of [['--help'], ['-h'], ['help']]) {
      const { code, out, err } = await runCli(argv);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^Usage: chatlog COMMAND …\n\n/);
      for (const load of Object.values(commands)) assert.ok(out.includes(`  ${(await load()).synopsis}`), out);
    }
  });

  it('has exit code 2 where no command, or one that there is not, is named', async () => {
    assert.equal((await runCli([])).code, 2);
    const { code, out, err } = await runCli(['chekc']);
    assert.deepEqual([code, out], [2, '']);
    assert.equal(err, 'chatlog: There is no command “chekc”. See “chatlog --help”.\n');
  });

  it('tells its version', async () => {
    assert.deepEqual(await runCli(['--version']), { code: 0, out: '1.2.3\n', err: '' });
  });

  for (const [name, load] of Object.entries(commands)) {
    it(`tells how ${name} is used, with every option`, async () => {
      const { synopsis, options } = await load();
      for (const help of ['--help', '-h']) {
        const { code, out, err } = await runCli([name, help]);
        assert.deepEqual([code, err], [0, '']);
        assert.ok(out.startsWith(`Usage: chatlog ${synopsis}\n\n`), out);
        assert.match(out, /\n\n[A-Z].*\.\n\n/);
        for (const option of Object.keys(options))
          assert.match(out, new RegExp(`^  --${option}( [A-Z]+)? +[A-Z].*\\.$`, 'm'));
      }
    });
  }

  it('takes “--help” behind “--” for a name', async () => {
    const { code, err } = await runCli(['check', '--', '--help']);
    assert.deepEqual([code, err], [2, 'chatlog: There is no file “--help”.\n']);
  });

  it('speaks Chinese where the user does', async () => {
    const { out } = await runCli(['--help'], { env: { LANG: 'zh_CN.UTF-8' } });
    assert.match(out, /^用法/);
  });

  it('has every command and option in docs/cli.md', async () => {
    const page = readProjectFile('docs/cli.md');
    for (const [name, load] of Object.entries(commands)) {
      const { options } = await load();
      for (const text of [`chatlog ${name}`, ...Object.keys(options).map((option) => `\`--${option}`)]) {
        assert.ok(page.includes(text), text);
      }
    }
  });
});
