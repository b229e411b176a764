import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver-protocol';
import type { ChatDocument } from '../language/index.js';
import { completionKind, type Proposal } from './completions/completionSource.js';
import { completionSources } from './completions/index.js';
import { lineSpan, toOffset, toRange } from './convert.js';
import type { ArchiveFeature, ClientTraits } from './feature.js';

/** All that the files of `completions/` propose at a place, those of one file behind those of the other. */
export const completion: ArchiveFeature<CompletionParams, CompletionList | null> = {
  method: 'textDocument/completion',
  capabilities: {
    completionProvider: {
      triggerCharacters: [...new Set(completionSources.flatMap(({ triggers }) => triggers))].sort(),
      resolveProvider: true,
    },
  },
  nothing: null,
  async answer(document, { position }, context) {
    const offset = toOffset(document, position);
    const line = lineSpan(document, offset);
    const request = {
      document,
      offset,
      placed: document.blockAt(offset),
      before: document.slice({ from: line.from, to: offset }),
      after: document.slice({ from: offset, to: line.to }),
      context,
      archive: context.archive,
    };
    const proposed = await Promise.all(completionSources.map((source) => source.complete(request)));
    const sets = proposed.filter((set) => set !== undefined);
    const items = sets.flatMap((set) => set.items);
    if (items.length === 0) return null;
    return {
      isIncomplete: sets.some(({ more }) => more),
      items: items.map((item, index) => toItem(document, item, index, context.client)),
    };
  },
};

function toItem(document: ChatDocument, proposal: Proposal, index: number, client: ClientTraits): CompletionItem {
  const { label, kind, description, span, overwriteTo = span.to, insert, snippet, filter, again, about } = proposal;
  const newText = client.snippets ? (snippet ?? insert) : insert;
  const range = toRange(document, span);
  return {
    label,
    ...(description !== undefined &&
      (client.labelDetails ? { labelDetails: { description } } : { detail: description })),
    kind: completionKind[kind],
    sortText: String(index).padStart(5, '0'),
    filterText: filter,
    textEdit: client.insertReplace
      ? { newText, insert: range, replace: toRange(document, { ...span, to: Math.max(span.to, overwriteTo) }) }
      : { newText, range },
    // Else editors would indent all lines like the first.
    ...(newText.includes('\n') && { insertTextMode: 1 }),
    ...(client.snippets && snippet !== undefined && { insertTextFormat: 2 }),
    ...(again && client.suggestsAgain && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
    ...(about && { data: about }),
  };
}
