import * as vscode from 'vscode';
import type { AnnotatedLog, AnnotatedLogs } from './annotatedLogs.js';

/** Decorations by their type. */
export type Marks = ReadonlyMap<vscode.TextEditorDecorationType, readonly vscode.DecorationOptions[]>;

/** Decorates the editors of logs with what `marksOf` makes of their notes and tags; `types` are all that it uses. */
export function markLogs(
  logs: AnnotatedLogs,
  types: readonly vscode.TextEditorDecorationType[],
  marksOf: (log: AnnotatedLog) => Marks,
): vscode.Disposable {
  const mark = (document: vscode.TextDocument, marks: Marks): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) for (const type of types) editor.setDecorations(type, marks.get(type) ?? []);
    }
  };
  return vscode.Disposable.from(
    ...types,
    logs.onDidChange((log) => mark(log.document, marksOf(log))),
    logs.onDidClose((document) => mark(document, new Map())),
  );
}
