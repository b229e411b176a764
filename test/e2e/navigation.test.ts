import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, workspaceFile } from './editor.js';

const LOG = workspaceFile('2026-11-20-WeChat.txt');

/** Puts the cursor before the first place of a text. */
function place(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(text));
  editor.selection = new vscode.Selection(at, at);
}

/** The line that the cursor is on after a command. */
async function lineAfter(editor: vscode.TextEditor, command: string): Promise<string> {
  await vscode.commands.executeCommand(command);
  return editor.document.lineAt(editor.selection.active.line).text.trim();
}

describe('Commands in a log', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('go to the next and the previous entry of the speaker', async () => {
    const editor = await open(LOG);
    place(editor, '有人知道对账文件');
    assert.equal(await lineAfter(editor, 'chatlog.nextEntryOfSpeaker'), '> 08:05:30  阿泽');
    assert.equal(await lineAfter(editor, 'chatlog.previousEntryOfSpeaker'), '> 08:03:27  阿泽');
  });

  it('select the entry and the talk around the cursor', async () => {
    const editor = await open(LOG);
    place(editor, '有人知道对账文件');
    await vscode.commands.executeCommand('chatlog.selectEntry');
    assert.match(editor.document.getText(editor.selection), /^> 08:03:27 {2}阿泽 {2}\n {3}\n有人知道对账文件.*出$/);
    place(editor, '> 19:31');
    await vscode.commands.executeCommand('chatlog.selectTalk');
    assert.match(editor.document.getText(editor.selection), /^> 19:30:05 {2}沈砚秋-鹿鸣清算.*以上是我今天的分享.*$/s);
  });

  it('record what is selected as a talk, in one step to undo', async () => {
    const editor = await open(workspaceFile('late/order.txt'));
    const { document } = editor;
    const before = document.getText();
    editor.selection = new vscode.Selection(document.positionAt(0), document.positionAt(before.length));
    await eventually('a recorded talk', vscode.workspace.onDidChangeTextDocument, async () => {
      if (document.getText() === before) await vscode.commands.executeCommand('chatlog.markTalk');
      return document.getText() === before ? undefined : true;
    });
    assert.match(document.getText(), /\ntalks:\n {2}- /);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('say so where there is nothing to do', async () => {
    const editor = await open(LOG);
    place(editor, '---');
    const before = editor.document.getText();
    await vscode.commands.executeCommand('chatlog.recordTalk');
    await vscode.commands.executeCommand('chatlog.selectTalk');
    assert.equal(editor.document.getText(), before);
    assert.ok(editor.selection.isEmpty);
  });
});
