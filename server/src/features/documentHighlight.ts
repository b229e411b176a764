import type { DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams } from 'vscode-languageserver-protocol';
import { toOffset, toRange } from './convert.js';
import type { ArchiveFeature } from './feature.js';
import { namedAt } from './support/namedAt.js';
import { namesKnown } from './support/namesKnown.js';
import { personNamed } from './support/person.js';
import { placesNaming } from './support/placesNaming.js';

/** Numbers of LSP's `DocumentHighlightKind`: editors colour who speaks otherwise than who is spoken of. */
const WRITE: DocumentHighlightKind = 3;
const READ: DocumentHighlightKind = 2;

/** Every place of the log that names the same person. */
export const documentHighlight: ArchiveFeature<DocumentHighlightParams, DocumentHighlight[]> = {
  method: 'textDocument/documentHighlight',
  capabilities: { documentHighlightProvider: true },
  nothing: [],
  async answer(document, { position }, context) {
    const known = namesKnown(document, context, await context.archive());
    const named = namedAt(document, toOffset(document, position), known);
    if (!named) return [];
    return placesNaming(document, personNamed(named, known), known).map(({ kind, span }) => ({
      range: toRange(document, span),
      kind: kind === 'header' ? WRITE : READ,
    }));
  },
};
