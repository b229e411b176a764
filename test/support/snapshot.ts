import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/**
 * Compares `actual` with the text that the file at `path` holds. With `UPDATE_SNAPSHOTS=1` the file is written instead,
 * for a person to read before it is committed; under CI (`CI` set) nothing is ever written, so that a forgotten snapshot
 * fails there.
 */
export function expectSnapshot(path: string, actual: string): void {
  const wanted = actual.endsWith('\n') ? actual : `${actual}\n`;
  const kept = readIfThere(path);
  if (kept === wanted) return;
  const name = relative(process.cwd(), path);
  if (process.env['UPDATE_SNAPSHOTS'] === '1') {
    if (process.env['CI']) throw new Error(`CI writes no snapshots: unset UPDATE_SNAPSHOTS (${name} differs).`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, wanted);
    return;
  }
  const hint = 'UPDATE_SNAPSHOTS=1 writes it; read the difference first.';
  if (kept === undefined) assert.fail(`There is no snapshot ${name}. ${hint}`);
  assert.equal(wanted, kept, `${name} differs. ${hint}\n${firstDifference(kept, wanted)}`);
}

function readIfThere(path: string): string | undefined {
  try {
    // A checkout on Windows may have changed the line ends.
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function firstDifference(kept: string, actual: string): string {
  const before = kept.split('\n');
  const after = actual.split('\n');
  const line = before.findIndex((text, index) => text !== after[index]);
  const at = line === -1 ? before.length : line;
  return `line ${at + 1}\n- ${before[at] ?? '(end of file)'}\n+ ${after[at] ?? '(end of file)'}`;
}
