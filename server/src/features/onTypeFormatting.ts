import type { DocumentOnTypeFormattingParams, TextEdit } from 'vscode-languageserver-protocol';
import { formatLog } from '../language/index.js';
import { toOffset, toTextEdit } from './convert.js';
import type { Feature } from './feature.js';

/** Spaces the lines that Enter has just ended; no line comes or goes while somebody types. */
export const onTypeFormatting: Feature<DocumentOnTypeFormattingParams, TextEdit[]> = {
  method: 'textDocument/onTypeFormatting',
  capabilities: { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } },
  nothing: [],
  answer(document, { position }) {
    // At the end of a header Enter makes the blank line as well, so the header is two lines up.
    const first = position.line - 2;
    const part = { from: document.offsetAt({ line: first, column: 0 }), to: toOffset(document, position) };
    const edits = formatLog(document, part).map((change) => toTextEdit(document, change));
    return edits.filter(
      ({ range: { start, end }, newText }) =>
        start.line >= first && end.line < position.line && start.line === end.line && !/[\r\n]/.test(newText),
    );
  },
};
