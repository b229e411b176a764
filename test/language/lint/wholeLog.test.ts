import assert from 'node:assert/strict';
import { applyChanges, ChatDocument, type Diagnostic, formatClock, lint } from '../../../server/src/language/index.js';
import { startCpuTime } from '../../support/cpuTime.js';
import { property } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///2026-11-20-WeChat.txt', 1, text);

const findingsOf = (ruleId: string, text: string): readonly Diagnostic[] =>
  lint(parse(text)).filter((found) => found.ruleId === ruleId);

interface Line {
  readonly seconds: number;
  readonly text: string;
}

const entryOf = ({ seconds, text }: Line): string => `> ${formatClock(seconds)}  Ann\n${text}\n`;

describe('entry-duplicate', () => {
  it('finds what is said again in the same second, wherever the log is cut into chunks', () => {
    property(
      60,
      (random) => {
        let seconds = 0;
        // Some logs have long seconds, that run over whole chunks.
        const hurry = random.pick([2, 2, 400]);
        return Array.from({ length: 200 + random.below(600) }, () => {
          seconds += random.below(hurry) === 0 ? 1 : 0;
          return { seconds, text: `text ${random.below(hurry === 2 ? 2 : 300)}` };
        });
      },
      (lines) => {
        const said = new Set<string>();
        const expected: number[] = [];
        let from = 0;
        for (const line of lines) {
          const entry = entryOf(line);
          if (said.has(entry)) expected.push(from);
          said.add(entry);
          from += entry.length;
        }
        const found = findingsOf('entry-duplicate', lines.map(entryOf).join(''));
        assert.deepEqual(
          found.map((finding) => finding.from),
          expected,
        );
      },
    );
  });

  it('points to the first of several', () => {
    const entry = entryOf({ seconds: 1, text: 'hi' });
    const related = findingsOf('entry-duplicate', entry.repeat(3)).map((found) => found.related?.[0]?.from);
    assert.deepEqual(related, [0, 0]);
  });

  describe('records two names as one speaker’s', () => {
    const entries =
      '> 09:00:00  林一诺\n有人一起去看下午的展览吗？\n> 09:00:00  Lin: "A"\n有人一起去看下午的展览吗？\n';

    const check = (frontMatter: string, expected: string | undefined): void => {
      const text = `---\n${frontMatter}---\n${entries}`;
      const [found] = findingsOf('entry-duplicate', text);
      const fix = found?.fixes?.[1];
      assert.equal(fix && applyChanges(text, fix.changes), expected && `---\n${expected}---\n${entries}`);
    };

    it('in front matter without “speakers”', () =>
      check('layout: source\n', 'layout: source\nspeakers:\n  "林一诺": ["Lin: \\"A\\""]\n'));
    it('where “speakers” is empty', () =>
      check('speakers:\nlayout: source\n', 'speakers:\n  "林一诺": ["Lin: \\"A\\""]\nlayout: source\n'));
    it('before other speakers', () =>
      check('speakers:\n    Bob: [B] # ours\n', 'speakers:\n    "林一诺": ["Lin: \\"A\\""]\n    Bob: [B] # ours\n'));
    it('in a map between brackets', () => {
      check('speakers: {Bob: [B]}\n', 'speakers: {"林一诺": ["Lin: \\"A\\""], Bob: [B]}\n');
      check('speakers: {}\n', 'speakers: {"林一诺": ["Lin: \\"A\\""]}\n');
    });
    it('beside the names that one of them has', () => {
      check('speakers:\n  林一诺: [Lin]\n', 'speakers:\n  林一诺: ["Lin: \\"A\\"", Lin]\n');
      check('speakers:\n  林一诺: []\n', 'speakers:\n  林一诺: ["Lin: \\"A\\""]\n');
      check('speakers:\n  林一诺:\n    - Lin\n', 'speakers:\n  林一诺:\n    - "Lin: \\"A\\""\n    - Lin\n');
      check('speakers:\n  Lin: ["Lin: \\"A\\""]\n', 'speakers:\n  Lin: ["林一诺", "Lin: \\"A\\""]\n');
    });
    it('not where they are recorded, or where that can’t be done', () => {
      check('speakers:\n  林一诺: ["Lin: \\"A\\""]\n', undefined);
      check('speakers: [林一诺]\n', undefined);
      check('speakers:\n  林一诺: Lin\n', undefined);
      check('speakers: [\n', undefined);
    });
  });
});

describe('encoding-damaged', () => {
  it('is said once for a log', () => {
    const text = Array.from({ length: 1000 }, (_, i) => entryOf({ seconds: i, text: '早上\ufffd' })).join('');
    assert.equal(findingsOf('encoding-damaged', text).length, 1);
  });
});

describe('speaker-missing', () => {
  it('offers the names around, each once, the nearest first', () => {
    const names = ['Ann', 'Bob', 'Ann', '', 'Cid', 'Bob', 'Dan', 'Eve'];
    const text = names.map((name, i) => `> 09:00:0${i}  ${name}\nhi\n`).join('');
    const [found] = findingsOf('speaker-missing', text);
    assert.deepEqual(
      found?.fixes?.map(({ title }) => title.values[0]),
      ['Ann', 'Cid', 'Bob', 'Dan'],
    );
  });
});

describe('Rules', () => {
  it('take time that grows with a line, not with its square', function () {
    this.timeout(60_000);
    const hostile: readonly ((n: number) => string)[] = [
      (n) => '['.repeat(n),
      (n) => '![2026-11-20 09:00:00](http://a '.repeat(n / 32),
      (n) => `![2026-11-20 09:00:00](${' '.repeat(n)}`,
      (n) => `![2026-11-20 09:00:00](${'('.repeat(n)}`,
      (n) => `&${'amp;'.repeat(n / 4)}`,
      (n) => `<!-- @note${' '.repeat(n)}x`,
      (n) => `<!-- ${'- '.repeat(n / 2)}x`,
      (n) => `<!-- chatlog-disable ${'x y '.repeat(n / 4)}-->`,
      (n) => '鎴人人人人'.repeat(n / 5),
      (n) => 'é'.repeat(n),
      (n) => '【强'.repeat(n / 2),
    ];
    for (const [index, line] of hostile.entries()) {
      const time = (length: number): number => {
        const document = parse(`> 09:00:00  Ann\n${line(length)}\n`);
        const spent = startCpuTime();
        lint(document);
        return spent();
      };
      time(10_000);
      const long = Math.min(time(200_000), time(200_000));
      assert.ok(long < 2000, `Line ${index} took ${long} ms.`);
    }
  });
});
