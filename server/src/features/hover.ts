import type { Hover, HoverParams } from 'vscode-languageserver-protocol';
import { toOffset, toRange } from './convert.js';
import type { ArchiveFeature } from './feature.js';
import { hoverSources } from './hovers/index.js';
import { markdownOf, plainTextOf } from './support/markdown.js';

const sources = [...hoverSources].sort((a, b) => Number(a.last ?? false) - Number(b.last ?? false));

/** All that the files of `hovers/` have to say of a place, one below the other. */
export const hover: ArchiveFeature<HoverParams, Hover | null> = {
  method: 'textDocument/hover',
  capabilities: { hoverProvider: true },
  nothing: null,
  async answer(document, { position }, context) {
    const offset = toOffset(document, position);
    const placed = document.blockAt(offset);
    if (!placed) return null;
    const request = { document, offset, placed, archive: await context.archive(), context };
    const said = await Promise.all(sources.map((source) => source.hover(request)));
    const sections = said.filter((section) => section !== undefined);
    const [first] = sections;
    if (!first) return null;
    const parts = sections.flatMap((section) => section.parts);
    return {
      contents: context.client.markdownHover
        ? { kind: 'markdown', value: markdownOf(parts) }
        : { kind: 'plaintext', value: plainTextOf(parts) },
      range: toRange(document, first.span),
    };
  },
};
