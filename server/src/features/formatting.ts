import type { DocumentFormattingParams, TextEdit } from 'vscode-languageserver-protocol';
import { formatLog } from '../language/index.js';
import { toTextEdit } from './convert.js';
import type { Feature } from './feature.js';

/** Gives the log its canonical spacing. */
export const formatting: Feature<DocumentFormattingParams, TextEdit[]> = {
  method: 'textDocument/formatting',
  capabilities: { documentFormattingProvider: true },
  nothing: [],
  answer: (document) => formatLog(document).map((change) => toTextEdit(document, change)),
};
