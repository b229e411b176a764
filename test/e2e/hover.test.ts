import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open, workspaceFile } from './editor.js';

/** What the hover over the first place of a text says, once the server is there. */
async function hoverOver(document: vscode.TextDocument, text: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(text)).translate(0, 1);
  const hovers = await eventually('a hover', vscode.languages.onDidChangeDiagnostics, async () => {
    const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    return found.length > 0 ? found : undefined;
  });
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('Hovers in the editor', () => {
  let document: vscode.TextDocument;
  before(async () => {
    ({ document } = await open(workspaceFile('2026-11-20-WeChat.txt')));
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [what, text, expected] of [
    ['an emoji code', '[太阳]', /太阳.*Sun/s],
    ['a speaker', '阿泽  \n', /6 of 42 entries/],
    ['a mention by another name', '@沈砚秋-鹿鸣清算-架构', /沈砚秋-鹿鸣清算/],
    ['a time', '19:33:26', /清结算里的日切/],
    ['a key of the front matter', 'lines:', /42/],
    ['an escaped entity', '&amp;amp;', /&/],
    ['a talk in the front matter', 'title: 清结算里的日切', /12 of them by the presenter|by the presenter/],
  ] as const) {
    it(`speak of ${what}`, async () => assert.match(await hoverOver(document, text), expected));
  }

  it('can forget the pictures that they have shown', async () => {
    await vscode.commands.executeCommand('chatlog.clearPictureCache');
  });

  it('are links where an address stands', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const targets = links.map(({ target }) => target?.toString(true));
    assert.ok(targets.includes('https://www.example.org/notice/2026-11.html'), targets.join('\n'));
    assert.ok(targets.includes('http://img.example.org/chat/20261120_104355.png'));
  });
});
