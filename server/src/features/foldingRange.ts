import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver-protocol';
import { type ChatDocument, isBlank, placedTalks, type Span } from '../language/index.js';
import { toPosition } from './convert.js';
import type { Feature } from './feature.js';

/** Folds front matter, talks, and entries to their header; blank lines at an entry's end stay outside. */
export const foldingRange: Feature<FoldingRangeParams, FoldingRange[]> = {
  method: 'textDocument/foldingRange',
  capabilities: { foldingRangeProvider: true },
  nothing: [],
  answer(document) {
    const ranges: FoldingRange[] = [];
    const add = (span: Span, kind?: string): void => {
      const startLine = toPosition(document, span.from).line;
      const endLine = lastLine(document, span);
      if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
    };
    for (const { block, from } of document.blocks()) {
      if (block.kind === 'frontMatter') add({ from, to: from + block.text.length }, 'region');
      else if (block.kind === 'entry') add({ from, to: from + block.text.length });
    }
    for (const { span } of placedTalks(document)) add(span, 'region');
    return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  },
};

/** The last line of the span that is not blank. */
function lastLine(document: ChatDocument, { from, to }: Span): number {
  const text = document.slice({ from, to });
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1, end)) end--;
  return toPosition(document, from + end).line;
}
