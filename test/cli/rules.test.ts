import assert from 'node:assert/strict';
import { rules } from '../../server/src/language/index.js';
import { runCli } from '../support/runCli.js';

describe('chatlog rules', () => {
  it('lists every rule with its severity and what it wants', async () => {
    const { code, out, err } = await runCli(['rules']);
    assert.deepEqual([code, err], [0, '']);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, rules.length);
    for (const [index, { id, severity, title }] of rules.entries()) {
      assert.deepEqual(/^(\S+) +(\w+) +(.*)$/.exec(lines[index] ?? '')?.slice(1), [id, severity, title]);
    }
  });

  it('gives them as JSON', async () => {
    const list = JSON.parse((await runCli(['rules', '--format', 'json'])).out);
    assert.deepEqual(
      list.map(({ id, severity, title, why }: Record<string, string>) => [id, severity, title, why]),
      rules.map(({ id, severity, title, why }) => [id, severity, title, why]),
    );
  });

  it('speaks the user’s language', async () => {
    const { out } = await runCli(['rules'], { env: { LANG: 'zh_CN.UTF-8' } });
    assert.match(out, /消息按时间先后排列/);
  });

  it('takes no file', async () => {
    const { code, err } = await runCli(['rules', 'a.txt']);
    assert.deepEqual([code, err], [2, 'chatlog: This command takes no file.\n']);
  });
});
