import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AnnotatedLogs } from './annotatedLogs.js';
import { markLogs } from './markLogs.js';

/** Marks the words that notes are on, or the header where they are on the whole entry; those of resolved threads faintly. */
export function markNotes(client: BaseLanguageClient, logs: AnnotatedLogs): vscode.Disposable {
  const { asRange } = client.protocol2CodeConverter;
  const open = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('chatlog.noteBackground'),
    borderColor: new vscode.ThemeColor('chatlog.noteBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 1px 0',
    overviewRulerColor: new vscode.ThemeColor('chatlog.noteBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const resolved = vscode.window.createTextEditorDecorationType({
    borderColor: new vscode.ThemeColor('chatlog.noteBorder'),
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  return markLogs(logs, [open, resolved], ({ annotations: { threads } }) => {
    const marksOf = (isResolved: boolean): readonly vscode.DecorationOptions[] =>
      threads
        .filter((thread) => thread.resolved === isResolved)
        .map(({ header, quote }) => ({ range: asRange(quote?.range ?? header) }));
    return new Map([
      [open, marksOf(false)],
      [resolved, marksOf(true)],
    ]);
  });
}
