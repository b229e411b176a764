import assert from 'node:assert/strict';
import { ChatDocument, type Entry, type Mark, marksOf, textOf } from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';
import { startCpuTime } from '../../support/cpuTime.js';
import { randomPieces } from '../../support/logText.js';
import { property } from '../../support/random.js';

const parse = (text: string): ChatDocument => ChatDocument.parse('file:///log.txt', 1, text);

/** A body in an entry that other entries stand around. */
function entryOf(body: string): Entry {
  const entries = [...parse(`> 08:59:00  前\n[玫瑰]\n> 09:00:00  Ann\n${body}\n> 09:01:00  后\n[玫瑰]\n`).entries()];
  const entry = entries[1]?.block;
  assert.ok(entry && entries.length === 3);
  return entry;
}

/** A mark as `kind text`, with the parts that it has besides. */
function shown(entry: Entry, mark: Mark): string {
  const text = `${mark.kind} ${textOf(entry, mark.span)}`;
  switch (mark.kind) {
    case 'comment':
      return mark.closed ? text : `${text} (open)`;
    case 'image':
      return `${text} = ${textOf(entry, mark.alt)} | ${textOf(entry, mark.target)}`;
    case 'link':
      return `${text} = ${textOf(entry, mark.title)} | ${textOf(entry, mark.target)}`;
    case 'emoji':
      return `${text} = ${mark.code}`;
    case 'mention':
      return `${text} = ${textOf(entry, mark.name)}`;
    default:
      return text;
  }
}

function check(body: string, ...expected: string[]): void {
  const entry = entryOf(body);
  assert.deepEqual(
    marksOf(entry).map((mark) => shown(entry, mark)),
    expected,
    body,
  );
}

describe('marksOf', () => {
  it('finds emoji codes, and only those WeChat knows', () => {
    check('早[玫瑰]上[OK]好[Facepalm]', 'emoji [玫瑰] = 玫瑰', 'emoji [OK] = OK', 'emoji [Facepalm] = Facepalm');
    check('[玫瑰][玫瑰]', 'emoji [玫瑰] = 玫瑰', 'emoji [玫瑰] = 玫瑰');
    check('[2017] [招商银行] [1] [] [ 玫瑰 ] [玫\n瑰] [玫瑰');
    check('[[玫瑰]]', 'emoji [玫瑰] = 玫瑰');
  });

  it('finds mentions up to U+2005, a question mark, a space or the end', () => {
    check('@Kim-青杉-产品-北京?banca', 'mention @Kim-青杉-产品-北京 = Kim-青杉-产品-北京');
    check('@林一诺\u2005早', 'mention @林一诺 = 林一诺');
    check('@林一诺 早 @阿泽', 'mention @林一诺 = 林一诺', 'mention @阿泽 = 阿泽');
    check('请@阿泽，看', 'mention @阿泽 = 阿泽');
    check('@阿泽 @林一诺', 'mention @阿泽 = 阿泽', 'mention @林一诺 = 林一诺');
    check('@ 你 @');
  });

  it('takes no mail address for a mention', () => {
    check('ann@example.org');
    check('找ann@example.org，或老何@云麓', 'mention @云麓 = 云麓');
  });

  it('finds images and links', () => {
    check(
      '![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png) ',
      'image ![2026-11-20 12:03:56](http://img.example.org/20261120_120356.png) = 2026-11-20 12:03:56 | http://img.example.org/20261120_120356.png',
    );
    check('![]()', 'image ![]() =  | ');
    check('[公告](https://example.org/a)', 'link [公告](https://example.org/a) = 公告 | https://example.org/a');
    check('[玫瑰](https://example.org/a)', 'link [玫瑰](https://example.org/a) = 玫瑰 | https://example.org/a');
    check('![a](b c)');
    check('![a](b');
    check('[a]()');
    check('![玫瑰]x', 'emoji [玫瑰] = 玫瑰');
  });

  it('finds bare addresses, without the punctuation behind them', () => {
    check('看https://www.example.org/a-b.html，第三章', 'url https://www.example.org/a-b.html');
    check('（http://example.org/?a=1&b=2#c）。', 'url http://example.org/?a=1&b=2#c');
    check('http://example.org/.', 'url http://example.org/');
    check('(http://example.org/a)', 'url http://example.org/a');
    check('http://example.org/@ann', 'url http://example.org/@ann');
    check('http:// https://. http');
  });

  it('finds escaped entities', () => {
    for (const entity of ['&amp;', '&amp;#183;', '&amp;amp;', '&amp;amp;amp;#160;', '&#x4e00;', '&nbsp;']) {
      check(`a${entity}b`, `entity ${entity}`);
    }
    check('a & b; R&D; &; &#; &amp &#12345678;');
  });

  it('finds comments, over several lines and unclosed ones', () => {
    check('<!-- @tag 代还, 合规 -->', 'comment <!-- @tag 代还, 合规 -->');
    check('<!-- a\n@b\n[玫瑰] -->[玫瑰]', 'comment <!-- a\n@b\n[玫瑰] -->', 'emoji [玫瑰] = 玫瑰');
    check('<!-- a [玫瑰]', 'comment <!-- a [玫瑰]\n (open)');
    check('<!---->', 'comment <!---->');
  });

  it('looks at the body only', () => {
    const [entry] = [...parse('> 09:00:00  老何@云麓[玫瑰]\nhi\n').entries()];
    assert.deepEqual(entry && marksOf(entry.block), []);
  });

  it('gives marks in order, without overlap, within the body, whatever stands there', () => {
    property(
      800,
      (random) => ['> 09:00:00  Ann\n', ...randomPieces(random, 16)],
      (pieces) => {
        for (const { block } of parse(pieces.join('')).entries()) {
          let at = block.body.from;
          for (const { span } of marksOf(block)) {
            assert.ok(span.from >= at && span.to > span.from && span.to <= block.body.to);
            at = span.to;
          }
        }
      },
    );
  });

  it('looks once at an entry that edits leave as it is', () => {
    const before = parse('> 09:00:00  Ann\n[玫瑰]\n> 09:00:01  Bob\n[OK]\n> 09:00:02  Cid\n@Ann\n');
    const after = before.edit({ from: 16, to: 16, insert: 'x' });
    const last = (document: ChatDocument) => marksOf([...document.entries()].at(-1)?.block as Entry);
    assert.equal(last(after), last(before));
  });

  it('takes time in proportion to the length of a line', function () {
    this.timeout(60_000);
    const pieces = [
      '[',
      '![',
      '@',
      '<!--',
      '&amp;',
      '&',
      'http://',
      '](',
      '[](',
      '![a](',
      '[a](b',
      'http://.,',
      '@a',
      '@??',
      '@a(b',
      '@a.',
      '（',
      '(',
      '!',
      ' ',
    ];
    /** Milliseconds, the best of three, so that a collection of garbage is not taken for growth. */
    const time = (piece: string, count: number): number => {
      const once = (): number => {
        const entry = entryOf(piece.repeat(count));
        const spent = startCpuTime();
        marksOf(entry);
        return spent();
      };
      return Math.min(once(), once(), once());
    };
    for (const piece of pieces) {
      const short = time(piece, 5000);
      const long = time(piece, 40_000);
      assert.ok(long < 16 * short + 50, `${JSON.stringify(piece)}: 5,000 in ${short} ms, 40,000 in ${long} ms`);
    }
  });

  itWithCorpus('finds an image on every line of the corpus that begins with one', () => {
    for (const { path, text } of corpusLogs()) {
      const lines = text.split('\n').filter((line) => /^!\[[^\]]*\]\(\S*\)/.test(line)).length;
      let images = 0;
      for (const { block } of parse(text).entries()) {
        for (const { kind, span } of marksOf(block)) {
          if (kind === 'image' && /[\n\r]/.test(block.text.charAt(span.from - 1))) images++;
        }
      }
      assert.equal(images, lines, path);
    }
  });
});
