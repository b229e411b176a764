import { readFile } from 'node:fs/promises';
import { unreadable } from '../../system/fileTrouble.js';
import { InputError } from '../../system/inputError.js';
import type { Io } from '../command.js';

/** The bytes of a file, or for `-` of the standard input. Throws {@link InputError} where it can't be read. */
export async function readBytes(path: string, { stdin }: Io): Promise<Buffer> {
  if (path === '-') return readAll(stdin);
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(unreadable(path, error));
  }
}

/** All bytes of a stream. */
export async function readAll(stream: Io['stdin']): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(pieces);
}
