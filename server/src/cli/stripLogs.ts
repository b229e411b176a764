import { applyChanges, message, strip } from '../language/index.js';
import { InputError } from '../system/inputError.js';
import type { Io } from './command.js';
import { strangeEncoding } from './files/readLog.js';
import { type LogAtHand, openLogs } from './files/readLogs.js';
import type { LogFromStdin } from './files/readStdin.js';
import { rewriteLogs } from './files/rewriteLogs.js';
import { sayTrouble, type Trouble, write } from './write.js';

/** Writes one log without its annotations to the standard output, and tells the exit code. */
export async function stripToOutput(operands: readonly string[], io: Io): Promise<number> {
  const trouble = sayTrouble(io);
  const logs = await openLogs(operands, trouble);
  if (logs.count !== 1) {
    throw new InputError(message('Name one log, or say “--in-place”: there are {0}.', logs.count));
  }
  for await (const log of logs.all()) await write(io.stdout, stripped(log, trouble) ?? '');
  return trouble.happened ? 2 : 0;
}

/** Takes the annotations out of files, and tells the exit code. */
export async function stripFiles(operands: readonly string[], io: Io): Promise<number> {
  const { trouble } = await rewriteLogs(operands, io, {
    textOf: stripped,
    total: (logs, changed) => message('Logs looked at: {0}; annotations taken out of: {1}.', logs, changed),
  });
  return trouble.happened ? 2 : 0;
}

/** Writes what was read from the standard input without its annotations. */
export async function stripStdin(log: LogFromStdin, io: Io): Promise<number> {
  const trouble = sayTrouble(io);
  const text = stripped(log, trouble);
  await write(io.stdout, text === undefined || text === log.document.text ? log.bytes : text);
  return trouble.happened ? 2 : 0;
}

/** The text of a log without annotations; `undefined`, and reported, where it can't be read for sure. */
function stripped({ path, document, otherEncoding }: LogAtHand, trouble: Trouble): string | undefined {
  if (!otherEncoding) return applyChanges(document.text, strip(document));
  trouble.report(strangeEncoding(path, otherEncoding));
  return undefined;
}
