import assert from 'node:assert/strict';
import { progressBar } from '../../server/src/cli/progress.js';
import { inOrder } from '../../server/src/system/inOrder.js';

describe('The progress bar', () => {
  /** What is written while so many milliseconds go by at each of ten steps. */
  function drawn(milliseconds: number, { isTTY = true, env = {} } = {}): string {
    let written = '';
    let now = 0;
    const out = { isTTY, write: (text: string | Uint8Array) => (written += text) };
    const io = { stdin: (async function* () {})(), stdout: out, stderr: out, version: '', env };
    const progress = progressBar(io, 10, () => now);
    for (let step = 0; step < 10; step++) {
      now += milliseconds;
      progress.step();
    }
    progress.clear();
    progress.clear();
    return written;
  }

  it('is drawn for long work on a terminal only, and taken away again', () => {
    const bar = drawn(100);
    assert.match(bar, /^\r█+░+ 4\/10\r.*\r█+ 10\/10\r/s);
    assert.ok(bar.endsWith('10/10\r\u001b[K'));
    assert.equal(drawn(10), '');
    assert.equal(drawn(100, { isTTY: false }), '');
    assert.equal(drawn(100, { env: { TERM: 'dumb' } }), '');
  });
});

describe('inOrder', () => {
  it('works on a few at once, and gives the results in order', async () => {
    let running = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5));
      running--;
      return item;
    };
    const items = Array.from({ length: 30 }, (_, index) => index);
    const results: number[] = [];
    for await (const result of inOrder(items, 4, work)) results.push(result);
    assert.deepEqual(results, items);
    assert.equal(most, 4);
    for await (const _ of inOrder([], 4, work)) assert.fail();
  });

  it('tells a failure in its turn', async () => {
    const work = async (item: number): Promise<number> => {
      if (item === 2) throw new Error('two');
      await new Promise((resolve) => setTimeout(resolve, 5));
      return item;
    };
    const results: number[] = [];
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
    await assert.rejects(async () => {
      for await (const result of inOrder([0, 1, 2, 3], 4, work)) results.push(result);
    }, /two/);
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
    assert.deepEqual([results, unhandled], [[0, 1], []]);
  });
});
