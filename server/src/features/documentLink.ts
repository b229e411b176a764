import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver-protocol';
import { type Entry, marksOf, perBlock, type Span, shiftSpan, textOf } from '../language/index.js';
import { toRange } from './convert.js';
import type { Feature } from './feature.js';
import { addressTarget } from './support/addressTarget.js';

/** The addresses of pictures and links, and those that stand by themselves. */
export const documentLink: Feature<DocumentLinkParams, DocumentLink[]> = {
  method: 'textDocument/documentLink',
  capabilities: { documentLinkProvider: {} },
  nothing: [],
  answer(document) {
    const links: DocumentLink[] = [];
    for (const { block, from } of document.entries()) {
      for (const span of addressesIn(block)) {
        const target = addressTarget(textOf(block, span), document.uri);
        if (target !== undefined) links.push({ range: toRange(document, shiftSpan(span, from)), target });
      }
    }
    return links;
  },
};

const addressesIn = perBlock(findAddresses);

/** Where addresses stand in an entry. */
function findAddresses(entry: Entry): readonly Span[] {
  const { text, body } = entry;
  // An address stands behind `](` or begins with `http`: most entries have neither.
  if (!text.includes('](', body.from) && !text.includes('://', body.from)) return [];
  return marksOf(entry).flatMap((mark) => {
    if (mark.kind === 'url') return [mark.span];
    return mark.kind === 'image' || mark.kind === 'link' ? [mark.target] : [];
  });
}
