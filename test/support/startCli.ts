import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { built } from './built.js';

/** Runs `dist/cli.js` as a process of its own, to its end. Nothing of this process' environment reaches it but the path. */
export function startCli(
  argv: readonly string[],
  {
    cwd,
    input = '',
    env = {},
    user = {},
  }: {
    readonly cwd: string;
    readonly input?: string | Uint8Array;
    readonly env?: object;
    /** Whose process it is, where it is not this one's user's. */
    readonly user?: { readonly uid?: number; readonly gid?: number };
  },
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [built('dist/cli.js'), ...argv], {
    ...user,
    cwd,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', ...env },
    maxBuffer: 1 << 28,
  });
}
