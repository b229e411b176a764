import assert from 'node:assert/strict';
import { matchThreads, type ThreadTraits } from '../../client/src/annotations/matchThreads.js';

/** `LINE QUOTE: WHAT IS SAID`; a quote of `-` is none. */
function readThread(text: string): ThreadTraits {
  const [, line, quote, said] = /^(\d+) (\S+): (.*)$/.exec(text) ?? [];
  return { line: Number(line), quote: quote === '-' ? undefined : quote, said: said ?? '' };
}

function check(before: readonly string[], after: readonly string[], expected: readonly (number | undefined)[]): void {
  assert.deepEqual(matchThreads(before.map(readThread), after.map(readThread)), expected);
}

describe('A thread of notes goes on', () => {
  it('where nothing has changed', () => check(['1 -: a', '5 x: b'], ['1 -: a', '5 x: b'], [0, 1]));

  it('when a note is added, changed or taken away', () => {
    check(['1 -: a', '5 x: b'], ['1 -: a,c', '5 x: b'], [0, 1]);
    check(['1 -: a', '1 x: a'], ['1 -: c', '1 x: d'], [0, 1]);
  });

  it('when its entry stands elsewhere', () => check(['1 -: a', '5 -: b'], ['1 -: b', '5 -: a'], [1, 0]));

  it('when its quote is written anew', () => check(['1 x: a', '5 x: b'], ['1 y: a', '5 x: b'], [0, 1]));

  it('once only: others are new', () => {
    check(['1 -: a'], ['1 -: a', '1 x: a', '9 -: a'], [0, undefined, undefined]);
    check([], ['1 -: a'], [undefined]);
    check(['1 -: a', '5 -: b'], ['5 -: b'], [1]);
  });

  it('each as one of several that are alike, in their order', () =>
    check(['1 x: a', '1 x: a'], ['1 x: a', '1 x: a'], [0, 1]));
});
