import { besideLog } from '../system/besideLog.js';
import { InputError } from '../system/inputError.js';
import { nearestConfig } from '../system/search/nearestConfig.js';
import { type Checking, checkLog, type LogOutcome, unreadLog } from './checkLog.js';
import { logReader } from './files/readLogs.js';
import type { Fixing } from './fixLog.js';
import { type Format, loadReport } from './report/index.js';
import type { Look } from './report/report.js';

/** How logs are checked, as plain data. */
export interface CheckOptions extends Look {
  readonly format: Format;
  readonly fixing: Fixing;
}

/** Loaded where something is to be written: it takes a while. */
const save: Checking['save'] = async (path, text) => (await import('./files/rewrite.js')).rewrite(path, text);

/** Checks logs by their paths, one after the other. */
export type CheckPaths = (paths: readonly string[]) => Promise<readonly LogOutcome[]>;

/** A check that remembers configurations, and the files beside logs, from one call to the next. */
export async function makeCheckPaths(options: CheckOptions): Promise<CheckPaths> {
  const { format, fixing, quiet } = options;
  const checking: Checking = { report: (await loadReport(format))(options), fixing, quiet, save };
  const read = logReader(nearestConfig(), besideLog());
  return async (paths) => {
    const outcomes: LogOutcome[] = [];
    for (const path of paths) {
      try {
        outcomes.push(await checkLog(await read(path), checking));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        outcomes.push(unreadLog(error.text));
      }
    }
    return outcomes;
  };
}
