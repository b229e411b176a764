import type { Diagnostic, Message, Severity } from '../language/index.js';
import { message } from '../language/index.js';
import { strangeEncoding } from './files/readLog.js';
import type { LogAtHand } from './files/readLogs.js';
import { type Fixing, fixLog } from './fixLog.js';
import type { CheckedLog, Report } from './report/report.js';

/** What came of one log, as plain data. */
export interface LogOutcome {
  /** What the report shows of it; empty where that is nothing. */
  readonly text: string;
  readonly found: Readonly<Record<Severity, number>>;
  /** How many findings have a fix that is safe. */
  readonly fixable: number;
  /** Whether fixes were made. */
  readonly fixed: boolean;
  /** Whether it could be read. */
  readonly read: boolean;
  /** What the user is told besides. */
  readonly troubles: readonly TroubleOfLog[];
}

/** Something about a log that is no finding. */
export interface TroubleOfLog {
  readonly text: Message;
  /** Whether it keeps the command from having done its work. */
  readonly serious: boolean;
}

/** How a log is checked. */
export interface Checking {
  readonly report: Report;
  readonly fixing: Fixing;
  /** Show errors only. */
  readonly quiet: boolean;
  /** Takes the text after the fixes, and tells why it can't. */
  save(path: string, text: string): Promise<Message | undefined>;
}

/** Checks a log, and repairs it where that is asked for. */
export async function checkLog(log: LogAtHand, checking: Checking): Promise<LogOutcome> {
  const troubles: TroubleOfLog[] = [];
  const { fixed, ...checked } = await fix(log, checking, troubles);
  const found = { error: 0, warning: 0, info: 0, hint: 0 };
  let fixable = 0;
  for (const diagnostic of checked.diagnostics) {
    found[diagnostic.severity]++;
    if (isFixable(diagnostic)) fixable++;
  }
  return { text: checking.report.log(shown(checked, checking)), found, fixable, fixed, read: true, troubles };
}

/** What is told of a log that could not even be read. */
export function unreadLog(reason: Message): LogOutcome {
  const found = { error: 0, warning: 0, info: 0, hint: 0 };
  return { text: '', found, fixable: 0, fixed: false, read: false, troubles: [{ text: reason, serious: true }] };
}

async function fix(
  log: LogAtHand,
  { fixing, save }: Checking,
  troubles: TroubleOfLog[],
): Promise<CheckedLog & { readonly fixed: boolean }> {
  const { path, document, lintOptions, otherEncoding } = log;
  const asItIs = () => ({ path, ...fixLog(document, lintOptions, 'none'), fixed: false });
  if (otherEncoding) {
    troubles.push({ text: strangeEncoding(path, otherEncoding), serious: false });
    return asItIs();
  }
  const result = fixLog(document, lintOptions, fixing);
  if (result.refused) {
    const text = message('The fixes for “{0}” would change who said what when, so it is left as it is.', path);
    troubles.push({ text, serious: true });
  }
  if (result.document.text === document.text) return { path, ...result, fixed: false };
  const reason = await save(path, result.document.text);
  if (!reason) return { path, ...result, fixed: true };
  troubles.push({ text: reason, serious: true });
  return asItIs();
}

function shown(checked: CheckedLog, { quiet }: Checking): CheckedLog {
  if (!quiet) return checked;
  return { ...checked, diagnostics: checked.diagnostics.filter(({ severity }) => severity === 'error') };
}

const isFixable = ({ fixes }: Diagnostic): boolean => fixes?.[0]?.safe === true;
