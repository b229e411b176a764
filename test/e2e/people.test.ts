import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, workspaceFile } from './editor.js';

const TALK_DAY = workspaceFile('people/2026-11-24-WeChat.txt');
const NEXT_DAY = workspaceFile('people/2026-11-25-WeChat.txt');
const PRESENTER = '许知远-鹿鸣清算-产品';

/** The answer of a command about a place in a log, once it is what is waited for: the archive may still be being read. */
function answerOf<Result>(
  command: string,
  enough: (answer: readonly Result[]) => boolean,
  ...args: unknown[]
): Promise<readonly Result[]> {
  return eventually(command, vscode.languages.onDidChangeDiagnostics, async () => {
    const answer = await vscode.commands.executeCommand<readonly Result[] | undefined>(command, ...args);
    return answer && enough(answer) ? answer : undefined;
  });
}

const any = (answer: readonly unknown[]): boolean => answer.length > 0;

/** The places of a text, in the order of the document. */
function placesOf(document: vscode.TextDocument, text: string): vscode.Range[] {
  return [...document.getText().matchAll(new RegExp(text.replaceAll('|', '\\|'), 'g'))].map(
    ({ index }) => new vscode.Range(document.positionAt(index), document.positionAt(index + text.length)),
  );
}

const isSame = (a: vscode.Uri, b: vscode.Uri): boolean => a.toString() === b.toString();

describe('People in the editor', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('have references in two logs, by another name too', async () => {
    const { document } = await open(TALK_DAY);
    const header = placesOf(document, PRESENTER)[1];
    assert.ok(header);
    const found = await answerOf<vscode.Location>('vscode.executeReferenceProvider', any, TALK_DAY, header.start);
    const other = await vscode.workspace.openTextDocument(NEXT_DAY);
    const expected = [
      ...placesOf(document, PRESENTER),
      ...placesOf(document, '@许知远').map(({ start, end }) => new vscode.Range(start.translate(0, 1), end)),
    ];
    const here = found.filter(({ uri }) => isSame(uri, TALK_DAY)).map(({ range }) => range);
    assert.deepEqual(
      here,
      expected.sort((a, b) => a.start.compareTo(b.start)),
    );
    const there = found.filter(({ uri }) => isSame(uri, NEXT_DAY)).map(({ range }) => other.getText(range));
    assert.deepEqual(there, ['许知远']);
    assert.equal(found.length, here.length + there.length);
  });

  it('are highlighted, as speakers and as mentioned', async () => {
    const { document } = await open(TALK_DAY);
    const [header] = placesOf(document, '小满');
    assert.ok(header);
    const found = await answerOf<vscode.DocumentHighlight>(
      'vscode.executeDocumentHighlights',
      any,
      TALK_DAY,
      header.start,
    );
    const { Read, Write } = vscode.DocumentHighlightKind;
    assert.deepEqual(
      found.map(({ kind }) => kind),
      [Write, Read, Write],
    );
  });

  it('are where the definition of a mention by another name leads', async () => {
    const { document } = await open(TALK_DAY);
    const [, mention] = placesOf(document, '@许知远');
    assert.ok(mention);
    const [found, more] = await answerOf<vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      any,
      TALK_DAY,
      mention.end,
    );
    assert.ok(found && !more);
    assert.equal(document.getText(found.targetSelectionRange), PRESENTER);
    assert.match(document.lineAt(found.targetRange.start).text, /^> 19:35:02/);
    assert.equal(found.originSelectionRange && document.getText(found.originSelectionRange), '许知远');
  });

  it('lead to the newest log in which they speak where they don’t in this one', async () => {
    const { document } = await open(NEXT_DAY);
    const [mention] = placesOf(document, '@许知远');
    assert.ok(mention);
    const [found] = await answerOf<vscode.LocationLink>('vscode.executeDefinitionProvider', any, NEXT_DAY, mention.end);
    assert.ok(found && isSame(found.targetUri, TALK_DAY));
  });

  it('are renamed in two logs, and back again to the same bytes', async () => {
    const { document } = await open(TALK_DAY);
    const bytes = async (): Promise<string[]> =>
      Promise.all(
        [TALK_DAY, NEXT_DAY].map(async (uri) => Buffer.from(await vscode.workspace.fs.readFile(uri)).toString()),
      );
    const rename = async (from: string, to: string): Promise<void> => {
      const [header] = placesOf(document, `  ${from}  `);
      assert.ok(header);
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        TALK_DAY,
        header.start.translate(0, 3),
        to,
      );
      assert.deepEqual(
        edit.entries().map(([uri]) => uri.path.split('/').pop()),
        ['2026-11-24-WeChat.txt', '2026-11-25-WeChat.txt'],
      );
      // Without what asks the user to confirm the other log.
      const plain = new vscode.WorkspaceEdit();
      for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
      assert.ok(await vscode.workspace.applyEdit(plain));
      assert.ok(await vscode.workspace.saveAll());
    };
    const before = await bytes();
    await rename('小满', '满满 | 云麓');
    const renamed = await bytes();
    assert.deepEqual(
      renamed,
      before.map((text) => text.replace(/(?<= {2}|@)小满/g, '满满 | 云麓')),
    );
    assert.ok(renamed[1]?.includes('记了，小满只漏了'), 'ordinary text stays');
    await rename('满满 | 云麓', '小满');
    assert.deepEqual(await bytes(), before);
  });

  it('say what can be renamed, and why something can’t', async () => {
    const { document } = await open(TALK_DAY);
    const [, mention] = placesOf(document, '小满');
    assert.ok(mention);
    const prepare = (position: vscode.Position): Thenable<{ range: vscode.Range; placeholder: string }> =>
      vscode.commands.executeCommand('vscode.prepareRename', TALK_DAY, position);
    const { range, placeholder } = await prepare(mention.end);
    assert.deepEqual([range, placeholder], [mention, '小满']);
    await assert.rejects(
      async () => prepare(placesOf(document, '今晚')[0]?.start ?? mention.start),
      /put the cursor on one/,
    );
  });

  it('and talks are found in logs that are not open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const find = (query: string, kind: vscode.SymbolKind) =>
      answerOf<vscode.SymbolInformation>(
        'vscode.executeWorkspaceSymbolProvider',
        (all) => all.some((found) => found.kind === kind && isSame(found.location.uri, TALK_DAY)),
        query,
      );
    await find(PRESENTER, vscode.SymbolKind.Class);
    await find('跨境收款的三条路', vscode.SymbolKind.Event);
    await find('xzy', vscode.SymbolKind.Class);
  });

  it('are selected by and by, up to the whole log', async () => {
    const { document } = await open(TALK_DAY);
    const [place] = placesOf(document, '微笑');
    assert.ok(place);
    const [selection] = await answerOf<vscode.SelectionRange>('vscode.executeSelectionRangeProvider', any, TALK_DAY, [
      place.start,
    ]);
    const texts: string[] = [];
    for (let at = selection; at; at = at.parent) texts.push(document.getText(at.range));
    assert.ok(texts.includes('[微笑]'));
    assert.ok(texts.includes('晚上七点半，大家带着问题来[微笑]'));
    assert.ok(texts.some((text) => text.startsWith('> 08:13:05') && !text.includes('> 19:31:10')));
    assert.equal(texts.at(-1), document.getText());
  });
});
