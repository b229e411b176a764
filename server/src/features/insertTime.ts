import type { Range, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver-protocol';
import { insertTime as changeOf, type Now } from '../language/index.js';
import { toSpan, toTextEdit } from './convert.js';
import type { Feature } from './feature.js';

/** Asks for the edit that writes a time. */
export interface InsertTimeParams {
  readonly textDocument: TextDocumentIdentifier;
  /** What is selected, or the cursor. */
  readonly range: Range;
  /** The moment on the user's clock. */
  readonly now: Now;
}

/** The time now, or, in an older log, the one after the entry above: in place of a header's, else of what is selected. */
export const insertTime: Feature<InsertTimeParams, TextEdit | null> = {
  method: 'chatlog/insertTime',
  capabilities: {},
  nothing: null,
  answer: (document, { range, now }) => toTextEdit(document, changeOf(document, toSpan(document, range), now)),
};
