// `npm run package`: builds the extension and makes its package, `chatlog-VERSION.vsix`. The first time it installs the packager.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runMain } from '../test/host/complaint.mjs';
import { outputFolder, projectRoot } from '../test/host/paths.mjs';
import { installDependencies } from './dependencies.mjs';

const packaging = path.join(projectRoot, 'scripts', 'packaging');
const packager = path.join(packaging, 'node_modules', '@vscode', 'vsce', 'vsce');
const readme = path.join(outputFolder, 'README.md');

await runMain(async () => {
  await installDependencies();
  await installDependencies(packaging);
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(readme, withoutRelativeLinks(readFileSync(path.join(projectRoot, 'README.md'), 'utf8')));
  const { status } = spawnSync(
    process.execPath,
    // The bundles hold all that they need of the dependencies.
    [packager, 'package', '--no-dependencies', '--allow-missing-repository', '--readme-path', 'out/README.md'],
    { cwd: projectRoot, stdio: 'inherit' },
  );
  return status ?? 1;
});

/**
 * VS Code shows an extension's README by itself: links and pictures beside it lead nowhere there, and the packager, which would
 * make addresses of them, knows of none.
 * @param {string} markdown
 */
function withoutRelativeLinks(markdown) {
  return markdown
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n/gm, '')
    .replace(/\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1');
}
