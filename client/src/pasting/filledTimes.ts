import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';

/** Underlines times that were filled in, until somebody changes their line or closes the log. */
class FilledTimes {
  readonly #marked = new Map<vscode.TextDocument, readonly vscode.Range[]>();
  #type: vscode.TextEditorDecorationType | undefined;

  /** Follows edits and editors from now on. */
  follow(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#show(editor);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#marked.delete(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const before = this.#marked.get(document);
        if (before && contentChanges.length > 0) this.#set(document, contentChanges.reduce(moved, before));
      }),
      { dispose: () => this.#type?.dispose() },
    );
  }

  /** Marks these times of a text that begins at the start of a line of the document. */
  mark(document: vscode.TextDocument, firstLine: number, times: readonly Range[]): void {
    const added = times.map(
      ({ start, end }) =>
        new vscode.Range(firstLine + start.line, start.character, firstLine + end.line, end.character),
    );
    this.#set(document, [...(this.#marked.get(document) ?? []), ...added]);
  }

  #set(document: vscode.TextDocument, ranges: readonly vscode.Range[]): void {
    this.#marked.set(document, ranges);
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) this.#show(editor);
  }

  #show(editor: vscode.TextEditor): void {
    const ranges = this.#marked.get(editor.document);
    if (!ranges) return;
    this.#type ??= vscode.window.createTextEditorDecorationType({
      textDecoration: 'underline dotted',
      overviewRulerColor: new vscode.ThemeColor('editorInfo.foreground'),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    });
    const hoverMessage = vscode.l10n.t('The chat program did not tell this time to the second; it was filled in.');
    editor.setDecorations(
      this.#type,
      ranges.map((range) => ({ range, hoverMessage })),
    );
  }
}

/** The times in open logs that were filled in. */
export const filledTimes = new FilledTimes();

/** Where marks stand after a change; those on a line that was changed are gone. */
function moved(
  ranges: readonly vscode.Range[],
  { range: { start, end }, text }: vscode.TextDocumentContentChangeEvent,
): readonly vscode.Range[] {
  const lines = text.split(/\r\n|\r|\n/).length - 1 - (end.line - start.line);
  return ranges.flatMap((range) => {
    const { line } = range.start;
    if (line < start.line || (line === start.line && range.end.isBefore(start))) return [range];
    // Whole lines that come or go right above leave the line as it is.
    const isAbove = line === end.line && end.character === 0 && start.character === 0 && /^$|[\n\r]$/.test(text);
    return line > end.line || isAbove
      ? [new vscode.Range(range.start.translate(lines), range.end.translate(lines))]
      : [];
  });
}
