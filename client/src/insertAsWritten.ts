import type * as vscode from 'vscode';

/** Puts a snippet in, its white space as it is, as one step for undo. Text and cursor come at once: whoever types on, types there. */
export const insertAsWritten = (
  editor: vscode.TextEditor,
  snippet: vscode.SnippetString,
  place: vscode.Position | vscode.Range,
): Thenable<boolean> =>
  editor.insertSnippet(snippet, place, { keepWhitespace: true, undoStopBefore: true, undoStopAfter: true });
