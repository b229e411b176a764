// `npm run bench`: measures Chat Log against its peers, and writes docs/performance.md. Names of rows behind `--` measure
// those alone. The first time it installs the peers.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { runMain } from '../test/host/complaint.mjs';
import { projectRoot } from '../test/host/paths.mjs';
import { installDependencies } from './dependencies.mjs';

const steps = [
  // What is measured is what is shipped.
  ['esbuild.mjs', '--production'],
  ['node_modules/tsx/dist/cli.mjs', 'test/bench/run.ts', ...process.argv.slice(2)],
];

await runMain(async () => {
  await installDependencies();
  await installDependencies(path.join(projectRoot, 'test', 'bench'));
  for (const step of steps) {
    const { status } = spawnSync(process.execPath, step, { cwd: projectRoot, stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
});
