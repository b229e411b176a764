import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-protocol';
import { type ChatDocument, entryItems, type OutlineItem, outlineOf } from '../language/index.js';
import { placeRange, toRange } from './convert.js';
import type { Feature, FeatureContext } from './feature.js';

/** Numbers of LSP's `SymbolKind`. Their icons tell the kinds apart; in the order of the numbers editors sort by category. */
const KIND = {
  picture: 1,
  frontMatter: 3,
  speaker: 5,
  note: 14,
  entry: 15,
  group: 18,
  more: 21,
  tag: 22,
  talk: 24,
} as const satisfies Record<OutlineItem['kind'], SymbolKind>;

/**
 * The outline. A speaker's entries stand all over the log, so no range of the speaker's could hold them and nobody else's.
 * For a client that looks for the cursor's place by ranges all entries come once more, in a group of their own: behind the
 * talks, so that within one the talk is found, and before the speakers, so that elsewhere the entry is.
 */
export const documentSymbol: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]> = {
  method: 'textDocument/documentSymbol',
  capabilities: { documentSymbolProvider: true },
  nothing: [],
  answer(document, _params, context) {
    const items = outlineOf(document, context.lintOptions.speakers);
    if (!context.client.hierarchicalSymbols) return items.flatMap((item) => flatSymbols(document, item, context));
    const rangesOf = rangesIn(document);
    const groups = items.findIndex(({ kind }) => kind === 'group');
    const entries = context.client.entrySymbols && groups >= 0 ? entryItems(document) : [];
    const all = entries.length === 0 ? items : [...items.slice(0, groups), ...entries, ...items.slice(groups)];
    return all.map((item) => symbolOf(item, rangesOf, context));
  },
};

type Ranges = Pick<DocumentSymbol, 'range' | 'selectionRange'>;

/** What ends where an entry does. */
const KINDS_OF_ENTRIES: ReadonlySet<OutlineItem['kind']> = new Set(['talk', 'group', 'speaker', 'entry']);

/** A search for the ranges of items. What stands in several lists is looked for once: in a long log that is most of the work. */
function rangesIn(document: ChatDocument): (item: OutlineItem) => Ranges {
  const ofEntries = new Map<number, Ranges>();
  const textEnd = document.offsetAt({ line: document.lineCount - (endsWithBreak(document) ? 2 : 1), column: Infinity });
  return ({ kind, span: { from, to }, nameSpan }) => {
    const known = kind === 'entry' ? ofEntries.get(from) : undefined;
    if (known) return known;
    // On the empty line at the end of a log no other entry begins: what is last holds it.
    const range = toRange(document, { from, to: to === textEnd && KINDS_OF_ENTRIES.has(kind) ? document.length : to });
    if (kind !== 'entry') return { range, selectionRange: toRange(document, nameSpan) };
    // An entry begins a line, and its name stands on that line.
    const column = nameSpan.from - from;
    const selectionRange = placeRange({ line: range.start.line, column, length: nameSpan.to - nameSpan.from });
    const found = { range, selectionRange };
    ofEntries.set(from, found);
    return found;
  };
}

function endsWithBreak(document: ChatDocument): boolean {
  return document.positionAt(document.length).column === 0;
}

function symbolOf(item: OutlineItem, rangesOf: (item: OutlineItem) => Ranges, context: FeatureContext): DocumentSymbol {
  const { kind, name, detail, children } = item;
  const { range, selectionRange } = rangesOf(item);
  return {
    name: context.say(name),
    ...(detail !== undefined && { detail: context.say(detail) }),
    kind: KIND[kind],
    range,
    selectionRange,
    children: children.map((child) => symbolOf(child, rangesOf, context)),
  };
}

function flatSymbols(
  document: ChatDocument,
  item: OutlineItem,
  context: FeatureContext,
  container?: string,
): SymbolInformation[] {
  const name = context.say(item.name);
  return [
    {
      name,
      kind: KIND[item.kind],
      location: { uri: document.uri, range: toRange(document, item.span) },
      ...(container !== undefined && { containerName: container }),
    },
    ...item.children.flatMap((child) => flatSymbols(document, child, context, name)),
  ];
}
