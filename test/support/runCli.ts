import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../server/src/cli/main.js';
import { setLocale } from '../../server/src/l10n/l10n.js';

/** What one run of the command line left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function runCli(
  argv: readonly string[],
  {
    env = {},
    isTTY = false,
    stdin = '',
  }: {
    readonly env?: Readonly<Record<string, string>>;
    readonly isTTY?: boolean;
    readonly stdin?: string | Uint8Array;
  } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const textOf = (written: string | Uint8Array): string =>
    typeof written === 'string' ? written : Buffer.from(written).toString('utf8');
  try {
    const code = await run(argv, {
      stdin: Readable.from([stdin]),
      stdout: { isTTY, write: (written) => (out += textOf(written)) },
      stderr: { isTTY, write: (written) => (err += textOf(written)) },
      version: '1.2.3',
      env,
    });
    return { code, out, err };
  } finally {
    setLocale(undefined);
  }
}

/** A folder with some files in it, by name, which may be a path within; `remove` takes it away again. */
export function temporaryLogs(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'chatlog-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, path: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}
