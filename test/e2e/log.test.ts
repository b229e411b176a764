import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, problems, ruleOf, workspaceFile } from './editor.js';

/** The answer of a command that asks a language feature, once it is more than nothing: the server may still be starting. */
function answerOf<Result>(command: string, ...args: unknown[]): Promise<readonly Result[]> {
  return eventually(command, vscode.languages.onDidChangeDiagnostics, async () => {
    const answer = await vscode.commands.executeCommand<readonly Result[] | undefined>(command, ...args);
    return answer && answer.length > 0 ? answer : undefined;
  });
}

describe('A log in the editor', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has an outline of front matter, talk, entries, speakers and pictures', async () => {
    const { document } = await open(workspaceFile('2026-11-20-WeChat.txt'));
    const symbols = await answerOf<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    const rows = (all: readonly vscode.DocumentSymbol[]): string[] =>
      all.map(({ name, detail }) => `${name}|${detail}`);
    const within = (name: string): vscode.DocumentSymbol[] => symbols.find((one) => one.name === name)?.children ?? [];
    // VS Code has sorted these by their ranges.
    assert.deepEqual(rows(symbols), [
      'Front matter|',
      'Speakers|8',
      'Entries|42',
      'Pictures|3',
      'Talk: 清结算里的日切|沈砚秋-鹿鸣清算, 19:30:05–19:50:02',
    ]);
    assert.deepEqual(rows(within('Talk: 清结算里的日切').slice(-2)), ['Questions|1', 'Audience|1']);
    assert.equal(rows(within('Entries'))[0], '07:52:11  林一诺|早上好[太阳]');
    assert.equal(rows(within('Speakers'))[0], '沈砚秋-鹿鸣清算|12 entries, 19:30:05–19:53:47');
    assert.equal(rows(within('Pictures'))[0], '10:43:55  顾南乔-云麓科技-测试|20261120_104355.png');
    const speaker = within('Speakers').find(({ name }) => name === '阿泽');
    assert.ok(speaker && speaker.children.length === 6);
    assert.ok(speaker.range.contains(speaker.selectionRange));
  });

  it('folds front matter, entries and the talk', async () => {
    const { document } = await open(workspaceFile('2026-11-20-WeChat.txt'));
    const folds = await answerOf<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', document.uri);
    const lineOf = (text: string): number => document.positionAt(document.getText().indexOf(text)).line;
    const at = (line: number): (number | undefined)[] =>
      folds.filter(({ start }) => start === line).map(({ end }) => end);
    assert.deepEqual(at(0), [lineOf('tag:') + 6]);
    assert.deepEqual(at(lineOf('> 07:52:11')), [lineOf('早上好')]);
    assert.ok(at(lineOf('> 19:30:05')).includes(lineOf('以上是我今天的分享')));
  });

  it('shows problems while typing, and takes them back', async () => {
    const { document } = await open(workspaceFile('2026-11-20-WeChat.txt'));
    const start = document.positionAt(document.getText().indexOf('> 08:05:02'));
    await edit(document, new vscode.Range(start, start.translate(0, 10)), '> 07:05:02');
    const isOrder = (each: vscode.Diagnostic): boolean => ruleOf(each) === 'time-order';
    const shown = await problems(document.uri, 'a time that goes back', (all) => all.some(isOrder));
    const [found, more] = shown.filter(isOrder);
    assert.ok(found && !more);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(found.range), '07:05:02');
    assert.equal(document.getText(found.relatedInformation?.[0]?.location.range), '08:03:27');
    const page = typeof found.code === 'object' ? found.code.target : undefined;
    assert.ok(page && (await vscode.workspace.fs.stat(page)).size > 0, 'the rule has a page that can be opened');
    assert.ok(document.isDirty);
    await edit(document, new vscode.Range(start, start.translate(0, 10)), '> 08:05:02');
    await problems(document.uri, 'no such problem left', (all) => !all.some(isOrder));
  });

  it('repairs a malformed header and unclosed front matter by quick fixes', async () => {
    const { document } = await open(workspaceFile('2026-11-21-WeChat.txt'));
    const before = await problems(document.uri, 'three problems', (all) => all.length === 3);
    assert.deepEqual(before.map(ruleOf), ['front-matter-unclosed', 'header-malformed', 'time-order']);
    for (const rule of ['header-malformed', 'front-matter-unclosed']) {
      const problem = vscode.languages.getDiagnostics(document.uri).find((found) => ruleOf(found) === rule);
      assert.ok(problem);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const action = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(action?.edit, `no quick fix for ${rule}`);
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      await problems(document.uri, `no ${rule}`, (all) => all.every((found) => ruleOf(found) !== rule));
    }
    assert.match(document.getText(), /\n---\n> 08:01:44 {2}阿泽/);
    assert.match(document.getText(), /\n> 08:31:02 {2}林一诺 {2}\n/);
  });

  it('takes a severity from the settings', async () => {
    const rules = vscode.workspace.getConfiguration('chatlog.rules');
    const { document } = await open(workspaceFile('late/order.txt'));
    await problems(document.uri, 'an error', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Error);
    await rules.update('time-order', 'hint', vscode.ConfigurationTarget.Workspace);
    await problems(document.uri, 'a hint', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Hint);
    await rules.update('time-order', undefined, vscode.ConfigurationTarget.Workspace);
    await problems(document.uri, 'an error again', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Error);
  });

  it('takes a severity from .chatlog.yaml, follows the file, and reports what is wrong in it', async () => {
    const { document } = await open(workspaceFile('late/order.txt'));
    const config = workspaceFile('.chatlog.yaml');
    const write = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(config, new TextEncoder().encode(text));
    await problems(document.uri, 'an error', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Error);
    await write('rules:\n  time-order: warning\n');
    await problems(document.uri, 'a warning', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Warning);
    await write('rules:\n  time-ordr: warning\n');
    const [wrong] = await problems(config, 'a problem in the configuration', (all) => all.length > 0);
    assert.equal(wrong?.range.start.line, 1);
    await vscode.workspace.fs.delete(config);
    await problems(config, 'no configuration, no problem', (all) => all.length === 0);
    await problems(document.uri, 'an error again', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Error);
  });

  it('takes .chatlog.yaml as it stands in an editor, so that what is changed in it fits', async () => {
    const config = workspaceFile('.chatlog.yaml');
    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('rules:\n  image-malformed: hint\n'));
    const { document } = await open(workspaceFile('late/order.txt'));
    await problems(document.uri, 'an error', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Error);
    const unsaved = (await open(config)).document;
    await edit(unsaved, new vscode.Range(0, 0, 0, 0), '# What we agreed on.\n');
    await edit(unsaved, new vscode.Range(2, 0, 2, 0), '  time-order: warning\n');
    await problems(document.uri, 'a warning', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Warning);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await problems(document.uri, 'an error again', (all) => all[0]?.severity === vscode.DiagnosticSeverity.Error);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(config);
  });
});

async function edit(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(change));
}
