import { availableParallelism } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Pool } from 'workerpool';
import type { LogOutcome } from './checkLog.js';
import type { CheckOptions, CheckPaths } from './checkPaths.js';

/** To start a thread takes as long as to check some hundred logs. */
const LOGS_PER_THREAD = 100;
/** More than three take more memory than they save time. */
const MOST_THREADS = Math.min(availableParallelism() - 1, 3);
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
  #starting: Promise<void> | undefined;
  #threads: Pool | undefined;
  #threadCount = 0;
  #sent = 0;
  #busy = false;

  constructor(
    private readonly program: string | undefined,
    private readonly here: CheckPaths,
    private readonly options: CheckOptions,
  ) {}

  /** Tells how many logs have been found up to now: threads are started as soon as that pays. */
  expect(logs: number): void {
    this.#threadCount = Math.min(Math.floor(logs / LOGS_PER_THREAD), MOST_THREADS);
    if (this.program !== undefined && this.#threadCount > 0) this.#starting ??= this.#start(this.program);
  }

  async #start(program: string): Promise<void> {
    // V8 compiles what has run for a while once more, and well. All is over so soon that this pays for little of it.
    setFlagsFromString('--interrupt-budget=400000');
    const { default: workerpool } = await import('workerpool');
    this.#threads = workerpool.pool(program, {
      workerType: 'thread',
      minWorkers: 1,
      maxWorkers: MOST_THREADS,
    });
    this.#send();
  }

  check(paths: readonly string[]): Promise<readonly LogOutcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ paths, resolve, reject });
      this.#send();
      void this.#work();
    });
  }

  async end(): Promise<void> {
    await this.#starting;
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
