import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of real logs, beside the project where it is to be had; they are real people's words, so it is not part of it. */
export const corpusFolder = resolve(import.meta.dirname ?? __dirname, '../../../shared/corpus');

/** A log of the corpus, its path relative to the corpus' folder. */
export interface CorpusLog {
  readonly path: string;
  readonly text: string;
}

let logs: readonly CorpusLog[] | undefined;

/** All logs of the corpus; none where the corpus is not to be had. */
export function corpusLogs(): readonly CorpusLog[] {
  if (!logs) {
    logs = existsSync(corpusFolder)
      ? (readdirSync(corpusFolder, { recursive: true }) as string[])
          .filter((path) => path.endsWith('.txt'))
          .sort()
          .map((path) => ({ path, text: readFileSync(join(corpusFolder, path), 'utf8') }))
      : [];
  }
  return logs;
}

/** `it`, where the corpus is to be had; else a test that is skipped and says why. */
export function itWithCorpus(title: string, test: () => void): void {
  if (existsSync(corpusFolder)) it(title, test);
  else it.skip(`${title} (needs the corpus in ../shared/corpus)`, test);
}
