import type { Message } from '../language/index.js';

const MINUTE = 60_000;
const COUNT = 500;

/** Why pictures could not be shown, for a minute: a dead server is not asked at every hover, nor held dead for good. */
export class RecentFailures {
  /** The oldest first. */
  readonly #failures = new Map<string, { readonly reason: Message; readonly until: number }>();

  constructor(readonly now: () => number) {}

  get(key: string): Message | undefined {
    const failure = this.#failures.get(key);
    return failure && this.now() < failure.until ? failure.reason : undefined;
  }

  add(key: string, reason: Message): void {
    this.#failures.delete(key);
    this.#failures.set(key, { reason, until: this.now() + MINUTE });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > COUNT && oldest !== undefined) this.#failures.delete(oldest);
  }

  clear(): void {
    this.#failures.clear();
  }
}
