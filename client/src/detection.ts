import * as vscode from 'vscode';
import { looksLikeLog } from '../../server/src/language/syntax/looksLikeLog.js';

/**
 * Makes plain text documents that are logs ones of the language `chatlog`: those that match the user's own patterns, and,
 * unless the user has turned that off, those that look like one. A document that somebody turns back into plain text
 * stays so until it is closed.
 */
export function followDetection(): vscode.Disposable {
  const decided = new Set<string>();

  async function look(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (document.languageId !== 'plaintext' || decided.has(key) || !isLog(document)) return;
    decided.add(key);
    await vscode.languages.setTextDocumentLanguage(document, 'chatlog');
  }

  for (const document of vscode.workspace.textDocuments) void look(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // A change of language closes a document and opens it again at once; only one that stays closed is forgotten.
      setTimeout(() => {
        const key = uri.toString();
        if (!vscode.workspace.textDocuments.some((open) => open.uri.toString() === key)) decided.delete(key);
      });
    }),
  );
}

function isLog(document: vscode.TextDocument): boolean {
  const files = vscode.workspace.getConfiguration('chatlog.files', document.uri);
  const patterns = files.get<readonly string[]>('patterns', []);
  if (patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0)) return true;
  return files.get('detect', true) && looksLikeLog(document.getText());
}
