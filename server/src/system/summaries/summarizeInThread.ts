import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LogSummary } from '../../language/index.js';

/** What the thread is started with. */
export interface SummaryWork {
  /** The file that, run as a thread, runs `summaryThread.ts`. */
  readonly program: string;
  readonly uris: readonly string[];
  /** The path of the folder in which summaries are kept for the next start; nothing is kept where it is absent. */
  readonly folder: string | undefined;
}

/** What the thread tells of a log. */
export interface SummaryMessage {
  readonly uri: string;
  /** As JSON: read from that, a name that stands in many logs takes memory once. Absent where the file can't be read. */
  readonly summary: string | undefined;
}

/** A log that was summed up. */
export interface SummarizedLog {
  readonly uri: string;
  readonly summary: LogSummary | undefined;
}

/** V8 would let the young generation grow to many times this, in megabytes, and gain little by it. */
const YOUNG_GENERATION = 6;

/**
 * Sums up those of the logs that are on this machine, in a thread of its own. What that takes is free again when the thread
 * ends, and this one goes on with other things meanwhile.
 */
export async function* summarizeInThread({ program, uris, folder }: SummaryWork): AsyncGenerator<SummarizedLog> {
  const work: SummaryWork = { program, uris: uris.filter((uri) => uri.startsWith('file:')), folder };
  if (work.uris.length === 0) return;
  const thread = new Worker(program, {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });
  // Each log is asked for, one ahead: what the thread tells would else pile up here.
  const ask = (): void => thread.postMessage(undefined);
  try {
    ask();
    for await (const [message] of on(thread, 'message', { close: ['exit'] })) {
      ask();
      const { uri, summary }: SummaryMessage = message;
      yield { uri, summary: summary === undefined ? undefined : JSON.parse(summary) };
    }
  } finally {
    await thread.terminate();
  }
}
