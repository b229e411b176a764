import { orAborted } from './timeLimit.js';

interface Work<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  askers: number;
}

/** Work that several ask for while it goes on, and that is done once. */
export class SharedWork<T> {
  readonly #underway = new Map<string, Work<T>>();

  /** The result of the work with a key. An asker can give up; the work's signal is aborted when all of them have. */
  async ask(key: string, start: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    let work = this.#underway.get(key);
    if (!work) {
      const controller = new AbortController();
      work = { result: start(controller.signal), controller, askers: 0 };
      this.#underway.set(key, work);
    }
    work.askers++;
    try {
      return await orAborted(work.result, signal);
    } finally {
      work.askers--;
      if (work.askers === 0) {
        work.controller.abort();
        if (this.#underway.get(key) === work) this.#underway.delete(key);
      }
    }
  }
}
