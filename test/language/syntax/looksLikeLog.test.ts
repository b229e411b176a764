import assert from 'node:assert/strict';
import { looksLikeLog } from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { startCpuTime } from '../../support/cpuTime.js';

const FRONT_MATTER = '---\nlayout: source\n---\n';
const ENTRY = '> 09:00:00  Ann\nhi\n';

const check = (text: string, expected: boolean) => assert.equal(looksLikeLog(text), expected, JSON.stringify(text));

describe('looksLikeLog', () => {
  it('knows front matter with an entry behind it', () => {
    check(FRONT_MATTER + ENTRY, true);
    check(`\ufeff${FRONT_MATTER}${ENTRY}`, true);
    check((FRONT_MATTER + ENTRY).replaceAll('\n', '\r\n'), true);
    check(`---\nlayout: source\n${ENTRY}`, true);
    check(`${FRONT_MATTER}a word before\n${ENTRY}`, true);
    check(`${FRONT_MATTER}>09:00:00  Ann\nhi\n${ENTRY}`, true);
  });

  it('leaves everything else alone', () => {
    check('', false);
    check('hi\n', false);
    check(ENTRY, false);
    check(FRONT_MATTER, false);
    check(`${FRONT_MATTER}# A post\n\nIt was 09:00:00 when …\n\n> quoted\n`, false);
    check(`${FRONT_MATTER}\n> 9:00 the meeting, be in time\n`, false);
    check(`\n${FRONT_MATTER}${ENTRY}`, false);
    check('2026-11-20 09:00:00  INFO  started\n2026-11-20 09:00:01  INFO  stopped\n', false);
    check('\u0000\u0001\ud800'.repeat(1000), false);
  });

  it('looks at the beginning only', () => {
    const text = '---\n'.concat('a: b\n'.repeat(2_000_000));
    const time = startCpuTime();
    assert.equal(looksLikeLog(text), false);
    assert.ok(time() < 200);
  });

  itWithCorpus('knows every log of the corpus that has an entry', () => {
    for (const { path, text } of corpusLogs()) assert.equal(looksLikeLog(text), text.includes('\n> '), path);
  });
});
