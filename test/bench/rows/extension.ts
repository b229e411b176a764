import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { built, projectRoot } from '../../support/built.js';
import { readProjectFile } from '../../support/projectFiles.js';
import { compare } from '../processes.js';
import { milliseconds, type Row } from '../row.js';
import { benchFolder } from '../workplace.js';

const MOST_BYTES = 500_000;
const MOST_CPU = 50;

/** The size of the extension's package, and what its client takes to be loaded. */
export const extension: Row = {
  name: 'extension',
  async measure() {
    const size = packageSize();
    const loader = join(benchFolder, 'loadClient.cjs');
    const { client, nothing } = await compare(
      {
        client: [process.execPath, loader, built('dist/client.js')],
        nothing: [process.execPath, loader],
      },
      { rounds: 15 },
    );
    const cpu = client.cpu - nothing.cpu;
    return [
      {
        work: 'size of the `.vsix`',
        ours: `${Math.round(size / 1000)} KB`,
        against: 'vscode-markdownlint, vscode-yaml',
        theirs: 'not measured, as only the Marketplace has them, not npm',
        bar: `under ${MOST_BYTES / 1000} KB`,
        reached: size < MOST_BYTES,
      },
      {
        work: 'loading and activating the client, VS Code itself stood in for (CPU)',
        ours: milliseconds(Math.max(0, cpu)),
        against: '',
        theirs: '',
        bar: `under ${MOST_CPU} ms`,
        reached: cpu < MOST_CPU,
      },
    ];
  },
};

/** In bytes, of the package that `npm run package` makes. */
function packageSize(): number {
  const { name, version } = JSON.parse(readProjectFile('package.json'));
  const { status, stderr } = spawnSync(process.execPath, [join(projectRoot, 'scripts/package.mjs')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension could not be packaged: ${stderr}`);
  return statSync(join(projectRoot, `${name}-${version}.vsix`)).size;
}
