import type { Entry } from '../syntax/block.js';
import { headOf } from './entryCues.js';

/** So many entries of one second are compared; a log of which all times are the same is no reason to stop. */
const AT_ONCE = 32;

/** Tells the second of two entries that say the same in the same second under names of one person. */
export class Twins {
  #seconds: number | undefined;
  #said: { readonly entry: Entry; readonly person: string }[] = [];

  /** To be asked of each entry in turn. */
  isSecond(entry: Entry, person: string): boolean {
    if (entry.seconds !== this.#seconds) this.#said = [];
    this.#seconds = entry.seconds;
    if (this.#said.some((one) => one.person === person && headOf(one.entry) === headOf(entry))) return true;
    if (this.#said.push({ entry, person }) > AT_ONCE) this.#said.shift();
    return false;
  }

  copy(): Twins {
    const copy = new Twins();
    copy.#seconds = this.#seconds;
    copy.#said = [...this.#said];
    return copy;
  }

  /** Whether the two will tell the same of all entries to come. */
  isSame(other: Twins): boolean {
    return (
      this.#seconds === other.#seconds &&
      this.#said.length === other.#said.length &&
      this.#said.every(({ entry, person }, i) => {
        const one = other.#said[i];
        return one?.person === person && (one.entry === entry || headOf(one.entry) === headOf(entry));
      })
    );
  }
}
