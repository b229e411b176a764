/** What arrives unasked, kept until a test takes it. */
export class Inbox<Item> {
  readonly #items: Item[] = [];
  readonly #waiting: ((item: Item) => void)[] = [];

  /** `name` says in a failure what was waited for. */
  constructor(readonly name: string) {}

  add(item: Item): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(item);
    else this.#items.push(item);
  }

  /** The next item, once it has arrived. Fails where none comes in time. */
  next(milliseconds = 5000): Promise<Item> {
    const item = this.#items.shift();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Waited in vain for ${this.name}.`)), milliseconds);
      this.#waiting.push((arrived) => {
        clearTimeout(late);
        resolve(arrived);
      });
    });
  }

  /** How many items have arrived that nobody took. */
  get size(): number {
    return this.#items.length;
  }
}
