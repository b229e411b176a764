import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, workspaceFile } from './editor.js';

const CHAT =
  '周牧-青杉支付-产品 2026/11/20 23:07\n晚上好[Rose]\n注意事项如下:\n1. 带身份证\n阿泽 2026/11/20 23:07\n> 09:00:00  Ann\n好的\n';
const ENTRIES =
  '> 23:07:00  周牧-青杉支付-产品  \n   \n晚上好[玫瑰]  \n注意事项如下:  \n1. 带身份证  \n   \n' +
  '> 23:07:01  阿泽  \n   \n\\> 09:00:00  Ann  \n好的  \n   \n';

describe('Paste as Log Entries', () => {
  let clipboard: string;
  before(async () => {
    clipboard = await vscode.env.clipboard.readText();
  });
  after(async () => {
    await vscode.env.clipboard.writeText(clipboard);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('makes entries of a conversation, and is undone in one step', async () => {
    const { document } = await open(workspaceFile('2026-11-20-WeChat.txt'));
    const before = document.getText();
    await vscode.env.clipboard.writeText(CHAT);
    await vscode.commands.executeCommand('cursorBottom');
    await vscode.commands.executeCommand('chatlog.pasteEntries');
    assert.equal(document.getText(), before + ENTRIES);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('parts no entry, and leaves what is selected', async () => {
    const editor = await open(workspaceFile('2026-11-20-WeChat.txt'));
    const { document } = editor;
    const before = document.getText();
    const last = before.lastIndexOf('> ');
    // Within the text of the entry before the last.
    const at = document.positionAt(before.lastIndexOf('谢谢老板', last));
    editor.selection = new vscode.Selection(at, at.translate(0, 2));
    await vscode.env.clipboard.writeText(CHAT.replaceAll('23:07', '22:47'));
    await vscode.commands.executeCommand('chatlog.pasteEntries');
    const entries = ENTRIES.replaceAll('23:07', '22:47');
    assert.equal(document.getText(), before.slice(0, last) + entries + before.slice(last));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('changes nothing where the clipboard holds no conversation', async () => {
    const { document } = await open(workspaceFile('2026-11-20-WeChat.txt'));
    const before = document.getText();
    await vscode.env.clipboard.writeText('注意事项如下:\n1. 带身份证\n');
    await vscode.commands.executeCommand('chatlog.pasteEntries');
    assert.equal(document.getText(), before);
  });
});
