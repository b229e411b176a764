import { isMainThread } from 'node:worker_threads';
import { setLocale } from '../l10n/l10n.js';
import { processLocale } from '../system/processLocale.js';
import type { LogOutcome } from './checkLog.js';
import type { CheckOptions, CheckPaths } from './checkPaths.js';

/** Where the program is run as a thread: makes it one of those that check logs (see `checkLanes.ts`), and tells so. */
export function serveIfThread(): boolean {
  if (!isMainThread) void serve();
  return !isMainThread;
}

async function serve(): Promise<void> {
  setLocale(processLocale(process.env));
  const [{ default: workerpool }, { makeCheckPaths }] = await Promise.all([
    import('workerpool'),
    import('./checkPaths.js'),
  ]);
  let made: Promise<CheckPaths> | undefined;
  workerpool.worker({
    async check(paths: readonly string[], options: CheckOptions): Promise<readonly LogOutcome[]> {
      // The options are the same as long as the program runs.
      made ??= makeCheckPaths(options);
      return (await made)(paths);
    },
  });
}
