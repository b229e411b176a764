import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LogSummary } from '../../language/index.js';

/** What the thread is started with. */
export interface SummaryWork {
  readonly uris: readonly string[];
}

/** What the thread tells of each log, as JSON: names that stand in many logs then take memory once, in Node's own clones not. */
export interface SummarizedLog {
  readonly uri: string;
  /** Absent where the file can't be read. */
  readonly summary: LogSummary | undefined;
}

/** V8 would let the young generation grow to many times this, in megabytes, and gain little by it. */
const YOUNG_GENERATION = 6;

/**
 * Sums up those of the logs that are on this machine, in a thread of its own. What that takes is free again when the thread
 * ends, and this one goes on with other things meanwhile. The `program` is the file that, run as a thread, runs
 * `summaryThread.ts`.
 */
export async function* summarizeInThread(program: string, uris: readonly string[]): AsyncGenerator<SummarizedLog> {
  const work: SummaryWork = { uris: uris.filter((uri) => uri.startsWith('file:')) };
  if (work.uris.length === 0) return;
  const thread = new Worker(program, {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  try {
    for await (const [log] of on(thread, 'message', { close: ['exit'] })) yield JSON.parse(log);
  } finally {
    await thread.terminate();
  }
}
