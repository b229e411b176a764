import assert from 'node:assert/strict';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-protocol';
import { documentSymbol } from '../../server/src/features/documentSymbol.js';
import type { ClientTraits } from '../../server/src/features/feature.js';
import { contextFor, parse, uri } from '../support/featureContext.js';

const KINDS: Record<number, string> = { 3: 'namespace', 5: 'class', 15: 'string', 20: 'key', 24: 'event' };

const isFlat = (symbol: DocumentSymbol | SymbolInformation): symbol is SymbolInformation => 'location' in symbol;

function shown(symbol: DocumentSymbol | SymbolInformation, indent = ''): string {
  const kind = KINDS[symbol.kind];
  if (isFlat(symbol)) {
    const { start, end } = symbol.location.range;
    assert.equal(symbol.location.uri, uri);
    return `${kind} ${symbol.name} ${start.line}-${end.line} in ${symbol.containerName ?? 'nothing'}\n`;
  }
  const { name, detail, range, selectionRange, children } = symbol;
  const { start, end } = selectionRange;
  const at = `${range.start.line}-${range.end.line} at ${start.line}:${start.character}-${end.line}:${end.character}`;
  const within = children?.map((child) => shown(child, `${indent}  `)).join('') ?? '';
  return `${indent}${kind} ${name}${detail === undefined ? '' : ` (${detail})`} ${at}\n${within}`;
}

function check(text: string, client: Partial<ClientTraits>, expected: string): void {
  const symbols = documentSymbol.answer(parse(text), { textDocument: { uri } }, contextFor(client));
  assert.equal(symbols.map((symbol) => shown(symbol)).join(''), expected);
}

const LOG = '---\nlayout: source\n---\n> 09:00:00  阿泽\n早\n> 09:00:01  Ann\nhi\n> 09:00:02  Ann\nbye\n';

describe('Document symbols', () => {
  it('are front matter, and speakers with their entries', () =>
    check(
      LOG,
      {},
      'namespace Front matter 0-3 at 0:0-0:3\n' +
        'class Ann (2 entries) 5-7 at 5:12-5:15\n' +
        '  string 09:00:01  hi 5-7 at 5:2-5:10\n' +
        '  string 09:00:02  bye 7-9 at 7:2-7:10\n' +
        'class 阿泽 (1 entry) 3-5 at 3:12-3:14\n' +
        '  string 09:00:00  早 3-5 at 3:2-3:10\n',
    ));

  it('have talks between the two', () =>
    check(
      '---\ntalks: [{title: 日切, start: "09:00:00"}]\n---\n> 09:00:00  Ann\nhi\n',
      {},
      'namespace Front matter 0-3 at 0:0-0:3\n' +
        'event Talk: 日切 (Ann, 09:00:00–) 3-5 at 3:12-3:15\n' +
        '  string 09:00:00  hi 3-5 at 3:2-3:10\n' +
        'class Ann (1 entry) 3-5 at 3:12-3:15\n' +
        '  string 09:00:00  hi 3-5 at 3:2-3:10\n',
    ));

  it('list the entries once more in their order for a client that asks for it', () =>
    check(
      LOG,
      { entrySymbols: true },
      'namespace Front matter 0-3 at 0:0-0:3\n' +
        'key 09:00:00  阿泽 (早) 3-5 at 3:2-3:10\n' +
        'key 09:00:01  Ann (hi) 5-7 at 5:2-5:10\n' +
        'key 09:00:02  Ann (bye) 7-9 at 7:2-7:10\n' +
        'class Ann (2 entries) 5-7 at 5:12-5:15\n' +
        '  string 09:00:01  hi 5-7 at 5:2-5:10\n' +
        '  string 09:00:02  bye 7-9 at 7:2-7:10\n' +
        'class 阿泽 (1 entry) 3-5 at 3:12-3:14\n' +
        '  string 09:00:00  早 3-5 at 3:2-3:10\n',
    ));

  it('are flat for a client that takes no symbols within symbols', () =>
    check(
      LOG,
      { hierarchicalSymbols: false, entrySymbols: true },
      'namespace Front matter 0-3 in nothing\n' +
        'class Ann 5-7 in nothing\n' +
        'string 09:00:01  hi 5-7 in Ann\n' +
        'string 09:00:02  bye 7-9 in Ann\n' +
        'class 阿泽 3-5 in nothing\n' +
        'string 09:00:00  早 3-5 in 阿泽\n',
    ));

  it('are none in an empty log, and front matter alone where that is all', () => {
    check('', { entrySymbols: true }, '');
    check('---\n---\n', { entrySymbols: true }, 'namespace Front matter 0-2 at 0:0-0:3\n');
  });
});
