import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Tells the server when the cursor leaves the line that was typed on: what is wrong with a header on it can be said then. */
export function tellLineLeft(client: BaseLanguageClient): vscode.Disposable {
  let typed: { readonly uri: string; readonly line: number } | undefined;
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const [change] = contentChanges;
      if (document.languageId !== 'chatlog' || !change) return;
      typed = { uri: document.uri.toString(), line: change.range.start.line };
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const uri = textEditor.document.uri.toString();
      if (typed?.uri !== uri || selections.some(({ active }) => active.line === typed?.line)) return;
      typed = undefined;
      void client.sendNotification('chatlog/lineLeft', {
        uri: client.code2ProtocolConverter.asUri(textEditor.document.uri),
      });
    }),
  );
}
