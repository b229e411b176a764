import type { CompletionItem } from 'vscode-languageserver-protocol';
import type { WorkspaceFeature } from '../feature.js';
import { type About, detailsOf } from '../support/about.js';
import type { Part } from '../support/hoverContent.js';
import { markdownOf, plainTextOf } from '../support/markdown.js';

/** The details of the proposal that somebody looks at. */
export const completionResolve: WorkspaceFeature<CompletionItem, CompletionItem | null> = {
  method: 'completionItem/resolve',
  // The feature that makes proposals promises this one.
  capabilities: {},
  nothing: null,
  async answer(item, { archive, client, say }) {
    if (!item.data) return item;
    const { description } = item.labelDetails ?? {};
    const parts: readonly Part[] = [
      // Lists are narrow and cut it.
      ...(description === undefined ? [] : [{ kind: 'line' as const, pieces: [description] }]),
      ...detailsOf(item.data as About, await archive(), say),
    ];
    if (parts.length === 0) return item;
    return {
      ...item,
      documentation: client.markdownCompletion
        ? { kind: 'markdown', value: markdownOf(parts) }
        : { kind: 'plaintext', value: plainTextOf(parts) },
    };
  },
};
