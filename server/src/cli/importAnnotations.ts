import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { say } from '../l10n/l10n.js';
import { importAnnotations, type Message, message } from '../language/index.js';
import { unreadable } from '../system/fileTrouble.js';
import { InputError } from '../system/inputError.js';
import type { ImportFile, ImportItem } from './annotations/importItem.js';
import { readBrat } from './annotations/readBrat.js';
import { readW3c } from './annotations/readW3c.js';
import type { Io } from './command.js';
import { strangeEncoding } from './files/readLog.js';
import { type LogAtHand, openLogs } from './files/readLogs.js';
import { rewrite } from './files/rewrite.js';
import { terminalText } from './report/terminalText.js';
import { sayTrouble, type Trouble, write } from './write.js';

/**
 * Puts the annotations of a file into the logs that operands name, or else into those that the file says, and tells the exit
 * code: 1 where some could not be placed.
 */
export async function importFrom(file: string, operands: readonly string[], io: Io): Promise<number> {
  const trouble = sayTrouble(io);
  const { items, left } = await readImports(file);
  let unplaced = 0;
  let placed = 0;
  const list = (name: string, why: Message): void => {
    unplaced++;
    trouble.mention(message('{0}, {1}: {2}', file, name, say(why)));
  };
  for (const { name, why } of left) list(name, why);

  const logs = await openLogs(operands.length > 0 ? operands : logsNamedBy(items), trouble);
  const waiting = new Set(items);
  const isForAll = logs.count === 1 && new Set(items.map(({ source }) => source)).size <= 1;
  for await (const log of logs.all()) {
    const own = [...waiting].filter((item) => isForAll || isOn(item, log.path));
    for (const item of own) waiting.delete(item);
    const result = await importInto(log, own, trouble);
    placed += result.placed;
    for (const { item, why } of result.left) list(item.name, why);
    if (result.changed) await write(io.stdout, `${terminalText(log.path)}\n`);
  }
  for (const { name, source = '' } of waiting) list(name, message('It is on another file: “{0}”', source));
  await write(io.stdout, `${say(message('Annotations placed: {0}; not placed: {1}.', placed, unplaced))}\n`);
  if (trouble.happened) return 2;
  return unplaced > 0 ? 1 : 0;
}

async function importInto(
  log: LogAtHand,
  items: readonly ImportItem[],
  trouble: Trouble,
): Promise<Omit<ReturnType<typeof importAnnotations<ImportItem>>, 'document'> & { readonly changed: boolean }> {
  if (log.otherEncoding) {
    trouble.report(strangeEncoding(log.path, log.otherEncoding));
    return { placed: 0, left: [], changed: false };
  }
  const { document, placed, left } = importAnnotations(log.document, items);
  const changed = document.text !== log.document.text;
  const reason = changed ? await rewrite(log.path, document.text) : undefined;
  if (!reason) return { placed, left, changed };
  trouble.report(reason);
  return { placed: 0, left: [], changed: false };
}

async function readImports(file: string): Promise<ImportFile> {
  const read = { '.ann': readBrat, '.jsonld': readW3c, '.json': readW3c }[extname(file).toLowerCase()];
  if (!read) throw new InputError(message('“{0}” is no file of annotations: these end in “.jsonld” or “.ann”.', file));
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(unreadable(file, error));
  }
  const found = read(text);
  // brat's files say nothing of the log: it is the one beside them.
  const beside = read === readBrat ? pathToFileURL(file.replace(/\.ann$/i, '.txt')).href : undefined;
  return beside === undefined ? found : { ...found, items: found.items.map((item) => ({ ...item, source: beside })) };
}

/** The logs that annotations say they are on. */
function logsNamedBy(items: readonly ImportItem[]): readonly string[] {
  const paths = new Set(items.flatMap(({ source }) => (source === undefined ? [] : [pathOf(source)])));
  if (paths.size === 0) throw new InputError(message('Name the logs that these annotations are to be put into.'));
  return [...paths];
}

/** The path that the address of a log names. */
function pathOf(source: string): string {
  try {
    return /^file:/i.test(source) ? fileURLToPath(source) : decodeURIComponent(source);
  } catch {
    return source;
  }
}

/** Whether an annotation says that it is on this file, or on one of its name elsewhere. */
function isOn({ source }: ImportItem, path: string): boolean {
  if (source === undefined) return false;
  const named = pathOf(source);
  return resolve(named) === resolve(path) || basename(named) === basename(path);
}
