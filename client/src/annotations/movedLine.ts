import type * as vscode from 'vscode';

/** A change of a text, as VS Code tells of it. */
export type Change = Pick<vscode.TextDocumentContentChangeEvent, 'range' | 'text'>;

/** Where a line is after changes that VS Code tells of together: each counts for the text below it only. */
export function movedLine(line: number, changes: readonly Change[]): number {
  let moved = line;
  for (const { range, text } of changes) {
    const { start, end } = range;
    const isAbove = end.line < line || (end.line === line && end.character === 0);
    if (isAbove) moved += (text.match(/\r\n|\r|\n/g)?.length ?? 0) - (end.line - start.line);
  }
  return moved;
}
