import type { Io } from './command.js';

/** Work shorter than this, in milliseconds, shows no bar. */
const PATIENCE = 400;
/** The bar is drawn anew no more often than this, in milliseconds. */
const PAUSE = 80;
const WIDTH = 30;

/** How far long work is, for a person who waits at a terminal. */
export interface Progress {
  /** One more step is done. */
  step(): void;
  /** Takes the bar away, so that something else can be written; the next step may bring it back. */
  clear(): void;
}

/** A bar on the standard error, where that is a terminal that can draw one; else nothing. */
export function progressBar({ stderr, env }: Io, count: number, now: () => number = Date.now): Progress {
  if (!stderr.isTTY || env['TERM'] === 'dumb') return { step() {}, clear() {} };
  let done = 0;
  let shown = false;
  let next = now() + PATIENCE;
  return {
    step() {
      done++;
      if (now() < next) return;
      next = now() + PAUSE;
      const full = Math.round((WIDTH * done) / count);
      stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${count}`);
      shown = true;
    },
    clear() {
      // Back to the line's beginning, and everything on it away.
      if (shown) stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}
