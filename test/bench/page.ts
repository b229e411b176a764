import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { megabytes, type Result } from './row.js';
import { benchFolder, type Workplace } from './workplace.js';

/** The results as a table in Markdown. */
export function table(results: readonly Result[]): string {
  const lines = results.map(({ work, ours, against, theirs, bar, reached }) => [
    work,
    ours,
    [against, theirs].filter((part) => part !== '').join(': '),
    bar,
    reached ? 'yes' : '**no**',
  ]);
  return [['work', 'Chat Log', 'held against', 'bar', 'reached'], ['---', '---', '---', '---', '---'], ...lines]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/** `docs/performance.md`: the table, what it was measured on, and with which versions. */
export function page({ count, bytes, entries, source }: Workplace, results: readonly Result[]): string {
  const processors = cpus();
  const { dependencies } = JSON.parse(readFileSync(join(benchFolder, 'package.json'), 'utf8'));
  const peers = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  return `# Performance

Written by \`npm run bench\`; changes by hand are lost. Times are of whole processes where a command is named; where nothing else is
said, they are medians of runs in turn, and wall time. What a number means depends on the machine; what counts is how it stands to
the one beside it, which was measured in the same run.

- Machine: ${processors.length} × ${processors[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}.
- Texts: ${count} logs (${source}), ${megabytes(bytes)}, ${entries.toLocaleString('en')} entries.
- Peers: ${peers.join(', ')}.

${table(results)}`;
}
