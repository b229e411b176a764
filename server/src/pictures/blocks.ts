const SIZE = 65_536;

/**
 * Bytes that arrive in pieces of any size, copied into blocks: however small the pieces are, they take no more memory than
 * their bytes and one block.
 */
export class Blocks {
  readonly #blocks: Buffer[] = [];
  /** How many bytes there are. */
  length = 0;

  add(bytes: Buffer): void {
    for (let from = 0; from < bytes.length; ) {
      const at = this.length % SIZE;
      if (at === 0) this.#blocks.push(Buffer.allocUnsafeSlow(SIZE));
      const copied = bytes.copy(this.#blocks.at(-1) as Buffer, at, from);
      from += copied;
      this.length += copied;
    }
  }

  /** All bytes, in pieces. */
  *pieces(): Generator<Buffer> {
    let left = this.length;
    for (const block of this.#blocks) {
      yield block.subarray(0, left);
      left -= SIZE;
    }
  }

  /** A copy of the first bytes, as many as there are up to a number. */
  head(count: number): Buffer {
    return Buffer.concat(this.#blocks, Math.min(count, this.length));
  }
}
