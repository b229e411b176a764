import * as vscode from 'vscode';
import type { CommandContext } from './command.js';

/**
 * Does what the one code action of a kind does at the selection, or at the place that a code lens gives; where there is
 * none, says so.
 */
export async function runCodeAction(
  { client, logEditor }: CommandContext,
  { kind, none, at }: { readonly kind: string; readonly none: string; readonly at?: vscode.Position | undefined },
): Promise<void> {
  // A server that is still starting offers nothing.
  await client();
  const editor = logEditor();
  const range = at ? new vscode.Range(at, at) : editor?.selection;
  const actions =
    editor &&
    (await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
      kind,
    ));
  const edit = actions?.find((action) => action.kind?.value === kind)?.edit;
  if (edit) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showInformationMessage(none);
}
