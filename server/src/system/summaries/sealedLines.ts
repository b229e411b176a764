import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/** So many bytes are read at once. Large buffers make glibc keep what they took, when they are free again. */
const PIECE = 1 << 16;

/**
 * Writes lines to a file of the user's alone, and below them a seal that says who wrote them. The file is there whole or not at
 * all. Throws where it can't be written.
 */
export function writeSealed(path: string, writer: string, lines: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    const seal = createHash('sha1').update(writer);
    for (const line of lines) {
      const text = `${line}\n`;
      seal.update(text);
      writeSync(file, text);
    }
    writeSync(file, `${seal.digest('hex')}\n`);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** The lines of a sealed file; `undefined` where another wrote them, and where they are not as they were written. */
export function readSealed(path: string, writer: string): readonly string[] | undefined {
  try {
    const lines = [...linesOf(path)];
    const found = lines.pop();
    const seal = createHash('sha1').update(writer);
    for (const line of lines) seal.update(`${line}\n`);
    return seal.digest('hex') === found ? lines : undefined;
  } catch {
    // There is no file, or none that can be read.
    return undefined;
  }
}

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (let bytes = readSync(file, piece); bytes > 0; bytes = readSync(file, piece)) {
      const lines = (rest + decoder.write(piece.subarray(0, bytes))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    closeSync(file);
  }
}
