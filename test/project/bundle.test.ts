import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { built, projectRoot } from '../support/built.js';
import { readProjectFile } from '../support/projectFiles.js';
import { shippedFiles } from '../support/shippedFiles.js';

/** The modules that a bundle asks for when it runs. */
function modulesOf(path: string): string[] {
  const asked = readFileSync(built(path), 'utf8').matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g);
  return [...new Set([...asked].map(([, name]) => name as string))].sort();
}

const isNodes = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

describe('Bundles', () => {
  it('for Node need nothing that is not with them', () => {
    assert.deepEqual(
      modulesOf('dist/client.js').filter((name) => !isNodes(name)),
      ['vscode'],
    );
    assert.deepEqual(
      modulesOf('dist/server.js').filter((name) => !isNodes(name)),
      ['./languageServer.js'],
    );
    for (const path of ['dist/languageServer.js', 'dist/cli.js']) {
      assert.deepEqual(
        modulesOf(path).filter((name) => !isNodes(name)),
        [],
        path,
      );
    }
  });

  it('hold no part of the corpus’ path or of this machine', () => {
    for (const path of ['dist/client.js', 'dist/server.js', 'dist/languageServer.js', 'dist/cli.js']) {
      assert.ok(!readFileSync(built(path), 'utf8').includes(projectRoot), path);
    }
  });
});

describe('The extension’s package', () => {
  const shipped = shippedFiles();

  it('has all it needs', () => {
    const { main, browser, contributes } = JSON.parse(readProjectFile('package.json'));
    const named = [main, browser, './dist/server.js', './dist/languageServer.js'];
    for (const { configuration } of contributes.languages) named.push(configuration);
    for (const { path } of [...contributes.grammars, ...contributes.snippets]) named.push(path);
    named.push('./package.json', './package.nls.json', './package.nls.zh-cn.json', './l10n/bundle.l10n.zh-cn.json');
    named.push('./CHANGELOG.md', './LICENSE');
    for (const path of named) assert.ok(shipped.includes(path.replace('./', '')), path);
  });

  it('has nothing else', () => {
    const meant =
      /^(dist\/(client|server|languageServer)\.js|(syntaxes|schemas|snippets|l10n)\/[\w.-]+\.json|docs\/rules\/[\w-]+\.md|language-configuration\.json|package(\.nls(\.[\w-]+)?)?\.json|CHANGELOG\.md|LICENSE)$/;
    assert.deepEqual(
      shipped.filter((path) => !meant.test(path)),
      [],
    );
  });
});
