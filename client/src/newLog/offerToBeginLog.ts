import * as vscode from 'vscode';
import { isLogName } from '../../../server/src/language/syntax/logName.js';
import { looksLikeLog } from '../../../server/src/language/syntax/looksLikeLog.js';

/** Offers to make an empty text file a log, where the folder holds logs. Until then it is plain text, so no server sees it. */
export function offerToBeginLog(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: 'plaintext', pattern: '**/*.txt' },
    {
      async provideCodeActions({ uri, lineCount, getText }) {
        if (uri.scheme === 'untitled' || lineCount > 100 || getText().trim() !== '') return [];
        if (!(await holdsLogs(vscode.Uri.joinPath(uri, '..')))) return [];
        const title = vscode.l10n.t('Make this file a chat log');
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { title, command: 'chatlog.newLog', arguments: [uri] };
        action.isPreferred = true;
        return [action];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

/** Whether a folder has a file that is named as logs are, or whose latest file that is named for a day looks like one. */
async function holdsLogs(folder: vscode.Uri): Promise<boolean> {
  try {
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    if (names.some(isLogName)) return true;
    const latest = names
      .filter((name) => /\d{4}-\d{2}-\d{2}.*\.txt$/i.test(name))
      .sort()
      .at(-1);
    if (latest === undefined) return false;
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, latest));
    return looksLikeLog(new TextDecoder().decode(bytes));
  } catch {
    // A folder that can't be looked into.
    return false;
  }
}
