import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { ChatDocument, marksOf } from '../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { type GrammarSpan, grammarSpans } from '../support/grammarSpans.js';
import { randomPieces } from '../support/logText.js';
import { property } from '../support/random.js';
import { loadGrammar, tokenize } from '../support/tokenize.js';

const test = resolve(import.meta.dirname ?? __dirname, '..');
const fixtures = [join(test, '../samples'), join(test, 'grammar/fixtures')].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name)),
);

/** What the parser sees, and where it reads a line as the header it was meant to be, which the grammar leaves uncoloured. */
function parserView(text: string): {
  readonly spans: GrammarSpan[];
  readonly nearMisses: readonly { from: number; to: number }[];
} {
  const spans: GrammarSpan[] = [];
  const nearMisses: { from: number; to: number }[] = [];
  for (const { block, from } of ChatDocument.parse('file:///log.txt', 1, text).blocks()) {
    if (block.kind !== 'entry') continue;
    if (!block.wellFormed) {
      nearMisses.push({ from, to: from + block.text.length });
      continue;
    }
    const { time, speaker } = block;
    spans.push({ kind: 'time', from: from + time.from, to: from + time.to });
    if (speaker.to > speaker.from) spans.push({ kind: 'speaker', from: from + speaker.from, to: from + speaker.to });
    for (const { kind, span } of marksOf(block)) spans.push({ kind, from: from + span.from, to: from + span.to });
  }
  return { spans, nearMisses };
}

function checkAgreement(grammar: IGrammar, text: string): void {
  const parser = parserView(text);
  const inNearMiss = ({ from }: GrammarSpan): boolean =>
    parser.nearMisses.some((miss) => miss.from <= from && from < miss.to);
  const shown = (spans: readonly GrammarSpan[]): string[] =>
    spans.map(({ kind, from, to }) => {
      // White space around the end of a comment that is not closed, and between its lines, is nobody's.
      const piece = kind === 'comment' ? text.slice(from, to).replace(/\s+$/u, '') : text.slice(from, to);
      return `${from} ${kind} ${piece}`;
    });
  const grammarsOwn = grammarSpans(tokenize(grammar, text)).filter(
    (span) => !inNearMiss(span) && !inPreamble(span, parser.spans),
  );
  assert.deepEqual(shown(grammarsOwn), shown(parser.spans));
}

/** A comment may stand before the first entry; the parser has marks for entries only. */
const inPreamble = ({ kind, from }: GrammarSpan, spans: readonly GrammarSpan[]): boolean =>
  kind === 'comment' && from < (spans[0]?.from ?? Number.POSITIVE_INFINITY);

describe('Grammar and parser', function () {
  // The corpus is 230 logs.
  this.timeout(60_000);

  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const path of fixtures) {
    it(`see the same in ${path.slice(test.length + 1).replaceAll('\\', '/')}`, () => {
      const text = readFileSync(path, 'utf8');
      checkAgreement(grammar, text);
      checkAgreement(grammar, text.replaceAll('\n', '\r\n'));
    });
  }

  it('see the same in random bodies', () => {
    const pieces = [
      ...[
        '[强]',
        '[',
        ']',
        '(',
        ')',
        '（',
        '）',
        '![',
        '](',
        '@',
        '@何立',
        '?',
        '??',
        '.',
        ':',
        '~',
        ' ',
        '\u200b',
        '\u3000',
        '\u2005',
      ],
      ...[
        'http://',
        'https://a.b/',
        'x',
        '，',
        '。',
        '&',
        '&amp;',
        'amp;',
        '#183;',
        '#',
        ';',
        '<!--',
        '-->',
        '<!-- @note ',
        '\n',
        '何',
        '😀',
      ],
    ];
    property(
      1500,
      (random) => random.list(25, () => random.pick(pieces)),
      (chosen) => checkAgreement(grammar, `> 09:00:00  何立\n${chosen.join('')}`),
    );
  });

  it('see the same in random logs without near misses', () => {
    property(
      1000,
      (random) => randomPieces(random, 16),
      (pieces) => {
        const text = pieces.join('');
        if (parserView(text).nearMisses.length === 0) checkAgreement(grammar, text);
      },
    );
  });

  itWithCorpus('see the same in every log of the corpus', () => {
    for (const { path, text } of corpusLogs()) {
      try {
        checkAgreement(grammar, text);
      } catch (error) {
        throw new Error(`in ${path}: ${(error as Error).message.slice(0, 2000)}`);
      }
    }
  });
});
