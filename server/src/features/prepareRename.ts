import type { PrepareRenameParams, Range } from 'vscode-languageserver-protocol';
import { tagAt } from '../language/index.js';
import { toOffset, toRange } from './convert.js';
import type { ArchiveFeature } from './feature.js';
import { namesKnown } from './support/namesKnown.js';
import { nameToRename } from './support/nameToRename.js';

/** Which name of a person or a tag would be renamed at a place; it says so where there is none. */
export const prepareRename: ArchiveFeature<PrepareRenameParams, { range: Range; placeholder: string } | null> = {
  method: 'textDocument/prepareRename',
  // `rename.ts` promises both.
  capabilities: {},
  nothing: null,
  async answer(document, { position }, context) {
    const tag = tagAt(document, toOffset(document, position));
    if (tag) return { range: toRange(document, tag.span), placeholder: tag.name };
    const known = namesKnown(document, context, await context.wholeArchive());
    const { name, span } = nameToRename(document, toOffset(document, position), known);
    return { range: toRange(document, span), placeholder: name };
  },
};
