import { applyChanges, formatLog, message } from '../language/index.js';
import type { Io } from './command.js';
import { strangeEncoding } from './files/readLog.js';
import type { LogAtHand } from './files/readLogs.js';
import type { LogFromStdin } from './files/readStdin.js';
import { rewriteLogs } from './files/rewriteLogs.js';
import { sayTrouble, type Trouble, write } from './write.js';

/** Formats files, or with `checkOnly` tells which it would change, and tells the exit code. */
export async function formatFiles(operands: readonly string[], io: Io, checkOnly: boolean): Promise<number> {
  const { changed, trouble } = await rewriteLogs(operands, io, {
    textOf: formatted,
    checkOnly,
    total: (logs, count) =>
      checkOnly
        ? message('Logs looked at: {0}; to be formatted: {1}.', logs, count)
        : message('Logs looked at: {0}; formatted: {1}.', logs, count),
  });
  return exitCode(trouble, checkOnly && changed > 0);
}

/** Formats what was read from the standard input. */
export async function formatStdin(log: LogFromStdin, io: Io, checkOnly: boolean): Promise<number> {
  const trouble = sayTrouble(io);
  const text = formatted(log, trouble);
  const changes = text !== undefined && text !== log.document.text;
  if (!checkOnly) await write(io.stdout, changes ? text : log.bytes);
  return exitCode(trouble, checkOnly && changes);
}

/** The text of a log in canonical spacing; `undefined`, and reported, where it must not be written. */
function formatted(log: LogAtHand, trouble: Trouble): string | undefined {
  const { path, document, otherEncoding } = log;
  if (otherEncoding) {
    trouble.report(strangeEncoding(path, otherEncoding));
    return undefined;
  }
  const text = applyChanges(document.text, formatLog(document));
  if (inked(text) === inked(document.text)) return text;
  trouble.report(message('Formatting “{0}” would change more than white space, so it is left as it is.', path));
  return undefined;
}

/** All but the white space of a text. */
const inked = (text: string): string => text.replace(/[\s\u200b]+/g, '');

function exitCode(trouble: Trouble, wouldChange: boolean): number {
  if (trouble.happened) return 2;
  return wouldChange ? 1 : 0;
}
