import assert from 'node:assert/strict';
import { runCli, temporaryLogs } from '../support/runCli.js';

const LOG = '---\nlayout: source\n---\n> 09:00:00  林一诺\n早\n> 09:00:01  Ann\nhi\n> 09:00:02  Ann\nbye\n';

describe('chatlog outline', () => {
  const logs = temporaryLogs({
    'log.txt': LOG,
    'escape.txt': '> 09:00:00  A\u001b[31mnn\u009b2J\n\u001b]0;title\u0007hi\n',
    'empty.txt': '',
  });
  after(() => logs.remove());

  it('shows front matter and speakers with their entries, each with its line', async () => {
    assert.deepEqual(await runCli(['outline', logs.path('log.txt')]), {
      code: 0,
      err: '',
      out:
        'Front matter  :1\n' +
        'Speakers (2)  :4\n' +
        '  Ann (2 entries, 09:00:01–09:00:02)  :6\n    09:00:01  hi  :6\n    09:00:02  bye  :8\n' +
        '  林一诺 (1 entry, 09:00:00)  :4\n    09:00:00  早  :4\n',
    });
  });

  it('gives JSON with ranges as in LSP', async () => {
    const { code, out } = await runCli(['outline', '--format', 'json', logs.path('log.txt')]);
    assert.equal(code, 0);
    const [frontMatter, speakers] = JSON.parse(out);
    const at = (line: number, character: number) => ({ line, character });
    assert.deepEqual(frontMatter, {
      name: 'Front matter',
      kind: 'frontMatter',
      range: { start: at(0, 0), end: at(2, 3) },
      selectionRange: { start: at(0, 0), end: at(0, 3) },
      children: [],
    });
    assert.deepEqual([speakers.name, speakers.kind, speakers.detail], ['Speakers', 'group', '2']);
    const [speaker] = speakers.children;
    assert.deepEqual(
      [speaker.name, speaker.kind, speaker.detail, speaker.children.length],
      ['Ann', 'speaker', '2 entries, 09:00:01–09:00:02', 2],
    );
  });

  it('is empty for an empty log', async () => {
    assert.deepEqual(await runCli(['outline', logs.path('empty.txt')]), { code: 0, out: '', err: '' });
    assert.equal((await runCli(['outline', '--format', 'json', logs.path('empty.txt')])).out, '[]\n');
  });

  it('gives a terminal no control character of the log', async () => {
    const { out } = await runCli(['outline', logs.path('escape.txt')]);
    assert.match(out, /hi/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    assert.doesNotMatch(out, /(?!\n)[\u0000-\u001f\u007f-\u009f]/);
  });

  it('has exit code 2 where it can’t run', async () => {
    for (const argv of [[], ['a.txt', 'b.txt'], ['no-such.txt'], ['--format', 'xml', logs.path('log.txt')]]) {
      const { code, out, err } = await runCli(['outline', ...argv]);
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, /^chatlog: [^\n]*\.\n$/);
    }
  });
});
