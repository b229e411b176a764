import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { message } from '../../language/index.js';
import { besideLog } from '../../system/besideLog.js';
import { InputError } from '../../system/inputError.js';
import { nearestConfig } from '../../system/search/nearestConfig.js';
import type { Io } from '../command.js';
import { readAll } from './readBytes.js';
import { decodeLog } from './readLog.js';
import { type LogAtHand, optionsOf } from './readLogs.js';

/** A log from the standard input, and its bytes. */
export interface LogFromStdin extends LogAtHand {
  readonly bytes: Uint8Array;
}

/** What the options about the standard input ask for. */
export interface StdinOptions {
  readonly stdin?: boolean | undefined;
  readonly 'stdin-filename'?: string | undefined;
}

/** The options about the standard input, of the commands that can read it. */
export const stdinOptions = {
  stdin: { type: 'boolean', summary: message('Read a log from the standard input.') },
  'stdin-filename': {
    type: 'string',
    value: 'FILE',
    summary: message('Take what is read for this file; it need not be there.'),
  },
} as const;

/** Whether to read the standard input. Throws {@link InputError} where the options and operands don't go together. */
export function wantsStdin(options: StdinOptions, operands: readonly string[]): boolean {
  if (options.stdin && operands.length > 0) throw new InputError(message('With “--stdin” no file can be named.'));
  if (!options.stdin && options['stdin-filename'] !== undefined) {
    throw new InputError(message('“--stdin-filename” is of use with “--stdin” only.'));
  }
  return options.stdin === true;
}

/** Reads a log from the standard input, under the configuration of the folder that its file would be in. */
export async function readStdin({ stdin }: Io, fileName: string | undefined): Promise<LogFromStdin> {
  const bytes = await readAll(stdin);
  const uri = fileName === undefined ? 'untitled:stdin' : pathToFileURL(fileName).href;
  const folder = fileName === undefined ? process.cwd() : dirname(resolve(fileName));
  const lintOptions = optionsOf(await nearestConfig()(folder), besideLog());
  return { ...decodeLog(bytes, uri), bytes, path: fileName ?? '<stdin>', lintOptions };
}
