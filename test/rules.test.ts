import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  type Diagnostic,
  defaultLintOptions,
  type Example,
  inEnglish,
  type LintOptions,
  lint,
  type Rule,
  rules,
  textOf,
} from '../server/src/language/index.js';
import { examplesOf } from '../server/src/language/lint/rules/examples.js';
import { randomPieces } from './support/logText.js';
import { readMarkers, showRanges } from './support/markers.js';
import { property } from './support/random.js';

const FOLDER = 'file:///logs/';

const parse = (text: string, fileName = '2026-11-20-WeChat.txt'): ChatDocument =>
  ChatDocument.parse(`${FOLDER}${fileName}`, 1, text);

/** The options that an example asks for; the files beside the log are those it names. */
function optionsOf({ options, neighbour, existing }: Example): LintOptions {
  return {
    ...defaultLintOptions,
    root: FOLDER,
    ...options,
    files: { exists: (uri) => existing?.includes(uri), neighbour: () => neighbour },
  };
}

/** What the one rule finds; what others find in an example does not matter. */
function findingsOf(rule: Rule, text: string, example: Example): readonly Diagnostic[] {
  return lint(parse(text, example.fileName), optionsOf(example)).filter(({ ruleId }) => ruleId === rule.id);
}

/** The text after the first fix of each finding that has one. */
function fixFirst(text: string, findings: readonly Diagnostic[]): string {
  return applyChanges(
    text,
    findings.flatMap(({ fixes }) => fixes?.[0]?.changes ?? []),
  );
}

/** The time that a picture has for its alt text: the exporter wrote it, and nobody said it. */
const ALT_TIME = /(?<=!\[)[\d\s\-/.:：]+(?=\]\()/g;

/** Who said what when, near misses of headers as they are read. */
function saying(text: string): object[] {
  return [...parse(text).entries()].map(({ block }) => ({
    speaker: textOf(block, block.speaker),
    seconds: block.seconds,
    said: textOf(block, block.body).replace(ALT_TIME, ''),
  }));
}

function checkInvalid(rule: Rule, example: Example): void {
  const { text, ranges } = readMarkers(example.text);
  const findings = findingsOf(rule, text, example);
  assert.notEqual(ranges.length, 0, 'An invalid example marks what should be reported.');
  assert.equal(showRanges(text, findings), example.text);
  for (const { severity, message } of findings) {
    assert.equal(severity, rule.severity);
    assert.doesNotMatch(inEnglish(message), /^$|undefined|\{\d\}/);
  }
  const offered = findings.some(({ fixes }) => fixes !== undefined && fixes.length > 0);
  assert.equal(example.fixed !== undefined, offered, 'An example says what its fixes give, where it has some.');
  if (example.fixed === undefined) return;
  const fixed = fixFirst(text, findings);
  assert.equal(fixed, example.fixed);
  assert.equal(fixFirst(fixed, findingsOf(rule, fixed, example)), fixed, 'Fixing again changes nothing.');
}

function checkSafeFixes(text: string, findings: readonly Diagnostic[]): void {
  const before = saying(text);
  for (const fix of findings.flatMap(({ fixes }) => fixes ?? [])) {
    if (fix.safe) assert.deepEqual(saying(applyChanges(text, fix.changes)), before, inEnglish(fix.title));
  }
}

describe('Rules', () => {
  it('have ids of their own, in kebab-case', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
  });

  for (const rule of rules) {
    const { invalid, valid } = examplesOf(rule);
    describe(rule.id, () => {
      it('says what it wants and why, and has examples of both kinds', () => {
        for (const sentence of [rule.title, rule.why]) assert.match(sentence, /^[A-Z].*\.$/s);
        assert.notEqual(invalid.length, 0);
        assert.notEqual(valid.length, 0);
      });

      invalid.forEach((example, index) => {
        it(`finds what is marked in invalid example ${index + 1}`, () => checkInvalid(rule, example));
      });

      valid.forEach((example, index) => {
        it(`finds nothing in valid example ${index + 1}`, () => {
          assert.equal(showRanges(example.text, findingsOf(rule, example.text, example)), example.text);
        });
      });

      it('never changes who said what when with a safe fix', () => {
        for (const example of invalid) {
          const { text } = readMarkers(example.text);
          checkSafeFixes(text, findingsOf(rule, text, example));
        }
      });
    });
  }

  it('take no header for what was said once the one behind it is mended', () => {
    const text = '> 09:00:00  Ann\n\n09:00:01  Bob\n\n09:00:03  Cid\n\nhi\n';
    const findings = lint(parse(text)).filter(({ ruleId }) => ruleId === 'header-malformed');
    assert.equal(showRanges(text, findings), '> 09:00:00  Ann\n\n09:00:01  Bob\n\n<[09:00:03  Cid]>\n\nhi\n');
    checkSafeFixes(text, findings);
  });

  it('change nobody’s words with safe fixes, one by one or together, whatever the log', function () {
    this.timeout(20_000);
    property(
      1000,
      (random) => randomPieces(random, 24),
      (pieces) => {
        const text = pieces.join('');
        const findings = lint(parse(text));
        for (const { from, to } of findings) assert.ok(0 <= from && from <= to && to <= text.length);
        checkSafeFixes(text, findings);
        for (const rule of rules) {
          const safe = findings.filter(({ ruleId, fixes }) => ruleId === rule.id && fixes?.[0]?.safe);
          assert.deepEqual(saying(fixFirst(text, safe)), saying(text), rule.id);
        }
      },
    );
  });
});
