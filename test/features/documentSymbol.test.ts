import assert from 'node:assert/strict';
import type { DocumentSymbol, Position, Range, SymbolInformation } from 'vscode-languageserver-protocol';
import { documentSymbol } from '../../server/src/features/documentSymbol.js';
import type { ClientTraits } from '../../server/src/features/feature.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { contextFor, parse, uri } from '../support/featureContext.js';
import { readMarkers } from '../support/markers.js';

const KINDS: Record<number, string> = {
  1: 'file',
  3: 'namespace',
  5: 'class',
  14: 'constant',
  15: 'string',
  18: 'array',
  21: 'null',
  22: 'enum member',
  24: 'event',
};

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

const symbolsOf = (text: string, client: Partial<ClientTraits> = {}): (DocumentSymbol | SymbolInformation)[] =>
  documentSymbol.answer(parse(text), { textDocument: { uri } }, contextFor(client));

function check(text: string, client: Partial<ClientTraits>, expected: string): void {
  const symbols = symbolsOf(text, client);
  assert.equal(symbols.map((symbol) => shown(symbol)).join(''), expected);
}

/** Checks the breadcrumbs at a cursor, found as VS Code does. */
function checkBreadcrumbs(marked: string, ...expected: string[]): void {
  const { text, cursors } = readMarkers(marked);
  const { line, column } = parse(text).positionAt(cursors[0] ?? 0);
  const symbols = symbolsOf(text, { entrySymbols: true }) as DocumentSymbol[];
  assert.deepEqual(breadcrumbs(symbols, { line, character: column }), expected);
}

/** The first symbol whose range holds the place, ends included, and then those in it. */
function breadcrumbs(symbols: readonly DocumentSymbol[], place: Position): readonly string[] {
  const found = symbols.find(({ range }) => !isBefore(place, range.start) && !isBefore(range.end, place));
  return found ? [found.name, ...breadcrumbs(found.children ?? [], place)] : [];
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
const holds = (outer: Range, inner: Range): boolean =>
  !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);

const LOG = '---\nlayout: source\n---\n> 09:00:00  阿泽\n早\n> 09:00:01  Ann\nhi\n> 09:00:02  Ann\nbye\n';
const SPEAKERS =
  'array Speakers (2) 3-4 at 3:12-3:14\n' +
  '  class Ann (2 entries, 09:00:01–09:00:02) 5-6 at 5:12-5:15\n' +
  '    string 09:00:01  hi 5-6 at 5:2-5:10\n' +
  '    string 09:00:02  bye 7-9 at 7:2-7:10\n' +
  '  class 阿泽 (1 entry, 09:00:00) 3-4 at 3:12-3:14\n' +
  '    string 09:00:00  早 3-4 at 3:2-3:10\n';

describe('Document symbols', () => {
  it('are front matter, and speakers with their entries', () =>
    check(LOG, {}, `namespace Front matter 0-2 at 0:0-0:3\n${SPEAKERS}`));

  it('have talks between the two, pictures and notes behind', () =>
    check(
      '---\ntalks: [{title: 日切, start: "09:00:00"}]\n---\n' +
        '> 09:00:00  Ann\n![](a.png)\n<!-- @note: one\ntwo -->\n<!-- @tag 春游 -->\n',
      {},
      'namespace Front matter 0-2 at 0:0-0:3\n' +
        'event Talk: 日切 (Ann, 09:00:00–) 3-8 at 3:12-3:15\n' +
        '  string 09:00:00  [picture] 3-8 at 3:2-3:10\n' +
        'array Speakers (1) 3-8 at 3:12-3:15\n' +
        '  class Ann (1 entry, 09:00:00) 3-8 at 3:12-3:15\n' +
        '    string 09:00:00  [picture] 3-8 at 3:2-3:10\n' +
        'array Pictures (1) 4-4 at 4:0-4:10\n' +
        '  file 09:00:00  Ann (a.png) 4-4 at 4:0-4:10\n' +
        'array Notes (2) 5-6 at 5:12-6:3\n' +
        '  constant one 5-6 at 5:12-6:3\n' +
        '  enum member #春游 (09:00:00  Ann) 7-7 at 7:0-7:16\n',
    ));

  it('list the entries once more in their order for a client that asks for it', () =>
    check(
      LOG,
      { entrySymbols: true },
      'namespace Front matter 0-2 at 0:0-0:3\n' +
        'array Entries (3) 3-9 at 3:2-3:10\n' +
        '  string 09:00:00  阿泽 (早) 3-4 at 3:2-3:10\n' +
        '  string 09:00:01  Ann (hi) 5-6 at 5:2-5:10\n' +
        `  string 09:00:02  Ann (bye) 7-9 at 7:2-7:10\n${SPEAKERS}`,
    ));

  it('have their places looked for once, however often an entry is listed', () => {
    const [, entries, speakers] = symbolsOf(LOG, { entrySymbols: true }) as DocumentSymbol[];
    const [ann] = speakers?.children ?? [];
    assert.ok(ann?.children?.[0]?.range);
    assert.equal(entries?.children?.[1]?.range, ann.children[0].range);
  });

  it('are flat for a client that takes no symbols within symbols', () =>
    check(
      LOG,
      { hierarchicalSymbols: false, entrySymbols: true },
      'namespace Front matter 0-2 in nothing\n' +
        'array Speakers 3-4 in nothing\n' +
        'class Ann 5-6 in Speakers\n' +
        'string 09:00:01  hi 5-6 in Ann\n' +
        'string 09:00:02  bye 7-8 in Ann\n' +
        'class 阿泽 3-4 in Speakers\n' +
        'string 09:00:00  早 3-4 in 阿泽\n',
    ));

  it('are none in an empty log, and front matter alone where that is all', () => {
    check('', { entrySymbols: true }, '');
    check('---\n---\n', { entrySymbols: true }, 'namespace Front matter 0-1 at 0:0-0:3\n');
  });

  it('name the cursor’s entry in the breadcrumbs', () => {
    const [head, tail] = ['---\ntitle: a\n', '---\n> 09:00:00  阿泽\n早\n> 09:00:01  Ann\n'];
    checkBreadcrumbs(`${head}<|>${tail}hi\n`, 'Front matter');
    checkBreadcrumbs(`${head}---\n<|>> 09:00:00  阿泽\n早\n> 09:00:01  Ann\nhi\n`, 'Entries', '09:00:00  阿泽');
    checkBreadcrumbs(`${head}---\n> 09:00:00  阿泽\n早<|>\n> 09:00:01  Ann\nhi\n`, 'Entries', '09:00:00  阿泽');
    checkBreadcrumbs(`${head}---\n> 09:00:00  阿泽\n早\n<|>> 09:00:01  Ann\nhi\n`, 'Entries', '09:00:01  Ann');
    checkBreadcrumbs(`${head}${tail}hi<|>\n`, 'Entries', '09:00:01  Ann');
    for (const end of ['hi\n<|>', 'hi\r\n<|>', 'hi\n\n  \n<|>', 'hi\n  <|>']) {
      checkBreadcrumbs(`${head}${tail}${end}`, 'Entries', '09:00:01  Ann');
    }
  });

  it('name the time about the cursor in the breadcrumbs of a log that is too long for all its entries', () => {
    const entries = Array.from(
      { length: 2600 },
      (_, i) => `> 09:${String(Math.floor(i / 60)).padStart(2, '0')}:00  Ann\n${i}\n`,
    );
    checkBreadcrumbs(entries.join('').replace('\n1300\n', '\n<|>1300\n'), 'Entries', '09:21:00–09:22:00');
    checkBreadcrumbs(`${entries.join('')}<|>`, 'Entries', '09:42:00–09:43:00');
  });

  it('name the talk in the breadcrumbs, and who says what in it', () => {
    const checkTalk = (offset: string, ...expected: string[]): void =>
      checkBreadcrumbs(
        (
          '---\ntalks: [{title: 日切, speaker: Ann, start: "09:00:00", end: "09:00:04"}]\n---\n' +
          '> 09:00:00  Ann\n大家好\n> 09:00:01  阿泽\n[鼓掌]\n> 09:00:02  Bob\n期待\n> 09:00:03  Cid\n@Ann 为什么？\n' +
          '> 09:00:04  Ann\n以上\n> 09:00:05  阿泽\n@Ann 请问几点？\n'
        ).replace(offset, `<|>${offset}`),
        ...expected,
      );
    checkTalk('大家好', 'Talk: 日切', '09:00:00  大家好');
    checkTalk('[鼓掌]', 'Talk: 日切', 'Audience', '09:00:01  阿泽');
    checkTalk('期待', 'Talk: 日切', 'Audience', '09:00:02  Bob');
    checkTalk('> 09:00:04', 'Talk: 日切', '09:00:04  以上');
    checkTalk('> 09:00:05', 'Entries', '09:00:05  阿泽');
  });

  itWithCorpus('name the entry of every place in the corpus', () => {
    for (const { text } of corpusLogs()) {
      const document = parse(text);
      const symbols = symbolsOf(text, { entrySymbols: true }) as DocumentSymbol[];
      for (const { block, from } of document.entries()) {
        const { line, column } = document.positionAt(from + block.time.from);
        const name = breadcrumbs(symbols, { line, character: column }).at(-1);
        assert.ok(name?.startsWith(block.text.slice(block.time.from, block.time.to)), `${name} at line ${line + 1}`);
      }
    }
  });

  itWithCorpus('are such that VS Code takes them, in logs of the corpus', () => {
    for (const { text } of corpusLogs()) {
      const look = ({ name, range, selectionRange, children }: DocumentSymbol): void => {
        assert.notEqual(name.trim(), '');
        assert.ok(holds(range, selectionRange));
        children?.forEach(look);
      };
      (symbolsOf(text, { entrySymbols: true }) as DocumentSymbol[]).forEach(look);
    }
  });
});
