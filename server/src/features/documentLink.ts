import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver-protocol';
import {
  type Block,
  type Entry,
  keptForLast,
  marksOf,
  perChunk,
  type Span,
  shiftSpan,
  textOf,
} from '../language/index.js';
import { placeRange } from './convert.js';
import type { Feature } from './feature.js';
import { addressTarget } from './support/addressTarget.js';

/** The addresses of pictures and links, and those that stand by themselves. */
export const documentLink: Feature<DocumentLinkParams, DocumentLink[]> = {
  method: 'textDocument/documentLink',
  capabilities: { documentLinkProvider: {} },
  nothing: [],
  answer(document) {
    const links: DocumentLink[] = [];
    for (const { chunk, from } of document.chunks()) {
      for (const { span, target } of linksIn(chunk)(document.uri)) {
        const { line, column } = document.positionAt(from + span.from);
        links.push({ range: placeRange({ line, column, length: span.to - span.from }), target });
      }
    }
    return links;
  },
};

/** An address and where it leads; its span counts from the chunk's start. */
interface Link {
  readonly span: Span;
  readonly target: string;
}

/** The links of a chunk in a log with this URI: found when first asked for, kept as long as the chunk lives. */
const linksIn = perChunk(({ blocks }) => keptForLast((log: string) => findLinks(blocks, log)));

function findLinks(blocks: readonly Block[], log: string): readonly Link[] {
  const links: Link[] = [];
  let from = 0;
  for (const block of blocks) {
    for (const span of block.kind === 'entry' ? addressesIn(block) : []) {
      const target = addressTarget(textOf(block, span), log);
      if (target !== undefined) links.push({ span: shiftSpan(span, from), target });
    }
    from += block.text.length;
  }
  return links;
}

function addressesIn(entry: Entry): readonly Span[] {
  const { text, body } = entry;
  // An address stands behind `](` or begins with `http`: most entries have neither.
  if (!text.includes('](', body.from) && !text.includes('://', body.from)) return [];
  return marksOf(entry).flatMap((mark) => {
    if (mark.kind === 'url') return [mark.span];
    return mark.kind === 'image' || mark.kind === 'link' ? [mark.target] : [];
  });
}
