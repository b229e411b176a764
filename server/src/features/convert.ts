import type {
  Diagnostic as LspDiagnostic,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { ChatDocument, Diagnostic, Place, Severity, Span, TextChange } from '../language/index.js';
import type { FeatureContext } from './feature.js';

/** The number of a severity in LSP's `DiagnosticSeverity`. */
const SEVERITY = { error: 1, warning: 2, info: 3, hint: 4 } as const satisfies Record<Severity, number>;

export function toPosition(document: ChatDocument, offset: number): Position {
  const { line, column } = document.positionAt(offset);
  return { line, character: column };
}

export function toRange(document: ChatDocument, { from, to }: Span): Range {
  return { start: toPosition(document, from), end: toPosition(document, to) };
}

export function toOffset(document: ChatDocument, { line, character }: Position): number {
  return document.offsetAt({ line, column: character });
}

export function toSpan(document: ChatDocument, { start, end }: Range): Span {
  return { from: toOffset(document, start), to: toOffset(document, end) };
}

/** The start of the line that holds an offset. */
export function lineStart(document: ChatDocument, offset: number): number {
  return document.offsetAt({ line: document.positionAt(offset).line, column: 0 });
}

/** The stretch of the line that holds an offset, its line break not included. */
export function lineSpan(document: ChatDocument, offset: number): Span {
  const { line } = document.positionAt(offset);
  return { from: document.offsetAt({ line, column: 0 }), to: document.offsetAt({ line, column: Infinity }) };
}

/** The range of a stretch of one line. */
export function placeRange({ line, column, length }: Place): Range {
  return { start: { line, character: column }, end: { line, character: column + length } };
}

/** The range of a whole text that is no log. */
export function wholeRange(text: string): Range {
  return { start: { line: 0, character: 0 }, end: { line: text.split(/\r\n|\r|\n/).length, character: 0 } };
}

/** The edits that make a new file with this text; nothing happens to one that is there. */
export function fileCreation(uri: string, text: string): NonNullable<WorkspaceEdit['documentChanges']> {
  return [
    { kind: 'create', uri, options: { ignoreIfExists: true } },
    { textDocument: { uri, version: null }, edits: [{ range: wholeRange(''), newText: text }] },
  ];
}

export function toTextEdit(document: ChatDocument, change: TextChange): TextEdit {
  return { range: toRange(document, change), newText: change.insert };
}

export function toLspDiagnostic(
  document: ChatDocument,
  diagnostic: Diagnostic,
  { say, rulePages }: Pick<FeatureContext, 'say' | 'rulePages'>,
): LspDiagnostic {
  const { ruleId, severity, message, related } = diagnostic;
  return {
    range: toRange(document, diagnostic),
    severity: SEVERITY[severity],
    code: ruleId,
    ...(rulePages !== undefined && { codeDescription: { href: `${rulePages}${ruleId}.md` } }),
    source: 'chatlog',
    message: say(message),
    ...(related && {
      relatedInformation: related.map((place) => ({
        location: { uri: document.uri, range: toRange(document, place) },
        message: say(place.message),
      })),
    }),
  };
}
