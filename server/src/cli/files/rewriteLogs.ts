import { say } from '../../l10n/l10n.js';
import type { Message } from '../../language/index.js';
import type { Io } from '../command.js';
import { type Progress, progressBar } from '../progress.js';
import { terminalText } from '../report/terminalText.js';
import { sayTrouble, type Trouble, write } from '../write.js';
import { type LogAtHand, openLogs } from './readLogs.js';
import { rewrite } from './rewrite.js';

/** How logs are rewritten. */
export interface Rewriting {
  /** The new text of a log; `undefined`, and reported, where it must not be written. */
  readonly textOf: (log: LogAtHand, trouble: Trouble) => string | undefined;
  /** Nothing is written; the logs are only named. */
  readonly checkOnly?: boolean;
  /** What is said at the end: of how many logs, and how many of them changed. */
  readonly total: (logs: number, changed: number) => Message;
}

/** Rewrites logs, names those that change, and tells how many they are, and whether there was trouble. */
export async function rewriteLogs(
  operands: readonly string[],
  io: Io,
  { textOf, checkOnly = false, total }: Rewriting,
): Promise<{ readonly changed: number; readonly trouble: Trouble }> {
  let progress: Progress | undefined;
  const trouble = sayTrouble(io, () => progress?.clear());
  const logs = await openLogs(operands, trouble);
  progress = progressBar(io, logs.count);
  let changed = 0;
  for await (const log of logs.all()) {
    const text = textOf(log, trouble);
    if (text !== undefined && text !== log.document.text) {
      const reason = checkOnly ? undefined : await rewrite(log.path, text);
      if (reason) trouble.report(reason);
      else {
        changed++;
        progress.clear();
        await write(io.stdout, `${terminalText(log.path)}\n`);
      }
    }
    progress.step();
  }
  progress.clear();
  await write(io.stdout, `${say(total(logs.count, changed))}\n`);
  return { changed, trouble };
}
