import { open } from 'node:fs/promises';
import { looksLikeLog } from '../language/index.js';

/** Enough bytes for all that `looksLikeLog` looks at, whatever the characters. */
const BYTES = 3 * 16_384;

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
