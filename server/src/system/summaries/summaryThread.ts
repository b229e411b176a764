import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { ChatDocument, type LogSummary, summarize } from '../../language/index.js';
import { decodeUtf8 } from '../utf8.js';
import type { SummarizedLog, SummaryWork } from './summarizeInThread.js';

const { uris } = workerData as SummaryWork;
for (const uri of uris) tell({ uri, summary: summarizeFile(uri) });

function tell(log: SummarizedLog): void {
  (parentPort as MessagePort).postMessage(JSON.stringify(log));
}

function summarizeFile(uri: string): LogSummary | undefined {
  try {
    return summarize(ChatDocument.parse(uri, 0, decodeUtf8(readFileSync(fileURLToPath(uri)))));
  } catch {
    // Gone since it was found, or not for us to read.
    return undefined;
  }
}
