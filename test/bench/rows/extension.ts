import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { built, projectRoot } from '../../support/built.js';
import { shippedFiles } from '../../support/shippedFiles.js';
import { compare } from '../processes.js';
import { milliseconds, type Row } from '../row.js';
import { benchFolder } from '../workplace.js';

const MOST_BYTES = 500_000;
const MOST_CPU = 50;
/** What a ZIP file says of each file in it, besides its name twice. */
const OVERHEAD = 100;

/** The size of the extension's package, and what its client takes to be loaded. */
export const extension: Row = {
  name: 'extension',
  async measure() {
    const size = shippedFiles()
      .filter((path) => existsSync(join(projectRoot, path)))
      .reduce((sum, path) => sum + zippedSize(path), 0);
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
        against: '',
        theirs: '',
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

const zippedSize = (path: string): number =>
  deflateRawSync(readFileSync(join(projectRoot, path)), { level: 9 }).length + OVERHEAD + 2 * path.length;
