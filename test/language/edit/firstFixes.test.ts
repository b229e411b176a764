import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  type Diagnostic,
  defaultLintOptions,
  firstFixes,
  lint,
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

  it('inserts all keys that are missing at once, as they stand when they are inserted one by one', () => {
    const keys = [
      'layout: source',
      'title: "2026-11-20-WeChat"',
      'subtitle: x',
      'date: 2026-11-20 12:00:00',
      'other: y',
    ];
    const parse = (text: string): ChatDocument => ChatDocument.parse('file:///2026-11-20-WeChat.txt', 1, text);
    for (let some = 0; some < 1 << keys.length; some++) {
      const present = keys.filter((_, i) => some & (1 << i));
      if (present.length === 0) continue;
      for (const end of ['---\n> 09:00:00  Ann\nhi\n', '---\r\n> 09:00:00  Ann', '']) {
        const lines = [...(some % 2 ? present : present.reverse()), ''].join(end.includes('\r') ? '\r\n' : '\n');
        const text = `---\n${end === '' ? lines.trimEnd() : lines}${end}`;
        const requiredKeys =
          some % 3 ? defaultLintOptions.requiredKeys : [...defaultLintOptions.requiredKeys].reverse();
        const options = { ...defaultLintOptions, requiredKeys };
        const fixes = (of: string): readonly TextChange[] =>
          firstFixes(lint(parse(of), options).filter(({ ruleId }) => ruleId === 'front-matter-key-missing'));
        let oneByOne = text;
        for (let left = fixes(text); left.length > 0; left = fixes(oneByOne)) {
          oneByOne = applyChanges(oneByOne, left.slice(0, 1));
        }
        assert.equal(applyChanges(text, fixes(text)), oneByOne);
      }
    }
  });
});
