import type * as vscode from 'vscode';
import type { BaseLanguageClient, TextDocumentPositionParams } from 'vscode-languageclient';

/** The log of an editor and the cursor in it, as the server takes them. */
export function positionParams(
  { code2ProtocolConverter: convert }: BaseLanguageClient,
  { document, selection }: vscode.TextEditor,
): TextDocumentPositionParams {
  return {
    textDocument: convert.asTextDocumentIdentifier(document),
    position: convert.asPosition(selection.active),
  };
}
