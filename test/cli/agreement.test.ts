import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { randomPieces } from '../support/logText.js';
import { type MemoryServer, startMemoryServer } from '../support/memoryServer.js';
import { Random } from '../support/random.js';
import { runCli, temporaryLogs } from '../support/runCli.js';

const SEVERITIES = ['', 'error', 'warning', 'info', 'hint'];

/** What both say of a problem. */
const common = ({ code, severity, message, range }: Diagnostic): object => ({
  code,
  severity: SEVERITIES[severity ?? 0],
  message,
  range,
});

describe('Command line and editor', function () {
  this.timeout(30_000);
  let server: MemoryServer;
  before(async () => {
    server = await startMemoryServer({ capabilities: { textDocument: { diagnostic: {} } } });
  });
  after(() => server.close());

  it('report the same of any log', async () => {
    const random = new Random(20261120);
    const names = Array.from(
      { length: 150 },
      (_, index) => `2026-11-${String((index % 28) + 1).padStart(2, '0')}-${index}-chat.txt`,
    );
    const logs = temporaryLogs(Object.fromEntries(names.map((name) => [name, randomPieces(random, 20).join('')])));
    try {
      const files = names.map(logs.path);
      const { out } = await runCli(['check', '--format', 'json', ...files]);
      const reports = JSON.parse(out) as { file: string; diagnostics: (object & { fix: string })[] }[];
      assert.deepEqual(
        reports.map(({ file }) => file),
        files,
      );
      for (const { file, diagnostics } of reports) {
        const uri = pathToFileURL(file).href;
        server.open(readFileSync(file, 'utf8'), uri);
        const shown = await server.pull(uri);
        assert.deepEqual(
          shown.map(common),
          diagnostics.map(({ fix: _, ...rest }) => rest),
          file,
        );
      }
      assert.ok(reports.some(({ diagnostics }) => diagnostics.length > 3));
    } finally {
      logs.remove();
    }
  });
});
