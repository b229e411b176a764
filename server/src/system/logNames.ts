import { open } from 'node:fs/promises';
import { looksLikeLog } from '../language/index.js';

/** Names that only logs have; the editor claims them too (`filenamePatterns` in package.json). */
const LOG_NAME = /-(?:WeChat|chat)\.txt$/;

/** Enough bytes for all that `looksLikeLog` looks at, whatever the characters. */
const BYTES = 3 * 16_384;

export const isLogName = (name: string): boolean => LOG_NAME.test(name);

export const isTextName = (name: string): boolean => /\.txt$/i.test(name);

/** Whether the text file looks like a log. Only its beginning is read. */
export async function holdsLog(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.allocUnsafe(BYTES), length: BYTES, position: 0 });
    return looksLikeLog(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}
