import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { lint } from '../language/index.js';
import { toLspDiagnostic } from './convert.js';
import type { Feature } from './feature.js';

/** The rules whose findings a header or a comment raises while it is half written. */
const WHILE_TYPED: ReadonlySet<string> = new Set([
  'annotation-malformed',
  'header-malformed',
  'speaker-missing',
  'text-before-first-entry',
  'time-invalid',
  'time-order',
]);

/** What the rules find in a log, when the client asks for it; clients that don't ask are sent the same. */
export const diagnostic: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  method: 'textDocument/diagnostic',
  capabilities: {
    diagnosticProvider: { identifier: 'chatlog', interFileDependencies: false, workspaceDiagnostics: false },
  },
  nothing: { kind: 'full', items: [] },
  answer(document, _params, context) {
    const typing = context.typingLine(document);
    const items = lint(document, context.lintOptions)
      .map((found) => toLspDiagnostic(document, found, context))
      .filter(({ code, range }) => range.start.line !== typing || !WHILE_TYPED.has(String(code)));
    return { kind: 'full', items };
  },
};
