import assert from 'node:assert/strict';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-protocol';
import { toOffset, toPosition, toRange, toSpan, toTextEdit } from '../../server/src/features/convert.js';
import { documentSymbol } from '../../server/src/features/documentSymbol.js';
import { foldingRange } from '../../server/src/features/foldingRange.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { contextFor, parse, uri } from '../support/featureContext.js';
import { randomPieces } from '../support/logText.js';
import { readMarkers } from '../support/markers.js';
import { property } from '../support/random.js';

/** Checks the range of what is marked, as `line:character-line:character`, and that it leads back. */
function check(marked: string, expected: string): void {
  const { text, ranges } = readMarkers(marked);
  const document = parse(text);
  const span = ranges[0] ?? assert.fail('Nothing is marked.');
  const range = toRange(document, span);
  const show = ({ line, character }: Position): string => `${line}:${character}`;
  assert.equal(`${show(range.start)}-${show(range.end)}`, expected);
  assert.deepEqual(toSpan(document, range), span);
  assert.deepEqual(toTextEdit(document, { ...span, insert: 'x' }), { range, newText: 'x' });
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const holds = (outer: Range, inner: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

/** What VS Code demands of symbols; where one fails, it drops them all. */
function checkSymbols(text: string): void {
  const document = parse(text);
  const look = ({ name, range, selectionRange, children }: DocumentSymbol): void => {
    assert.notEqual(name.trim(), '');
    assert.ok(isBefore(range.start, range.end));
    assert.ok(holds(range, selectionRange), `${JSON.stringify(selectionRange)} not in ${JSON.stringify(range)}`);
    children?.forEach(look);
  };
  const symbols = documentSymbol.answer(document, { textDocument: { uri } }, contextFor({ entrySymbols: true }));
  (symbols as DocumentSymbol[]).forEach(look);
  for (const { startLine, endLine } of foldingRange.answer(document, { textDocument: { uri } }, contextFor())) {
    assert.ok(0 <= startLine && startLine < endLine && endLine < document.lineCount);
  }
}

describe('Conversion to LSP', () => {
  it('counts lines and UTF-16 code units from zero', () => {
    check('<[a]>', '0:0-0:1');
    check('林一诺👩‍💻<[x]>\n', '0:8-0:9');
    check('> 09:00:00  Ann\n<[hi\n]>> 09:00:01  Bob\n', '1:0-2:0');
    check('a\r\nb<[c]>\r\n', '1:1-1:2');
    check('\ufeff<[a]>', '0:1-0:2');
  });

  it('takes a place behind a line’s end, or behind the text, for its end', () => {
    const document = parse('a\nb');
    assert.equal(toOffset(document, { line: 0, character: 99 }), 1);
    assert.equal(toOffset(document, { line: 9, character: 0 }), 3);
    assert.deepEqual(toPosition(document, 99), { line: 1, character: 1 });
  });

  it('gives symbols that VS Code takes, whatever the log', () => {
    property(
      600,
      (random) => randomPieces(random, 20),
      (pieces) => checkSymbols(pieces.join('')),
    );
  });

  itWithCorpus('gives symbols that VS Code takes for logs of the corpus', () => {
    for (const { text } of corpusLogs().filter((_, index) => index % 5 === 0)) checkSymbols(text);
  });
});
