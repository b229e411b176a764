import type { Diagnostic, Message, Severity } from '../language/index.js';
import { message } from '../language/index.js';
import type { Io, Out } from './command.js';
import { strangeEncoding } from './files/readLog.js';
import { type LogAtHand, openLogs } from './files/readLogs.js';
import type { LogFromStdin } from './files/readStdin.js';
import { rewrite } from './files/rewrite.js';
import { type Fixing, fixLog } from './fixLog.js';
import { type Progress, progressBar } from './progress.js';
import type { MakeReport } from './report/index.js';
import type { CheckedLog, Report, Totals } from './report/report.js';
import { wantsColour } from './report/wantsColour.js';
import { sayTrouble, type Trouble, write } from './write.js';

/** What `chatlog check` is asked to do. */
export interface CheckJob {
  readonly io: Io;
  readonly makeReport: MakeReport;
  readonly fixing: Fixing;
  /** Show errors only. */
  readonly quiet: boolean;
}

/** Checks files, repairs them where that is asked for, and tells the exit code. */
export async function checkFiles(operands: readonly string[], job: CheckJob): Promise<number> {
  const { stdout } = job.io;
  let progress: Progress | undefined;
  const trouble = sayTrouble(job.io, () => progress?.clear());
  const logs = await openLogs(operands, trouble);
  progress = progressBar(job.io, logs.count);
  const report = reportOn(stdout, job);
  const count = new Count();
  await write(stdout, report.begin());
  for await (const log of logs.all()) {
    const checked = await checkLog(log, job.fixing, trouble, (text) => rewrite(log.path, text));
    count.add(checked);
    const text = report.log(shown(checked, job));
    if (text !== '') progress.clear();
    await write(stdout, text);
    progress.step();
  }
  progress.clear();
  await write(stdout, report.end(count));
  return exitCode(count, trouble);
}

/** Checks what was read from the standard input; its fixed text, where fixes are asked for, takes the report's place. */
export async function checkStdin(log: LogFromStdin, job: CheckJob): Promise<number> {
  const { io, fixing } = job;
  const trouble = sayTrouble(io);
  let fixed: string | Uint8Array = log.bytes;
  const checked = await checkLog(log, fixing, trouble, async (text) => {
    fixed = text;
    return undefined;
  });
  const count = new Count();
  count.add(checked);
  if (fixing !== 'none') await write(io.stdout, fixed);
  const out = fixing === 'none' ? io.stdout : io.stderr;
  const report = reportOn(out, job);
  await write(out, report.begin() + report.log(shown(checked, job)) + report.end(count));
  return exitCode(count, trouble);
}

/** A log that was checked, and whether it was changed. */
interface Outcome extends CheckedLog {
  readonly fixed: boolean;
}

/** Checks a log; with fixes to make, `save` takes the text after them and tells why it can't. */
async function checkLog(
  log: LogAtHand,
  fixing: Fixing,
  trouble: Trouble,
  save: (text: string) => Promise<Message | undefined>,
): Promise<Outcome> {
  const { path, document, lintOptions, otherEncoding } = log;
  const asItIs = (): Outcome => ({ path, ...fixLog(document, lintOptions, 'none'), fixed: false });
  if (otherEncoding) {
    trouble.mention(strangeEncoding(path, otherEncoding));
    return asItIs();
  }
  const result = fixLog(document, lintOptions, fixing);
  if (result.refused) {
    trouble.report(message('The fixes for “{0}” would change who said what when, so it is left as it is.', path));
  }
  if (result.document.text === document.text) return { path, ...result, fixed: false };
  const reason = await save(result.document.text);
  if (!reason) return { path, ...result, fixed: true };
  trouble.report(reason);
  return asItIs();
}

function reportOn(out: Out, { io, makeReport, quiet }: CheckJob): Report {
  return makeReport({ colour: wantsColour(out, io), quiet, version: io.version });
}

function shown(checked: CheckedLog, { quiet }: CheckJob): CheckedLog {
  if (!quiet) return checked;
  return { ...checked, diagnostics: checked.diagnostics.filter(({ severity }) => severity === 'error') };
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

  add({ diagnostics, fixed }: Outcome): void {
    this.logs++;
    if (fixed) this.fixed++;
    for (const diagnostic of diagnostics) {
      this.found[diagnostic.severity]++;
      if (isFixable(diagnostic)) this.fixable++;
    }
  }
}

const isFixable = ({ fixes }: Diagnostic): boolean => fixes?.[0]?.safe === true;
