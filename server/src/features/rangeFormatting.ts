import type { DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver-protocol';
import { formatLog } from '../language/index.js';
import { toSpan, toTextEdit } from './convert.js';
import type { Feature } from './feature.js';

/** Gives a part of the log its canonical spacing. */
export const rangeFormatting: Feature<DocumentRangeFormattingParams, TextEdit[]> = {
  method: 'textDocument/rangeFormatting',
  capabilities: { documentRangeFormattingProvider: true },
  nothing: [],
  answer(document, { range }) {
    const part = toSpan(document, range);
    const { from, to } = part;
    return formatLog(document, part)
      .filter((change) => from <= change.from && change.to <= to)
      .map((change) => toTextEdit(document, change));
  },
};
