import type {
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver-protocol';
import { type ChatDocument, entryItems, type OutlineItem, outlineOf } from '../language/index.js';
import { toRange } from './convert.js';
import type { Feature, FeatureContext } from './feature.js';

/** Numbers of LSP's `SymbolKind`: namespace, event, class and string have icons that tell the four apart. */
const KIND = { frontMatter: 3, talk: 24, speaker: 5, entry: 15 } as const satisfies Record<
  OutlineItem['kind'],
  SymbolKind
>;
const KEY: SymbolKind = 20;

/**
 * Front matter, talks, and speakers with their entries. A speaker's entries stand all over the log, so no range of the
 * speaker's could hold them and nobody else's; editors that find the breadcrumb by ranges would show the wrong person.
 * For these the entries come once more in their order, before the speakers, as symbols of the kind *key*, which such a
 * client leaves out of its outline.
 */
export const documentSymbol: Feature<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]> = {
  method: 'textDocument/documentSymbol',
  capabilities: { documentSymbolProvider: true },
  nothing: [],
  answer(document, _params, context) {
    const items = outlineOf(document);
    if (!context.client.hierarchicalSymbols) return items.flatMap((item) => flatSymbols(document, item, context));
    const symbols = items.map((item) => symbolOf(document, item, context));
    if (!context.client.entrySymbols) return symbols;
    const entries = entryItems(document).map((item) => ({ ...symbolOf(document, item, context), kind: KEY }));
    const speakers = items.findIndex(({ kind }) => kind === 'speaker');
    return speakers < 0 ? symbols : [...symbols.slice(0, speakers), ...entries, ...symbols.slice(speakers)];
  },
};

function symbolOf(document: ChatDocument, item: OutlineItem, context: FeatureContext): DocumentSymbol {
  return {
    name: context.say(item.name),
    ...(item.detail !== undefined && { detail: context.say(item.detail) }),
    kind: KIND[item.kind],
    range: toRange(document, item.span),
    selectionRange: toRange(document, item.nameSpan),
    children: item.children.map((child) => symbolOf(document, child, context)),
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
