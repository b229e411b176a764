import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { built, projectRoot } from '../support/built.js';
import { projectFiles, readProjectFile } from '../support/projectFiles.js';

/** The modules that a bundle asks for when it runs. */
function modulesOf(path: string): string[] {
  const asked = readFileSync(built(path), 'utf8').matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g);
  return [...new Set([...asked].map(([, name]) => name as string))].sort();
}

const isNodes = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

/** A pattern of `.vscodeignore`: `*` within a folder, `**` across folders. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '.*'));
  return new RegExp(`^${source}$`);
}

/** Whether the file at a path goes into the extension's package: the last pattern that speaks of it decides. */
function isShipped(path: string): boolean {
  const lines = readProjectFile('.vscodeignore')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  let shipped = true;
  for (const line of lines) {
    const back = line.startsWith('!');
    if (patternOf(back ? line.slice(1) : line).test(path)) shipped = back;
  }
  return shipped;
}

describe('Bundles', () => {
  it('for a browser ask for nothing but VS Code', () => {
    assert.deepEqual(modulesOf('dist/browser/server.js'), []);
    assert.deepEqual(modulesOf('dist/browser/client.js'), ['vscode']);
  });

  it('for Node need nothing that is not with them', () => {
    assert.deepEqual(
      modulesOf('dist/client.js').filter((name) => !isNodes(name)),
      ['vscode'],
    );
    for (const path of ['dist/server.js', 'dist/cli.js']) {
      assert.deepEqual(
        modulesOf(path).filter((name) => !isNodes(name)),
        [],
        path,
      );
    }
  });

  it('hold no part of the corpus’ path or of this machine', () => {
    for (const path of [
      'dist/client.js',
      'dist/server.js',
      'dist/cli.js',
      'dist/browser/client.js',
      'dist/browser/server.js',
    ]) {
      assert.ok(!readFileSync(built(path), 'utf8').includes(projectRoot), path);
    }
  });
});

describe('The extension’s package', () => {
  const dist = (readdirSync(`${projectRoot}/dist`, { recursive: true }) as string[]).map(
    (path) => `dist/${path.replaceAll('\\', '/')}`,
  );
  const shipped = [...projectFiles(), ...dist].filter(isShipped);

  it('has all it needs', () => {
    const { main, browser, contributes } = JSON.parse(readProjectFile('package.json'));
    const named = [main, browser, './dist/server.js', './dist/browser/server.js', './dist/cli.js'];
    for (const { configuration } of contributes.languages) named.push(configuration);
    for (const { path } of [...contributes.grammars, ...contributes.snippets]) named.push(path);
    named.push('./package.json', './package.nls.json', './package.nls.zh-cn.json', './l10n/bundle.l10n.zh-cn.json');
    named.push('./README.md', './CHANGELOG.md', './LICENSE');
    for (const path of named) assert.ok(shipped.includes(path.replace('./', '')), path);
  });

  it('has nothing else', () => {
    const meant =
      /^(dist\/(browser\/)?\w+\.js|(syntaxes|schemas|snippets|l10n)\/[\w.-]+\.json|docs\/rules\/[\w-]+\.md|language-configuration\.json|package(\.nls(\.[\w-]+)?)?\.json|README[\w.-]*\.md|CHANGELOG\.md|LICENSE|images\/[\w.-]+\.png)$/;
    assert.deepEqual(
      shipped.filter((path) => !meant.test(path)),
      [],
    );
  });
});
