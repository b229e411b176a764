import assert from 'node:assert/strict';
import { ChatDocument, defaultLintOptions, lint } from '../../../server/src/language/index.js';

const PICTURE = '![2026-11-20 09:00:00](http://img.example.org/20261120_090000.png)';

/** Checks whether the fixes that a rule offers are safe; `said` is what the entries say, a letter for each text message. */
function checkSafe(
  ruleId: string,
  yaml: string | undefined,
  safe: boolean,
  { fileName = '2026-11-20-WeChat.txt', said = 'a' } = {},
): void {
  const entries = [...said].map((letter) => `> 09:00:00  Ann\n${letter === '!' ? PICTURE : letter}\n`).join('');
  const text = (yaml === undefined ? '' : `---\n${yaml}---\n`) + entries;
  const found = lint(ChatDocument.parse(`file:///logs/${fileName}`, 1, text), defaultLintOptions);
  const fixes = found.filter((one) => one.ruleId === ruleId).flatMap(({ fixes = [] }) => fixes);
  assert.notEqual(fixes.length, 0, text);
  for (const fix of fixes) assert.equal(fix.safe, safe, text);
}

describe('Fixes of front matter', () => {
  it('are safe where they insert what the file name tells, and nobody presented', () => {
    checkSafe('front-matter-missing', undefined, true);
    checkSafe('front-matter-missing', undefined, false, { fileName: 'log.txt', said: '!' });
    checkSafe('front-matter-missing', undefined, false, { said: 'abcdefg' });
    checkSafe('front-matter-missing', undefined, false, { fileName: '2026-11-19-WeChat.txt', said: '!' });
    checkSafe('front-matter-key-missing', 'title: x\ndate: 2026-11-20 12:00:00\ntag: [chat]\nlayout: source\n', true);
    checkSafe('front-matter-key-missing', 'title: x\ndate: 2026-11-20 12:00:00\ntag: [chat]\nlayout: source\n', false, {
      said: 'abcdefg',
    });
  });

  it('are safe where they repair what can be meant in one way only', () => {
    for (const yaml of ['title：x\n', 'title: “x”\n', 'title: @x\n', 'tag: 【chat】\n', '\ttitle: x\n']) {
      checkSafe('front-matter-syntax', yaml, true);
    }
    for (const yaml of ['tag: #x\n', 'title: # x\n']) checkSafe('front-matter-syntax', yaml, false);
  });

  it('are safe where title and file name agree on the day that a date should have', () => {
    checkSafe('front-matter-value-invalid', 'title: 2026-11-20-WeChat\ndate: 2026-11-31 12:00:00\n', true);
    checkSafe('front-matter-value-invalid', 'title: 2026-11-19-WeChat\ndate: 2026-11-31 12:00:00\n', false);
    checkSafe('front-matter-value-invalid', 'title: 2026-11-20-WeChat\ndate: 2026-11-20 25:00:00\n', false);
    checkSafe('date-mismatch', 'title: 2026-11-20\ndate: 2026-11-19 12:00:00\n', true);
    checkSafe('date-mismatch', 'title: 2026-11-19\n', true, { said: '!' });
  });

  it('are not safe where one stands against one, or two against two', () => {
    checkSafe('date-mismatch', 'title: 2026-11-19\n', false);
    checkSafe('date-mismatch', 'title: 2026-11-20\ndate: 2026-11-19 12:00:00\n', false, { fileName: 'log.txt' });
    checkSafe('date-mismatch', 'title: 2026-11-19\ndate: 2026-11-19 12:00:00\n', false, { said: '!' });
    checkSafe('date-mismatch', 'title: 2026-11-18\ndate: 2026-11-19 12:00:00\n', false);
  });

  it('leave it to a person what a count that is too large means', () => {
    checkSafe('lines-mismatch', 'lines: 9\n', false);
  });
});
