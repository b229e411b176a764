import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { KeptSummaries } from './keptSummaries.js';
import { readSummary } from './readSummary.js';
import type { SummaryMessage, SummaryWork } from './summarizeInThread.js';

const { program, uris, folder } = workerData as SummaryWork;
const kept = folder === undefined ? undefined : new KeptSummaries(join(folder, 'summaries.txt'), program);
const port = parentPort as MessagePort;
const logs = uris.values();
port.on('message', () => {
  const { value: uri, done } = logs.next();
  if (!done) return port.postMessage({ uri, summary: summaryOf(uri) } satisfies SummaryMessage);
  kept?.save();
  // With nobody to hear, the thread ends.
  port.close();
});

function summaryOf(uri: string): string | undefined {
  try {
    return kept ? kept.summaryOf(uri) : readSummary(uri, readFileSync(fileURLToPath(uri)));
  } catch {
    // Gone since it was found, or not for us to read.
    return undefined;
  }
}
