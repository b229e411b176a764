import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { message } from '../language/index.js';
import { unwritable } from '../system/fileTrouble.js';
import type { ANNOTATION_FORMATS, AnnotationList } from './annotations/annotationList.js';
import { bratOf } from './annotations/brat.js';
import { csvList } from './annotations/csvList.js';
import { jsonList } from './annotations/jsonList.js';
import { textList } from './annotations/textList.js';
import { w3cList } from './annotations/w3cList.js';
import type { Io } from './command.js';
import { strangeEncoding } from './files/readLog.js';
import { type LogAtHand, openLogs } from './files/readLogs.js';
import { type Progress, progressBar } from './progress.js';
import { terminalText } from './report/terminalText.js';
import { sayTrouble, type Trouble, write } from './write.js';

const lists = { text: textList, json: jsonList, w3c: w3cList, csv: csvList } as const;

/** Lists the annotations of the logs that operands name, and tells the exit code. */
export async function listAnnotations(
  operands: readonly string[],
  io: Io,
  format: (typeof ANNOTATION_FORMATS)[number],
): Promise<number> {
  let progress: Progress | undefined;
  const trouble = sayTrouble(io, () => progress?.clear());
  const logs = await openLogs(operands, trouble);
  progress = progressBar(io, logs.count);
  const list = format === 'brat' ? undefined : lists[format]();
  if (list) await write(io.stdout, list.begin());
  for await (const log of logs.all()) {
    if (log.otherEncoding) trouble.mention(strangeEncoding(log.path, log.otherEncoding));
    const text = await textFor(log, list, trouble);
    if (text !== '') progress.clear();
    await write(io.stdout, text);
    progress.step();
  }
  progress.clear();
  if (list) await write(io.stdout, list.end());
  return trouble.happened ? 2 : 0;
}

async function textFor(log: LogAtHand, list: AnnotationList | undefined, trouble: Trouble): Promise<string> {
  if (list) return list.log(log.path, log.document);
  const path = await writeBeside(log, trouble);
  return path === undefined ? '' : `${terminalText(path)}\n`;
}

/** Writes the annotations of a log beside it, as brat wants them. A file that says something else is never written over. */
async function writeBeside({ path, document }: LogAtHand, trouble: Trouble): Promise<string | undefined> {
  const beside = `${path.replace(/\.txt$/i, '')}.ann`;
  const text = bratOf(document);
  try {
    if (!existsSync(beside)) await writeFile(beside, text, { flag: 'wx' });
    else if (readFileSync(beside, 'utf8') !== text) {
      trouble.report(message('“{0}” is there already and says something else: move it away first.', beside));
      return undefined;
    }
    return beside;
  } catch (error) {
    trouble.report(unwritable(beside, error));
    return undefined;
  }
}
