import type { Severity } from '../language/index.js';
import { inOrder } from '../system/inOrder.js';
import { CheckLanes } from './checkLanes.js';
import { checkLog, type LogOutcome } from './checkLog.js';
import { type CheckOptions, makeCheckPaths } from './checkPaths.js';
import type { Io, Out } from './command.js';
import { openLogs } from './files/readLogs.js';
import type { LogFromStdin } from './files/readStdin.js';
import type { Fixing } from './fixLog.js';
import { type Progress, progressBar } from './progress.js';
import { type Format, loadReport } from './report/index.js';
import type { Totals } from './report/report.js';
import { wantsColour } from './report/wantsColour.js';
import { sayTrouble, type Trouble, write } from './write.js';

/** What `chatlog check` is asked to do. */
export interface CheckJob {
  readonly io: Io;
  readonly format: Format;
  readonly fixing: Fixing;
  /** Show errors only. */
  readonly quiet: boolean;
}

/** So many logs are checked at a time, and so many of these batches are begun before the first of them is written. */
const BATCH = 8;
const AHEAD = 16;

/** Checks files, repairs them where that is asked for, and tells the exit code. */
export async function checkFiles(operands: readonly string[], job: CheckJob): Promise<number> {
  const { io } = job;
  let progress: Progress | undefined;
  const trouble = sayTrouble(io, () => progress?.clear());
  const options = optionsOf(job, io.stdout);
  const report = (await loadReport(job.format))(options);
  const lanes = new CheckLanes(io.program, await makeCheckPaths(options), options);
  const count = new Count();
  let empty = true;
  try {
    const { paths } = await openLogs(operands, trouble, (found) => lanes.expect(found));
    progress = progressBar(io, paths.length);
    await write(io.stdout, report.begin());
    for await (const outcomes of inOrder(batchesOf(paths), AHEAD, (batch) => lanes.check(batch))) {
      for (const outcome of outcomes) {
        count.add(outcome);
        tell(outcome, trouble);
        if (outcome.text !== '') {
          progress.clear();
          await write(io.stdout, (empty ? report.first : report.between) + outcome.text);
          empty = false;
        }
        progress.step();
      }
    }
  } finally {
    await lanes.end();
  }
  progress.clear();
  await write(io.stdout, report.end(count, empty));
  return exitCode(count, trouble);
}

/** Checks what was read from the standard input; its fixed text, where fixes are asked for, takes the report's place. */
export async function checkStdin(log: LogFromStdin, job: CheckJob): Promise<number> {
  const { io, fixing, quiet } = job;
  const trouble = sayTrouble(io);
  const out = fixing === 'none' ? io.stdout : io.stderr;
  const report = (await loadReport(job.format))(optionsOf(job, out));
  let fixed: string | Uint8Array = log.bytes;
  const save = async (_path: string, text: string): Promise<undefined> => {
    fixed = text;
  };
  const outcome = await checkLog(log, { report, fixing, quiet, save });
  const count = new Count();
  count.add(outcome);
  tell(outcome, trouble);
  if (fixing !== 'none') await write(io.stdout, fixed);
  const empty = outcome.text === '';
  await write(out, report.begin() + (empty ? '' : report.first + outcome.text) + report.end(count, empty));
  return exitCode(count, trouble);
}

function optionsOf({ io, format, fixing, quiet }: CheckJob, out: Out): CheckOptions {
  return { format, fixing, quiet, colour: wantsColour(out, io), version: io.version };
}

function batchesOf(paths: readonly string[]): readonly (readonly string[])[] {
  const batches: (readonly string[])[] = [];
  for (let from = 0; from < paths.length; from += BATCH) batches.push(paths.slice(from, from + BATCH));
  return batches;
}

function tell({ troubles }: LogOutcome, trouble: Trouble): void {
  for (const { text, serious } of troubles) {
    if (serious) trouble.report(text);
    else trouble.mention(text);
  }
}

function exitCode({ found }: Totals, trouble: Trouble): number {
  if (trouble.happened) return 2;
  return found.error + found.warning > 0 ? 1 : 0;
}

class Count implements Totals {
  logs = 0;
  fixed = 0;
  fixable = 0;
  readonly found: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };

  add({ read, fixed, fixable, found }: LogOutcome): void {
    if (!read) return;
    this.logs++;
    if (fixed) this.fixed++;
    this.fixable += fixable;
    for (const severity of Object.keys(found) as Severity[]) this.found[severity] += found[severity];
  }
}
