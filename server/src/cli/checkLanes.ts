import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Pool } from 'workerpool';
import type { LogOutcome } from './checkLog.js';
import type { CheckOptions, CheckPaths } from './checkPaths.js';

/** To start a thread takes as long as to check some hundred logs. */
const LOGS_PER_THREAD = 100;
/** More threads take more memory than they save time. */
const MOST_THREADS = 3;
/** So much is sent to a thread before it answers, so that it need not wait for the next. */
const SENT = 2;

/** Paths of logs that wait to be checked. */
interface Waiting {
  readonly paths: readonly string[];
  readonly resolve: (outcomes: readonly LogOutcome[] | PromiseLike<readonly LogOutcome[]>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Checks logs in this thread and, where there are enough of them, in others: whichever has time takes what waits. The
 * `program` is the file that serves as a thread when it is run as one; without it there is this thread alone.
 */
export class CheckLanes {
  readonly #waiting: Waiting[] = [];
  #threads: Pool | undefined;
  #threadCount = 0;
  #sent = 0;
  #busy = false;

  constructor(
    private readonly here: CheckPaths,
    private readonly options: CheckOptions,
  ) {}

  /** Starts threads where that pays. */
  async start(program: string | undefined, logs: number): Promise<void> {
    const count = Math.min(availableParallelism() - 1, Math.floor(logs / LOGS_PER_THREAD), MOST_THREADS);
    if (program === undefined || count < 1) return;
    // Each thread has a heap of its own, and V8 would rather let all of them grow than look for garbage in them.
    setFlagsFromString('--heap-growing-percent=10');
    const { default: workerpool } = await import('workerpool');
    this.#threadCount = count;
    this.#threads = workerpool.pool(program, {
      workerType: 'thread',
      workerThreadOpts: { resourceLimits: { maxYoungGenerationSizeMb: 6 } },
      minWorkers: count,
      maxWorkers: count,
    });
  }

  check(paths: readonly string[]): Promise<readonly LogOutcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ paths, resolve, reject });
      this.#send();
      void this.#work();
    });
  }

  async end(): Promise<void> {
    await this.#threads?.terminate(true);
  }

  #send(): void {
    while (this.#threads && this.#sent < SENT * this.#threadCount) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#sent++;
      const answer = Promise.resolve(this.#threads.exec('check', [next.paths, this.options]));
      next.resolve(
        answer.finally(() => {
          this.#sent--;
          this.#send();
        }),
      );
    }
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (;;) {
      // Answers of threads come in between.
      await turn();
      const next = this.#waiting.shift();
      if (!next) break;
      await this.here(next.paths).then(next.resolve, next.reject);
    }
    this.#busy = false;
  }
}
