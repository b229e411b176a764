import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, workspaceFile } from './editor.js';

const pair = (value: number): string => String(value).padStart(2, '0');
const dayOf = (date: Date): string => `${date.getFullYear()}-${pair(date.getMonth() + 1)}-${pair(date.getDate())}`;
/** Midnight may pass while the tests run. */
const days = (): string[] => [dayOf(new Date()), dayOf(new Date(Date.now() - 3_600_000))];

/** Runs a command that asks something, and takes what is offered first until it is done. */
async function takingTheFirst(command: string, ...args: readonly unknown[]): Promise<void> {
  let done = false;
  const running = vscode.commands.executeCommand(command, ...args).then(() => {
    done = true;
  });
  while (!done) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  await running;
}

const activeLog = (what: string, condition: (document: vscode.TextDocument) => boolean): Promise<vscode.TextEditor> =>
  eventually(what, vscode.window.onDidChangeActiveTextEditor, () => {
    const editor = vscode.window.activeTextEditor;
    return editor && editor.document.languageId === 'chatlog' && condition(editor.document) ? editor : undefined;
  });

const nameOf = ({ uri }: vscode.TextDocument): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** Text in an editor for a log that is on no disk. */
async function openText(text: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'chatlog', content: text }),
  );
}

function place(editor: vscode.TextEditor, text: string, behind = false): void {
  const { document } = editor;
  const at = document.positionAt(document.getText().indexOf(text) + (behind ? text.length : 0));
  editor.selection = new vscode.Selection(at, at);
}

const LOG =
  '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\nauthor:     None\ntag:\t\t  [chat]\n---\n' +
  '> 09:00:00  林一诺  \n   \n早  \n   \n> 09:00:05  阿泽  \n   \n早上好  \n   \n';

describe('A new log', () => {
  const model = workspaceFile('writing/2026-11-10-WeChat.txt');
  before(() =>
    vscode.workspace.fs.writeFile(model, new TextEncoder().encode(LOG.replaceAll('2026-11-20', '2026-11-10'))),
  );
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(workspaceFile('writing'), { recursive: true });
  });

  const discard = (uri: vscode.Uri): Thenable<void> => vscode.workspace.fs.delete(uri).then(undefined, () => {});

  it('is made for today, in the open log’s folder, modelled on its latest', async () => {
    await open(model);
    await takingTheFirst('chatlog.newLog');
    const editor = await activeLog('a log of today', (document) =>
      days().some((day) => nameOf(document).startsWith(day)),
    );
    const { document } = editor;
    const name = nameOf(document);
    const day = name.slice(0, 10);
    assert.equal(document.uri.toString(), workspaceFile(`writing/${day}-WeChat.txt`).toString());
    assert.match(
      document.getText(),
      new RegExp(`^---\nlayout: +\\S+ *\ntitle: +"${day}-WeChat"\ndate: +${day} 12:00:00\n`),
    );
    assert.ok(document.getText().endsWith('---\n'));
    assert.ok(editor.selection.active.isEqual(document.lineAt(document.lineCount - 1).range.end));
    const onDisk = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    assert.equal(onDisk, document.getText());
  });

  it('is never written over one that is there: that is opened', async () => {
    const [day] = days();
    const uri = workspaceFile(`writing/${day}-WeChat.txt`);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(LOG));
    await open(model);
    await takingTheFirst('chatlog.newLog');
    const { document } = await activeLog('the log that is there', (each) => each.uri.toString() === uri.toString());
    assert.equal(document.getText(), LOG);
    assert.ok(!document.isDirty);
  });

  it('is made of an empty text file in a folder of logs, by a code action', async () => {
    const actionsIn = async (uri: vscode.Uri): Promise<readonly vscode.CodeAction[]> => {
      const { document } = await open(uri);
      assert.equal(document.languageId, 'plaintext');
      return vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(0, 0, 0, 0),
        'quickfix',
      );
    };
    const title = 'Make this file a chat log';
    const empty = workspaceFile('writing/2026-11-27-青杉群.txt');
    const elsewhere = workspaceFile('empty/2026-11-27-青杉群.txt');
    for (const uri of [empty, elsewhere]) await vscode.workspace.fs.writeFile(uri, new Uint8Array());
    try {
      assert.ok(!(await actionsIn(elsewhere)).some((action) => action.title === title));
      const action = (await actionsIn(empty)).find((each) => each.title === title);
      assert.ok(action?.command);
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
      const { document } = await activeLog('the log', (each) => each.uri.toString() === empty.toString());
      assert.match(document.getText(), /^---\n(?:.*\n)*title: +"2026-11-27-青杉群"\n(?:.*\n)*---\n$/);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const uri of [empty, elsewhere]) await discard(uri);
    }
  });

  it('is made of an empty text file that is named for no day, which gets its name', async () => {
    const empty = workspaceFile('writing/新建.txt');
    await vscode.workspace.fs.writeFile(empty, new Uint8Array());
    const [day] = days();
    await discard(workspaceFile(`writing/${day}-WeChat.txt`));
    await open(empty);
    await takingTheFirst('chatlog.newLog', empty);
    const { document } = await activeLog('a log of today', (each) => nameOf(each).startsWith(`${day}-`));
    const [group] = nameOf(document).slice(11).split('.');
    assert.match(document.getText(), new RegExp(`title: +"${day}-${group}"`));
    await assert.rejects(async () => vscode.workspace.fs.stat(empty));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

describe('Writing a log', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('puts in an entry behind the one at the cursor, its body ready, in one step to undo', async () => {
    const editor = await openText(LOG);
    place(editor, '早  ');
    await takingTheFirst('chatlog.insertEntry');
    const { document } = editor;
    const expected = (name: string, said: string): string =>
      LOG.replace('> 09:00:05', `> 09:00:01  ${name}  \n   \n${said}  \n   \n> 09:00:05`);
    const [, name = ''] = /> 09:00:01 {2}(.*\S) {2}\n/.exec(document.getText()) ?? [];
    assert.equal(document.getText(), expected(name, ''));
    assert.ok(name !== '');
    await vscode.commands.executeCommand('type', { text: '好' });
    assert.equal(document.getText(), expected(name, '好'));
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), LOG);
  });

  it('writes the time, in a header in place of its own', async () => {
    const editor = await openText(LOG);
    place(editor, '阿泽');
    await vscode.commands.executeCommand('chatlog.insertTime');
    assert.equal(editor.document.getText(), LOG.replace('09:00:05', '09:00:01'));
    place(editor, '早上好', true);
    await vscode.commands.executeCommand('chatlog.insertTime');
    assert.match(editor.document.getText(), /早上好09:00:02 {2}\n/);
  });

  it('updates the front matter, by a command and on save', async () => {
    const uri = workspaceFile('writing/2026-11-20-WeChat.txt');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(LOG));
    const { document } = await open(uri);
    await vscode.commands.executeCommand('chatlog.updateFrontMatter');
    assert.equal(document.getText(), LOG.replace('tag:', 'lines:      2 \ntag:'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), LOG);
    const settings = vscode.workspace.getConfiguration('editor', document);
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update('codeActionsOnSave', { 'source.updateFrontMatter.chatlog': 'explicit' }, target);
    try {
      await vscode.window.activeTextEditor?.edit((edit) =>
        edit.insert(document.positionAt(LOG.indexOf('早上好')), '大家'),
      );
      await document.save();
      assert.equal(document.getText(), LOG.replace('tag:', 'lines:      2 \ntag:').replace('早上好', '大家早上好'));
    } finally {
      await settings.update('codeActionsOnSave', undefined, target);
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('goes on to the next entry with Enter where the setting says so', async () => {
    const editor = await openText(LOG);
    place(editor, '早上好', true);
    await vscode.commands.executeCommand('chatlog.continueOnEnter');
    const { document } = editor;
    await eventually('the next entry', vscode.workspace.onDidChangeTextDocument, () =>
      document.getText() === LOG ? undefined : true,
    );
    assert.match(document.getText().slice(LOG.length), /^> 09:00:06 {2}\S.* {2}\n {3}\n {2}\n {3}\n$/);
    place(editor, '早  ');
    await vscode.commands.executeCommand('chatlog.continueOnEnter');
    assert.match(document.getText(), /\n {3}\n\n早 {2}\n/);
  });

  it('makes another line of the same entry with Shift+Enter, each with its two spaces, but none of a header', async () => {
    const editor = await openText(LOG);
    const { document } = editor;
    const breakLine = async (text: string, behind: boolean): Promise<void> => {
      place(editor, text, behind);
      await vscode.commands.executeCommand('chatlog.breakLine');
    };
    await breakLine('早上好', true);
    let wanted = LOG.replace('早上好  \n', '早上好  \n  \n');
    assert.equal(document.getText(), wanted);
    assert.deepEqual(editor.selection.active, document.positionAt(wanted.indexOf('早上好  \n') + 6));
    await breakLine('上好', false);
    wanted = wanted.replace('早上好', '早  \n上好');
    assert.equal(document.getText(), wanted);
    await breakLine('09:00:05  阿泽', true);
    assert.match(document.getText(), /09:00:05 {2}阿泽\n/);
  });
});
