import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROKEN, GOOD } from '../support/invented.js';
import { Random } from '../support/random.js';
import { temporaryLogs } from '../support/runCli.js';
import { startCli } from '../support/startCli.js';

const tree = {
  'logs/2026-11-20-WeChat.txt': GOOD,
  'logs/2026-11-19-chat.txt': 'not even a log\n',
  'logs/notes.txt': 'milk, bread\n',
  'logs/talk.txt': GOOD,
  'logs/picture.png': new Uint8Array([1, 2, 3]),
  'logs/b/2026-11-20-WeChat.txt': GOOD,
  'logs/a/2026-11-21-WeChat.txt': GOOD,
  'logs/.hidden/2026-11-20-WeChat.txt': GOOD,
  'logs/node_modules/x/2026-11-20-WeChat.txt': GOOD,
  'logs/.2026-11-20-WeChat.txt': GOOD,
  'empty/notes.txt': '',
  'odd/名 字 [1].txt': GOOD,
  'odd/-dash.txt': GOOD,
  'odd/line\nbreak.txt': BROKEN,
  'config/.chatlog.yaml': "files:\n  patterns: ['*.log', 'deep/**/*.md', '/top.md']\n",
  'config/x.log': 'a\n',
  'config/top.md': 'b\n',
  'config/other.md': 'c\n',
  'config/deep/er/y.md': 'd\n',
  'config/deep/z.log': 'e\n',
};

describe('chatlog check searches', function () {
  this.timeout(20_000);
  const files = temporaryLogs(tree);
  after(() => files.remove());

  const start = (...argv: string[]) => startCli(['check', '--format', 'json', ...argv], { cwd: files.folder });
  function checkFound(argv: readonly string[], expected: readonly string[], cwd = files.folder): void {
    const { stdout, stderr } = startCli(['check', '--format', 'json', ...argv], { cwd });
    assert.equal(stderr, '');
    assert.deepEqual(
      JSON.parse(stdout).map(({ file }: { file: string }) => file),
      expected,
    );
  }

  const inLogs = [
    '2026-11-19-chat.txt',
    '2026-11-20-WeChat.txt',
    'talk.txt',
    'a/2026-11-21-WeChat.txt',
    'b/2026-11-20-WeChat.txt',
  ];

  it('a folder for logs, by name and by look, always in the same order', () => {
    checkFound(
      ['logs'],
      inLogs.map((path) => `logs/${path}`),
    );
    checkFound(
      ['logs/'],
      inLogs.map((path) => `logs/${path}`),
    );
    checkFound([], inLogs, join(files.folder, 'logs'));
    checkFound(['.'], inLogs, join(files.folder, 'logs'));
  });

  it('what is given in the order given, each file once', () => {
    checkFound(
      ['logs/b', 'logs/talk.txt', './logs/b/2026-11-20-WeChat.txt', 'logs/b'],
      ['logs/b/2026-11-20-WeChat.txt', 'logs/talk.txt'],
    );
  });

  it('no file that is named, whatever it is called', () => {
    checkFound(
      ['logs/notes.txt', 'logs/.hidden/2026-11-20-WeChat.txt'],
      ['logs/notes.txt', 'logs/.hidden/2026-11-20-WeChat.txt'],
    );
    checkFound(['--', 'odd/名 字 [1].txt'], ['odd/名 字 [1].txt']);
    checkFound(['--', '-dash.txt', '名 字 [1].txt'], ['-dash.txt', '名 字 [1].txt'], join(files.folder, 'odd'));
  });

  it('for what a glob matches', () => {
    checkFound(
      ['logs/*.txt'],
      ['logs/2026-11-19-chat.txt', 'logs/2026-11-20-WeChat.txt', 'logs/notes.txt', 'logs/talk.txt'],
    );
    checkFound(['logs/*/2026-11-2?-WeChat.txt'], ['logs/a/2026-11-21-WeChat.txt', 'logs/b/2026-11-20-WeChat.txt']);
    checkFound(['**/{talk,y}.*'], ['logs/talk.txt']);
    checkFound(['config/**/*.md'], ['config/other.md', 'config/top.md', 'config/deep/er/y.md']);
    // Folders that a glob matches are searched, as those that are named.
    checkFound(['logs/[ab]'], ['logs/a/2026-11-21-WeChat.txt', 'logs/b/2026-11-20-WeChat.txt']);
    checkFound(
      ['*'],
      [
        'config/x.log',
        'config/deep/z.log',
        'config/deep/er/y.md',
        'config/top.md',
        ...inLogs.map((path) => `logs/${path}`),
        'odd/-dash.txt',
        'odd/line\nbreak.txt',
        'odd/名 字 [1].txt',
      ].sort((a, b) => order(a) - order(b)),
    );
  });

  const order = (path: string): number =>
    ['config/top.md', 'config/x.log', 'config/deep/z.log', 'config/deep/er/y.md'].indexOf(path) +
    (path.startsWith('config') ? 0 : 10);

  it('for what the configuration names', () => {
    checkFound(['config'], ['config/top.md', 'config/x.log', 'config/deep/z.log', 'config/deep/er/y.md']);
  });

  it('and has exit code 2 where a glob matches nothing', () => {
    for (const glob of ['logs/*.nothing', 'no-such/*.txt', 'logs/talk.txt/*.txt', '!logs/*.txt']) {
      const { status, stdout, stderr } = start(glob);
      assert.deepEqual([status, stdout], [2, ''], glob);
      assert.match(stderr, /^chatlog: There is no file (that “[^”]+” matches|“[^”]+”)\.\n$/);
    }
  });

  it('and says where a folder holds no log, which is no trouble', () => {
    const { status, stdout, stderr } = start('empty');
    assert.deepEqual([status, stdout, stderr], [0, '[]\n', 'chatlog: There is no log in the folder “empty”.\n']);
    const both = start('empty', 'logs/b');
    assert.deepEqual([both.status, JSON.parse(both.stdout).length], [0, 1]);
  });

  it('no folder twice, and not in circles, where there are links', function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(files.path('links/in'), { recursive: true });
    writeFileSync(files.path('links/in/2026-11-20-WeChat.txt'), GOOD);
    symlinkSync('..', files.path('links/in/up'));
    symlinkSync('in', files.path('links/also'));
    symlinkSync('nowhere', files.path('links/2026-11-21-WeChat.txt'));
    symlinkSync('in/2026-11-20-WeChat.txt', files.path('links/2026-11-22-WeChat.txt'));
    checkFound(['links'], ['links/2026-11-22-WeChat.txt', 'links/in/2026-11-20-WeChat.txt']);
    checkFound(['links/also'], ['links/also/2026-11-20-WeChat.txt']);
  });
});

describe('.gitignore', function () {
  this.timeout(60_000);

  it('is honoured in every folder, but not for what is named', () => {
    const files = temporaryLogs({
      '.gitignore': '\ufeffold/\n/build\n*-chat.txt\n!keep-chat.txt\nshut/\n',
      'a-WeChat.txt': GOOD,
      'b-chat.txt': GOOD,
      'keep-chat.txt': GOOD,
      'old/a-WeChat.txt': GOOD,
      'build/a-WeChat.txt': GOOD,
      'sub/build/a-WeChat.txt': GOOD,
      'sub/.gitignore': 'c-*\n!b-chat.txt\n!shut/\n',
      'sub/shut/a-WeChat.txt': GOOD,
      'shut/a-WeChat.txt': GOOD,
      'sub/b-chat.txt': GOOD,
      'sub/c-WeChat.txt': GOOD,
    });
    const found = (...argv: string[]): string[] =>
      JSON.parse(startCli(['check', '--format', 'json', ...argv], { cwd: files.folder }).stdout).map(
        ({ file }: { file: string }) => file,
      );
    try {
      assert.deepEqual(found('.'), [
        'a-WeChat.txt',
        'keep-chat.txt',
        'sub/b-chat.txt',
        'sub/build/a-WeChat.txt',
        'sub/shut/a-WeChat.txt',
      ]);
      assert.deepEqual(found('**/*.txt'), found('.'));
      assert.deepEqual(found('old', 'b-chat.txt', 'build/a-WeChat.txt'), [
        'old/a-WeChat.txt',
        'b-chat.txt',
        'build/a-WeChat.txt',
      ]);
      // Above the folder that is searched, those of the work tree count, and only those.
      assert.deepEqual(found('sub'), ['sub/b-chat.txt', 'sub/build/a-WeChat.txt', 'sub/shut/a-WeChat.txt']);
      writeFileSync(files.path('sub/d-chat.txt'), GOOD);
      assert.ok(found('sub').includes('sub/d-chat.txt'));
      mkdirSync(files.path('.git'));
      assert.ok(!found('sub').includes('sub/d-chat.txt'));
      assert.deepEqual(found('old'), ['old/a-WeChat.txt']);
    } finally {
      files.remove();
    }
  });

  it('means what it means to Git', () => {
    const cases = Array.from({ length: 20 }, (_, seed) =>
      ignoredTree(new Random(Number(process.env['SEED'] ?? 7) + seed)),
    );
    const files = temporaryLogs(
      Object.fromEntries(
        cases.flatMap((tree, index) => Object.entries(tree).map(([path, text]) => [`case${index}/${path}`, text])),
      ),
    );
    try {
      spawnSync('git', ['init', '-q'], { cwd: files.folder });
      const git = spawnSync('git', ['ls-files', '-o', '--exclude-standard'], { cwd: files.folder, encoding: 'utf8' });
      const byGit = git.stdout.split('\n').filter((path) => path.endsWith('.txt'));
      const own = startCli(['check', '--format', 'json', '.'], { cwd: files.folder });
      const byUs = JSON.parse(own.stdout).map(({ file }: { file: string }) => file) as string[];
      assert.ok(byGit.length > 50);
      for (const [index, tree] of cases.entries()) {
        const ofCase = (paths: readonly string[]) => paths.filter((path) => path.startsWith(`case${index}/`)).sort();
        const lines = Object.entries(tree).filter(([path]) => path.endsWith('.gitignore'));
        assert.deepEqual(ofCase(byUs), ofCase(byGit), JSON.stringify(lines));
      }
    } finally {
      files.remove();
    }
  });
});

const PATTERNS = [
  'a',
  'a/',
  '/a',
  '*.txt',
  '!*.txt',
  '!a/',
  'a/*',
  '!a/b',
  'b-*',
  '**/b',
  'a/**',
  '!x-WeChat.txt',
  '?',
  '# a',
  '!b/',
  'b/',
];

/** Logs in folders within folders, with some `.gitignore` among them. */
function ignoredTree(random: Random): Record<string, string> {
  const names = ['a', 'b', 'c'];
  const folders = ['', ...names.map((name) => `${name}/`), ...names.flatMap((a) => names.map((b) => `${a}/${b}/`))];
  const tree: Record<string, string> = {};
  for (const folder of folders) for (const name of ['x', 'b']) tree[`${folder}${name}-WeChat.txt`] = GOOD;
  for (const { length } of [random.list(4, () => 0), random.list(4, () => 0)]) {
    const path = `${random.pick(folders)}.gitignore`;
    tree[path] = (tree[path] ?? '') + Array.from({ length }, () => `${random.pick(PATTERNS)}\n`).join('');
  }
  tree['.gitignore'] = random.list(3, () => `${random.pick(PATTERNS)}\n`).join('');
  return tree;
}
