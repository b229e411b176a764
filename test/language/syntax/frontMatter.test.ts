import assert from 'node:assert/strict';
import { ChatDocument, contentOf, type FrontMatter } from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { startCpuTime } from '../../support/cpuTime.js';
import { readMarkers, showRanges } from '../../support/markers.js';
import { property } from '../../support/random.js';

function blockOf(text: string): FrontMatter {
  const block = ChatDocument.parse('file:///log.txt', 1, text).frontMatter;
  assert.ok(block, `no front matter: ${JSON.stringify(text)}`);
  return block;
}

/** Checks the keys and values of some YAML, as `key=value` with the value as JSON. */
function checkFields(yaml: string, ...expected: string[]): void {
  const { fields, problems } = contentOf(blockOf(`---\n${yaml}---\n`));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    fields.map(({ name, content }) => `${name}=${JSON.stringify(content)}`),
    expected,
  );
}

/** Checks where keys (or values) stand: `marked` is the whole log. */
function checkSpans(of: 'key' | 'value', marked: string): void {
  const { text } = readMarkers(marked);
  const { fields } = contentOf(blockOf(text));
  assert.equal(
    showRanges(
      text,
      fields.map((field) => field[of]),
    ),
    marked,
  );
}

/** Checks where YAML stumbles. */
function checkProblems(marked: string): void {
  const { text } = readMarkers(marked);
  const { problems } = contentOf(blockOf(text));
  assert.equal(showRanges(text, problems), marked);
  for (const { code, text: said } of problems) {
    assert.match(code, /^[A-Z_]+$/);
    assert.notEqual(said, '');
  }
}

describe('Front matter', () => {
  it('is read as the exporter writes it', () => {
    checkFields(
      'layout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nlines:      202 \ntag:\t\t  [chat]\n',
      'layout="source"',
      'title="2026-11-20-WeChat"',
      'date="2026-11-20 12:00:00"',
      'lines=202',
      'tag=["chat"]',
    );
  });

  it('keeps times as the text they are written in', () => {
    checkFields('start: 19:30:05\nend: "19:50:02"\n', 'start="19:30:05"', 'end="19:50:02"');
  });

  it('may have keys twice, keys without a value, and keys that are no text', () => {
    checkFields('tag: a\ntag: b\n', 'tag="a"', 'tag="b"');
    checkFields('tag:\nauthor: ~\n', 'tag=null', 'author=null');
    checkFields('1: a\ntrue: b\n', '1="a"', 'true="b"');
  });

  it('is broken into lines by carriage returns too, as in an editor', () => {
    checkFields('a: 1\rb: 2\r\nc: 3\r', 'a=1', 'b=2', 'c=3');
  });

  it('gives the keys of the lines that are YAML where others are not', () => {
    const text = '---\ntitle：x\nlayout: source\nauthor: "Ann\ntalks:\n  - title: 日切\nhello\ntag: [chat]\n---\n';
    const { fields, unreadable, spanOf } = contentOf(blockOf(text));
    assert.deepEqual(
      fields.map(({ name, lines }) => [name, text.slice(lines.from, lines.to)]),
      [
        ['layout', 'layout: source\n'],
        ['talks', 'talks:\n  - title: 日切\n'],
        ['tag', 'tag: [chat]\n'],
      ],
    );
    assert.deepEqual(
      unreadable.map(({ from, to }) => text.slice(from, to)),
      ['title：x\n', 'author: "Ann\n', 'hello\n'],
    );
    const span = spanOf(['talks', 0, 'title']);
    assert.equal(span && text.slice(span.from, span.to), '日切');
  });

  it('may be empty, or a comment', () => {
    for (const yaml of ['', '\n', '# nothing\n']) {
      checkFields(yaml);
      assert.equal(contentOf(blockOf(`---\n${yaml}---\n`)).isMapping, true);
    }
  });

  it('tells keys and values from something else', () => {
    for (const yaml of ['layout\n', '- a\n- b\n', '42\n', 'title：x\n', 'title:x\n']) {
      assert.equal(contentOf(blockOf(`---\n${yaml}---\n`)).isMapping, false, yaml);
    }
  });

  it('knows the place of each key and value', () => {
    checkSpans('key', '---\n<[layout]>:   source \n<["title"]>: "[玫瑰] 春游"\n<[tag]>: [chat]\n---\n');
    checkSpans('value', '---\nlayout:   <[source]> \n"title": <["[玫瑰] 春游"]>\ntag: <[[chat]]>\n---\n');
    checkSpans('value', '\ufeff---\r\nlayout: <[source]>\r\ntag: <[[chat]]>\r\n---\r\n');
  });

  it('knows the place of what stands within a value', () => {
    const text = '---\ntalks:\n  - title: 日切\n    start: "19:30:05"\n---\n';
    const { spanOf } = contentOf(blockOf(text));
    const at = (...path: (string | number)[]): string | undefined => {
      const span = spanOf(path);
      return span && text.slice(span.from, span.to);
    };
    assert.equal(at('talks', 0, 'start'), '"19:30:05"');
    assert.equal(at('talks', 0, 'title'), '日切');
    assert.equal(at('talks', 1), undefined);
    assert.equal(at('layout'), undefined);
    assert.equal(at('talks', 'title', 3), undefined);
  });

  it('says where it is not YAML', () => {
    checkProblems('---\ntitle: [玫瑰] <[春游]>\n---\n');
    checkProblems('---\ntitle: <[@]>张三\n---\n');
    checkProblems('---\ntitle: "2026<[]>\n---\n'.replace('<[]>\n', '\n<[]>'));
  });

  it('is read once for each block', () => {
    const block = blockOf('---\nlayout: source\n---\n');
    assert.equal(contentOf(block), contentOf(block));
  });

  it('does not grow without bound, however its aliases do', () => {
    const levels = Array.from({ length: 12 }, (_, i) =>
      i === 0 ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n' : `a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]\n`,
    );
    const time = startCpuTime();
    const { fields } = contentOf(blockOf(`---\n${levels.join('')}---\n`));
    assert.equal(fields.length, 12);
    assert.equal(fields.at(-1)?.content, null);
    assert.ok(time() < 1000);
  });

  it('is read in linear time, whatever stands in its lines', function () {
    this.timeout(20_000);
    // The test runner keeps whole stacks; to make these for each of a thousand errors would be what is measured.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    const timeOnce = (line: string, count: number): number => {
      const block = blockOf(`---\n${`${line}\n`.repeat(count)}---\n`);
      const time = startCpuTime();
      contentOf(block);
      return time();
    };
    // The best of three: work that grows too fast is slow every time.
    const timeFor = (line: string, count: number): number => Math.min(...[1, 2, 3].map(() => timeOnce(line, count)));
    // Work that grows with the square would take sixteen times as long.
    try {
      for (const line of ['k: v', 'k：v', 'k: a: b', '\t- a', 'b: *a']) {
        const [long, short] = [timeFor(line, 1000), timeFor(line, 250)];
        assert.ok(long < 8 * short + 100, `${line}: 250 in ${short} ms, 1,000 in ${long} ms`);
      }
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  });

  it('is read without a throw, and with every place within it, whatever it is', function () {
    this.timeout(10_000);
    const pieces =
      'a|b: |: |[|]|{|}|"|\'|&a |*a|!!str |- |? |  |\t|\n|\r\n|#|%|@|`|||>|...|\ud83d|\u0000|\u2028|<<: |0x1f|.inf'.split(
        '|',
      );
    property(
      2000,
      (random) => random.list(12, () => random.pick([...pieces, '|'])),
      (parts) => {
        const text = `---\n${parts.join('')}\n---\n`;
        const block = blockOf(text);
        const { fields, problems, spanOf } = contentOf(block);
        for (const { key, value } of fields) {
          for (const { from, to } of [key, value]) assert.ok(0 <= from && from <= to && to <= block.text.length);
        }
        for (const { from, to } of problems) assert.ok(0 <= from && from <= to && to <= block.text.length);
        spanOf(['a', 0, 'b']);
      },
    );
  });

  itWithCorpus('is without a problem in every log of the corpus, and has the keys that are required', () => {
    for (const { path, text } of corpusLogs()) {
      const { fields, problems, isMapping } = contentOf(blockOf(text));
      assert.ok(isMapping && problems.length === 0, path);
      const names = fields.map(({ name }) => name);
      for (const name of ['layout', 'title', 'date', 'author', 'tag']) assert.ok(names.includes(name), path);
    }
  });
});
