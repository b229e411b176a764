import type { ClientCapabilities } from 'vscode-languageserver';
import type { ClientTraits } from '../features/feature.js';

/** What a client can take, from the capabilities it names and from the options of our own that it starts the server with. */
export function clientTraits({ textDocument, workspace }: ClientCapabilities, options: unknown): ClientTraits {
  return {
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    entrySymbols: hasOption(options, 'entrySymbols'),
    mostFolds: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    tellsLineLeft: hasOption(options, 'tellsLineLeft'),
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    fileCreation: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    insertReplace: textDocument?.completion?.completionItem?.insertReplaceSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    markdownCompletion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    suggestsAgain: hasOption(options, 'suggestsAgain'),
    showsEntries: hasOption(options, 'showsEntries'),
    recordsTalks: hasOption(options, 'recordsTalks'),
  };
}

/** Whether the options that the client starts the server with turn something on. */
export function hasOption(options: unknown, name: string): boolean {
  return typeof options === 'object' && options !== null && (options as Record<string, unknown>)[name] === true;
}
