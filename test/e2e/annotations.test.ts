import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, workspaceFile } from './editor.js';

const LOG = workspaceFile('people/2026-11-24-WeChat.txt');

/** Waits until a log says this. */
function says(document: vscode.TextDocument, what: RegExp): Promise<string> {
  return eventually(String(what), vscode.workspace.onDidChangeTextDocument, () =>
    what.test(document.getText()) ? document.getText() : undefined,
  );
}

/** The place where a text begins. */
function placeOf({ document }: vscode.TextEditor, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, text);
  return document.positionAt(at);
}

function putCursor(editor: vscode.TextEditor, text: string): void {
  const place = placeOf(editor, text);
  editor.selection = new vscode.Selection(place, place);
}

async function insert({ document }: vscode.TextEditor, place: vscode.Position, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, place, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`chatlog.${command}`);

describe('Annotations in the editor', () => {
  let editor: vscode.TextEditor;
  let before: string;
  beforeEach(async () => {
    editor = await open(LOG);
    before = editor.document.getText();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are resolved, opened again and deleted at the cursor, each in one step of undo', async () => {
    const next = placeOf(editor, '> 19:31:10');
    await insert(editor, next, '<!-- @note 2026-11-25 何青: 一 -->\n<!-- @note 2026-11-25 小满: 二 -->\n');
    const noted = editor.document.getText();
    editor.selection = new vscode.Selection(next, next);
    await run('resolveNotes');
    const resolved = await says(editor.document, /小满 \[resolved\]: 二/);
    await run('reopenNotes');
    assert.equal(await says(editor.document, /小满: 二/), noted);
    await vscode.commands.executeCommand('undo');
    assert.equal(await says(editor.document, /\[resolved\]/), resolved);
    await run('deleteNotes');
    assert.equal(editor.document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), resolved);
  });

  it('are found where an edit above has just moved them', async () => {
    await insert(editor, placeOf(editor, '> 19:31:10'), '<!-- @note: 一 -->\n');
    const last = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await insert(editor, last, '\n> 23:59:00  小满\n\n晚\n\n<!-- @note: 三 -->\n');
    for (let times = 0; times < 5; times++)
      await insert(editor, placeOf(editor, '> 08:13:05'), '> 08:00:00  阿泽\n\n早\n\n');
    putCursor(editor, '<!-- @note: 三');
    await run('resolveNotes');
    const text = await says(editor.document, /\[resolved\]/);
    assert.match(text, /<!-- @note \[resolved\]: 三 -->/);
    assert.match(text, /<!-- @note: 一 -->/);
  });

  it('stay as they are where the cursor is in another entry', async () => {
    await insert(editor, placeOf(editor, '> 19:31:10'), '<!-- @note: 一 -->\n');
    const noted = editor.document.getText();
    for (const elsewhere of ['> 08:12:40', '> 19:31:10', 'layout']) {
      putCursor(editor, elsewhere);
      // It says why, and rejects as cancelled.
      await run('resolveNotes').then(undefined, () => undefined);
      assert.equal(editor.document.getText(), noted);
    }
  });

  it('move the start and end of a talk to the cursor, and lead there', async () => {
    const at = (key: string): string =>
      new RegExp(`${key}: "?(\\d\\d:\\d\\d:\\d\\d)`).exec(editor.document.getText())?.[1] ?? '';
    const [start, end] = [at('start'), at('end')];
    assert.ok(start && end);
    putCursor(editor, '> 19:33:26');
    await run('startTalkHere');
    await says(editor.document, /start: "?19:33:26/);
    assert.equal(at('end'), end);
    await run('goToTalkEnd');
    assert.ok(editor.selection.active.isAfterOrEqual(placeOf(editor, `> ${end}`)));
    await run('goToTalkStart');
    assert.deepEqual(editor.selection.active, placeOf(editor, '> 19:33:26'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });
});
