import assert from 'node:assert/strict';
import {
  applyChanges,
  type Diagnostic,
  firstFixes,
  message,
  type TextChange,
} from '../../../server/src/language/index.js';
import { Random } from '../../support/random.js';

/** A finding whose first fix makes the changes, each given as `[from, to]`. */
function finding(...places: readonly (readonly [from: number, to: number])[]): Diagnostic {
  const changes = places.map(([from, to]): TextChange => ({ from, to, insert: 'x' }));
  const fix = { title: message('Repair it'), safe: true, changes };
  return { from: 0, to: 0, ruleId: 'r', severity: 'error', message: message('Odd.'), fixes: [fix] };
}

const taken = (...findings: Diagnostic[]): number[][] => firstFixes(findings).map(({ from, to }) => [from, to]);

describe('firstFixes', () => {
  it('takes what does not overlap, in the order of the text', () => {
    assert.deepEqual(taken(finding([5, 6]), finding([0, 1], [9, 9]), finding([6, 8])), [
      [0, 1],
      [5, 6],
      [6, 8],
      [9, 9],
    ]);
  });

  it('leaves a fix that overlaps an earlier one, whole, for later', () => {
    for (const [first, second] of [
      [
        [4, 8],
        [6, 10],
      ],
      [
        [4, 8],
        [2, 5],
      ],
      [
        [4, 8],
        [2, 10],
      ],
      [
        [4, 8],
        [5, 6],
      ],
      [
        [4, 8],
        [6, 6],
      ],
      [
        [6, 6],
        [4, 8],
      ],
      [
        [6, 6],
        [6, 6],
      ],
      [
        [4, 8],
        [4, 4],
      ],
    ] as const) {
      assert.deepEqual(taken(finding(first), finding([20, 21], second), finding([30, 31])), [[...first], [30, 31]]);
    }
  });

  it('gives changes that can be made together, whatever the findings', () => {
    const random = new Random(3);
    const text = 'a'.repeat(60);
    for (let run = 0; run < 300; run++) {
      const findings = random.list(12, () => {
        const from = random.below(60);
        return finding([from, Math.min(60, from + random.below(4))]);
      });
      const changes = firstFixes(findings);
      assert.doesNotThrow(() => applyChanges(text, changes));
      assert.ok(changes.length > 0 || findings.length === 0);
    }
  });
});
