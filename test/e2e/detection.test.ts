import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, workspaceFile } from './editor.js';

/** The document of the file, once it has the language. */
function withLanguage(uri: vscode.Uri, language: string): Promise<vscode.TextDocument> {
  return eventually(`${uri.path} as ${language}`, vscode.workspace.onDidOpenTextDocument, () =>
    vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString() && document.languageId === language,
    ),
  );
}

describe('Detection of logs', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('knows a log by its name', async () => {
    const { document } = await open(workspaceFile('2026-11-20-WeChat.txt'));
    assert.equal(document.languageId, 'chatlog');
  });

  it('knows a log by its look', async () => {
    const uri = workspaceFile('evening.txt');
    await open(uri);
    await withLanguage(uri, 'chatlog');
  });

  it('leaves a log that somebody turns into plain text as it is', async () => {
    const uri = workspaceFile('evening.txt');
    await open(uri);
    const log = await withLanguage(uri, 'chatlog');
    await vscode.languages.setTextDocumentLanguage(log, 'plaintext');
    await withLanguage(uri, 'plaintext');
    // Another file is looked at after it, so this one has been.
    await open(workspaceFile('night.txt'));
    await withLanguage(workspaceFile('night.txt'), 'chatlog');
    assert.ok(
      vscode.workspace.textDocuments.some((each) => each.uri.path === uri.path && each.languageId === 'plaintext'),
    );
  });

  it('leaves other text alone', async () => {
    const { document } = await open(workspaceFile('notes.txt'));
    await vscode.extensions.getExtension('chatlog.chatlog')?.activate();
    await open(workspaceFile('late/night.txt'));
    await withLanguage(workspaceFile('late/night.txt'), 'chatlog');
    assert.equal(document.languageId, 'plaintext');
  });

  it('knows a log by a pattern of the user, and none by its look where that is turned off', async () => {
    const files = vscode.workspace.getConfiguration('chatlog.files');
    await files.update('patterns', ['**/raw/*.txt'], vscode.ConfigurationTarget.Workspace);
    await files.update('detect', false, vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await open(workspaceFile('other/unseen.txt'));
      await open(workspaceFile('raw/draft.txt'));
      await withLanguage(workspaceFile('raw/draft.txt'), 'chatlog');
      assert.equal(document.languageId, 'plaintext');
    } finally {
      await files.update('patterns', undefined, vscode.ConfigurationTarget.Workspace);
      await files.update('detect', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
