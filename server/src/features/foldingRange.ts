import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver-protocol';
import {
  annotationLinesOf,
  type Block,
  isBlank,
  marksOf,
  perBlock,
  type Span,
  talksOf,
  trimmedEnd,
} from '../language/index.js';
import { toPosition } from './convert.js';
import type { Feature } from './feature.js';

/**
 * Folds front matter, talks, entries to their header, comments of several lines, and annotations one below the other; blank
 * lines at the end of what folds stay outside. Of a log with more folds than the client takes it has the talks and the first.
 */
export const foldingRange: Feature<FoldingRangeParams, FoldingRange[]> = {
  method: 'textDocument/foldingRange',
  capabilities: { foldingRangeProvider: true },
  nothing: [],
  answer(document, _params, { client: { mostFolds } }) {
    const ranges: FoldingRange[] = [];
    const add = (startLine: number, endLine: number, kind: Fold['kind']): void => {
      if (endLine > startLine && ranges.length < mostFolds)
        ranges.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
    };
    for (const { first, last } of talksOf(document)) {
      if (!first || !last) continue;
      add(
        toPosition(document, first.from).line,
        toPosition(document, last.from).line + lastLineOf(last.block),
        'region',
      );
    }
    let line = 0;
    for (const { block } of document.blocks()) {
      if (ranges.length >= mostFolds) break;
      for (const { first, last, kind } of foldsOf(block)) add(line + first, line + last, kind);
      line += block.lineBreaks;
    }
    return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  },
};

/** What folds in a block; lines count from its start. */
interface Fold {
  readonly first: number;
  readonly last: number;
  readonly kind: 'region' | 'comment' | undefined;
}

const foldsOf = perBlock(findFolds);

/** The folds of a block. */
function findFolds(block: Block): readonly Fold[] {
  if (block.kind === 'preamble') return [];
  const whole = { first: 0, last: lastLineOf(block) };
  if (block.kind === 'frontMatter') return [{ ...whole, kind: 'region' }];
  const folds: Fold[] = [{ ...whole, kind: undefined }];
  if (!block.text.includes('<!--', block.body.from)) return folds;
  const comments = marksOf(block).flatMap((mark) => (mark.kind === 'comment' && mark.closed ? [mark.span] : []));
  const annotations = annotationLinesOf(block).flatMap(({ lines, span: { from, to } }) =>
    lines.length > 1 ? [{ from, to: trimmedEnd(block.text, from, to) }] : [],
  );
  return [...folds, ...commentFolds(block.text, annotations), ...commentFolds(block.text, comments)];
}

/** The folds of stretches of a text that are in order and don't overlap. */
function commentFolds(text: string, spans: readonly Span[]): readonly Fold[] {
  let last = 0;
  let at = 0;
  return spans.map(({ from, to }) => {
    const first = last + lineBreaksIn(text.slice(at, from));
    last = first + lineBreaksIn(text.slice(from, to));
    at = to;
    return { first, last, kind: 'comment' };
  });
}

/** The last line of a block that is not blank, counted from its start. */
function lastLineOf({ text, lineBreaks }: Block): number {
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1, end)) end--;
  return lineBreaks - lineBreaksIn(text.slice(end));
}

const lineBreaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
