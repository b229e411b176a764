import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hostNode, serverEntry } from '../host/paths.mjs';
import { makeTemporaryFolder } from '../host/temporaryFolder.mjs';
import { projectRoot } from '../support/built.js';
import { readProjectFile } from '../support/projectFiles.js';
import { shippedFiles } from '../support/shippedFiles.js';
import { openLog } from './workbench.js';

// As a user has it: the package that `npm run package` makes, installed.
describe('The extension’s package', function () {
  this.timeout(180_000);
  const { name, publisher, version } = JSON.parse(readProjectFile('package.json'));
  const vsix = join(projectRoot, `${name}-${version}.vsix`);
  const folder = makeTemporaryFolder('installed-');
  const extensionsDir = join(folder.path, 'extensions');
  const installed = join(extensionsDir, `${publisher}.${name}-${version}`);

  before(() => {
    rmSync(vsix, { force: true });
    run(process.execPath, join(projectRoot, 'scripts/package.mjs'));
    const data = `--server-data-dir=${join(folder.path, 'server')}`;
    run(hostNode, serverEntry, '--install-extension', vsix, `--extensions-dir=${extensionsDir}`, data);
  });
  after(() => folder.remove());

  it('is under 500 KB', () => assert.ok(statSync(vsix).size < 500_000, `${statSync(vsix).size} bytes`));

  it('has the files that are meant to be in it, and a README without links to others', () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const paths = files.map((file) => join(file.parentPath, file.name).slice(installed.length + 1));
    const renamed: Record<string, string> = { 'CHANGELOG.md': 'changelog.md', LICENSE: 'LICENSE.txt' };
    const meant = [...shippedFiles().map((path) => renamed[path] ?? path), 'readme.md'];
    assert.deepEqual(paths.filter((path) => path !== '.vsixmanifest').sort(), meant.sort());
    const readme = readFileSync(join(installed, 'readme.md'), 'utf8');
    assert.deepEqual(readme.match(/\]\((?!https?:|#)/g), null);
    assert.ok(readme.split('\n').length > 200);
  });

  it('checks a log where it is installed', async () => {
    const log = await openLog('2026-11-21-WeChat.txt', { extensionsDir });
    try {
      await log.page.locator('.squiggly-error').first().waitFor();
    } finally {
      await log.screenshot('installed');
      await log.close();
    }
  });
});

function run(...[program = '', ...args]: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
}
