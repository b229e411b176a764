import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  type Diagnostic,
  formatClock,
  lint,
  type Rule,
  rules,
  type Severities,
  type Span,
} from '../../../server/src/language/index.js';
import { examplesOf } from '../../../server/src/language/lint/rules/examples.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { onlyRules, optionsWith } from '../../support/featureContext.js';
import { randomPieces } from '../../support/logText.js';
import { readMarkers, showRanges } from '../../support/markers.js';
import { property, Random } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///2026-11-20-WeChat.txt', 1, text);

/** Checks what is found in a log: each finding as `severity rule-id "text"`. */
function check(text: string, severities: Severities, ...expected: string[]): void {
  const found = lint(parse(text), optionsWith(severities)).map(
    ({ severity, ruleId, from, to }) => `${severity} ${ruleId} ${JSON.stringify(text.slice(from, to))}`,
  );
  assert.deepEqual(found, expected);
}

const BROKEN = '---\nlayout: source\n> 09:00:00  Ann\nhi\n>08:59:00  Bob\nhi\n';
const HEADER = 'header-malformed ">08:59:00  Bob"';
const OTHERS_OFF = onlyRules('front-matter-unclosed', 'header-malformed', 'time-order');

/** Runs `work` and tells how many entries each entry rule has looked at in it, added up. */
function countChecks(work: () => void): number {
  let count = 0;
  const restore: (() => void)[] = [];
  for (const rule of rules) {
    if (rule.scope !== 'entry') continue;
    const { check: own } = rule;
    const watched = rule as { -readonly [Key in keyof typeof rule]: (typeof rule)[Key] };
    watched.check = (...given) => {
      count++;
      return own.apply(rule, given);
    };
    restore.push(() => {
      watched.check = own;
    });
  }
  try {
    work();
  } finally {
    for (const undo of restore) undo();
  }
  return count;
}

/** A log of 2,000 entries that say the same, each with its number. */
const entriesSaying = (words: string): string =>
  Array.from({ length: 2000 }, (_, i) => `> ${formatClock(i * 10)}  林一诺\n${words} ${i}\n`).join('');

describe('lint', () => {
  it('gives what the rules find in the order of the text, each with its severity', () => {
    check(BROKEN, OTHERS_OFF, 'error front-matter-unclosed "---"', `error ${HEADER}`, 'error time-order "08:59:00"');
  });

  it('takes a severity of the user’s, and leaves out what is off', () => {
    check(
      BROKEN,
      { ...OTHERS_OFF, 'front-matter-unclosed': 'off', 'header-malformed': 'hint', 'time-order': 'warning' },
      `hint ${HEADER}`,
      'warning time-order "08:59:00"',
    );
    check(BROKEN, onlyRules());
  });

  it('changes severities from one run to the next', () => {
    const document = parse('>09:00:00  Ann\nhi\n');
    const severity = (severities: Severities): string | undefined =>
      lint(document, optionsWith({ ...onlyRules('header-malformed'), ...severities }))[0]?.severity;
    assert.equal(severity({ 'header-malformed': 'info' }), 'info');
    assert.equal(severity({}), 'error');
    assert.equal(severity({ 'header-malformed': 'off' }), undefined);
    assert.equal(severity({ 'header-malformed': 'warning' }), 'warning');
  });

  it('moves findings, their other places and their fixes with the text before them', () => {
    const options = optionsWith(OTHERS_OFF);
    const before = parse('> 09:00:00  Ann\nhi\n>08:59:00  Bob\nhi\n> 09:00:01  Ann\n');
    const found = lint(before, options);
    const after = before.edit({ from: 16, to: 16, insert: '你好\n' });
    const moved = <Place extends Span>(place: Place): Place => {
      const distance = place.from > 16 ? 3 : 0;
      return { ...place, from: place.from + distance, to: place.to + distance };
    };
    const expected = found.map((finding) => ({
      ...moved(finding),
      ...(finding.related && { related: finding.related.map(moved) }),
      ...(finding.fixes && { fixes: finding.fixes.map((fix) => ({ ...fix, changes: fix.changes.map(moved) })) }),
    }));
    assert.deepEqual(lint(after, options), expected);
    const fix = lint(after, options).flatMap(({ fixes }) => fixes?.[0] ?? [])[0];
    assert.equal(
      applyChanges(after.text, fix?.changes ?? []),
      '> 09:00:00  Ann\n你好\nhi\n> 08:59:00  Bob\nhi\n> 09:00:01  Ann\n',
    );
    assert.equal(
      showRanges(after.text, lint(after, options)),
      '> 09:00:00  Ann\n你好\nhi\n<[><[08:59:00]>  Bob]>\nhi\n> 09:00:01  Ann\n',
    );
  });

  it('finds the same after edits as in a log read anew', function () {
    this.timeout(10_000);
    property(
      300,
      (random) => [...randomPieces(random, 24), ...random.list(6, () => ({ seed: random.below(1e9) }))],
      (pieces) => {
        let document = parse(pieces.filter((piece) => typeof piece === 'string').join(''));
        lint(document);
        for (const piece of pieces) {
          if (typeof piece === 'string') continue;
          const random = new Random(piece.seed);
          const from = random.below(document.length + 1);
          const to = random.below(2) === 0 ? from : Math.min(document.length, from + random.below(30));
          document = document.edit({ from, to, insert: randomPieces(random, 3).join('') });
          assert.deepEqual(lint(document), lint(parse(document.text)));
        }
      },
    );
  });

  it('looks only at the entries that an edit touched', () => {
    const text = entriesSaying('![图](a.png) R&amp;D');
    const entryRules = rules.filter(({ scope }) => scope === 'entry').length;
    const before = parse(text);
    assert.equal(
      countChecks(() => lint(before)),
      2000 * entryRules,
    );
    const after = before.edit({ from: text.length >> 1, to: text.length >> 1, insert: 'x' });
    assert.ok(countChecks(() => lint(after)) <= 3 * entryRules);
    assert.equal(
      countChecks(() => lint(after, optionsWith({ 'header-malformed': 'off' }))),
      0,
    );
  });

  it('asks no rule about an entry that it has nothing to do with', () => {
    const text = entriesSaying('消息');
    assert.equal(
      countChecks(() => lint(parse(text))),
      0,
    );
  });

  it('asks every rule that has something to find', () => {
    const examples = rules
      .map(examplesOf)
      .flatMap(({ invalid, valid }) => [...invalid, ...valid])
      .map(({ text }) => readMarkers(text).text);
    const random = Array.from({ length: 300 }, (_, seed) => randomPieces(new Random(seed), 60).join(''));
    let found = 0;
    for (const text of [...examples, ...random]) {
      for (const { block } of parse(text).entries()) {
        for (const rule of rules) {
          if (rule.scope !== 'entry') continue;
          const findings = [...rule.check(block, { day: '2026-11-20' })];
          found += findings.length;
          if (!(block.signs & rule.signs))
            assert.deepEqual(findings, [], `${rule.id} in ${JSON.stringify(block.text)}`);
        }
      }
    }
    assert.ok(found > 50);
  });

  itWithCorpus('finds no error and no warning in any log of the corpus', () => {
    for (const { path, text } of corpusLogs()) {
      const log = ChatDocument.parse(`file:///archive/${path}`, 1, text);
      const bad = lint(log).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        bad.map(({ ruleId }) => ruleId),
        [],
        path,
      );
    }
  });
});

describe('time-order', () => {
  const rule = rules.find(({ id }) => id === 'time-order') as Rule;
  const timeFindings = (text: string): readonly Diagnostic[] =>
    lint(parse(text)).filter(({ ruleId }) => ruleId === rule.id);

  it('blames one entry for one bad time', () => {
    property(
      1500,
      (random) => {
        // Some logs lie within the day, some begin before dawn or end at night; several entries may share a second.
        const start = random.pick([0, 7, 9, 17]) * 3600;
        const times: number[] = [];
        let time = start;
        for (let i = 0; i < 8 + random.below(20); i++) {
          time += random.below(4) * random.below(300);
          times.push(time);
        }
        const at = 1 + random.below(times.length - 1);
        return [{ times, at, to: random.below(24 * 3600) }];
      },
      ([piece]) => {
        if (!piece) return;
        const { times, at, to } = piece;
        // Past two neighbours of another time, or more, it is beyond doubt which one is wrong.
        const passedBack = times.slice(0, at).filter((time) => time > to).length;
        const passedOn = times.slice(at + 1).filter((time) => time < to).length;
        if (passedBack + passedOn < 2) return;
        const altered = times.map((time, index) => (index === at ? to : time));
        const marked = altered
          .map((time, index) => `> ${index === at ? `<[${formatClock(time)}]>` : formatClock(time)}  Ann\nhi\n`)
          .join('');
        const { text } = readMarkers(marked);
        assert.equal(showRanges(text, timeFindings(text)), marked);
      },
    );
  });

  it('links each finding to the entry that it contradicts', () => {
    const { text, ranges } = readMarkers(
      '> <[09:05:00]>  Ann\n> 09:05:10  Ann\n> <[09:00:00]>  Bob\n> 09:06:00  Ann\n',
    );
    const [found] = timeFindings(text);
    assert.deepEqual(found && { from: found.from, to: found.to }, ranges[1]);
    assert.deepEqual(
      found?.related?.map(({ from, to }) => text.slice(from, to)),
      ['09:05:10'],
    );
  });

  it('is quick on a long log in which every second time is wrong', function () {
    this.timeout(20_000);
    const text = Array.from({ length: 20_000 }, (_, i) => `> ${formatClock(i % 2 ? i : 86_000 - i)}  Ann\nhi\n`).join(
      '',
    );
    assert.ok(timeFindings(text).length >= 9999);
  });
});
