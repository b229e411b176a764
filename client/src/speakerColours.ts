import * as vscode from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';

/** As many as the server counts (`speakerColours.ts` there) and `package.json` defines. */
const COLOURS = 8;
/** Lines above and below what can be seen that are coloured too, so that scrolling shows no names without colour. */
const MARGIN = 50;
/** A pause after the last edit or scroll, in milliseconds. */
const PAUSE = 100;

/** Gives each speaker a colour of their own in the editors that can be seen, where the user wants that. */
export function colourSpeakers(client: BaseLanguageClient): vscode.Disposable {
  let colouring: vscode.Disposable | undefined;
  const follow = (): void => {
    const wanted = vscode.workspace.getConfiguration('chatlog.speakers').get('coloured', false);
    if (wanted) colouring ??= colour(client);
    else {
      colouring?.dispose();
      colouring = undefined;
    }
  };
  follow();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('chatlog.speakers')) follow();
    }),
    { dispose: () => colouring?.dispose() },
  );
}

function colour(client: BaseLanguageClient): vscode.Disposable {
  const types = Array.from({ length: COLOURS }, (_, index) =>
    vscode.window.createTextEditorDecorationType({ color: new vscode.ThemeColor(`chatlog.speaker${index + 1}`) }),
  );
  const waiting = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();
  const coloured = new WeakSet<vscode.TextEditor>();

  async function show(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const names = await client.sendRequest<readonly { readonly range: Range; readonly colour: number }[]>(
      'chatlog/speakerColours',
      {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        range: client.code2ProtocolConverter.asRange(aroundVisible(editor)),
      },
    );
    // An edit meanwhile asks again.
    if (document.version !== version) return;
    coloured.add(editor);
    for (const [index, type] of types.entries()) {
      const own = names.filter((name) => name.colour === index);
      editor.setDecorations(
        type,
        own.map(({ range }) => client.protocol2CodeConverter.asRange(range)),
      );
    }
  }

  function soon(editor: vscode.TextEditor): void {
    clearTimeout(waiting.get(editor));
    if (editor.document.languageId !== 'chatlog') {
      clear(editor);
      return;
    }
    waiting.set(
      editor,
      setTimeout(() => {
        waiting.delete(editor);
        show(editor).catch((error: unknown) => client.error('Speakers could not be coloured.', error, false));
      }, PAUSE),
    );
  }

  /** For a log that is turned back into plain text. */
  function clear(editor: vscode.TextEditor): void {
    if (coloured.delete(editor)) for (const type of types) editor.setDecorations(type, []);
  }

  function showing(document: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) soon(editor);
  }

  vscode.window.visibleTextEditors.forEach(soon);
  return vscode.Disposable.from(
    ...types,
    vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(soon)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => soon(textEditor)),
    // A plain text becomes a log while its editor stays as it is.
    vscode.workspace.onDidOpenTextDocument(showing),
    vscode.workspace.onDidChangeTextDocument(({ document }) => showing(document)),
    { dispose: () => waiting.forEach((timer) => void clearTimeout(timer)) },
  );
}

function aroundVisible({ visibleRanges }: vscode.TextEditor): vscode.Range {
  const first = visibleRanges[0]?.start.line ?? 0;
  const last = visibleRanges.at(-1)?.end.line ?? 0;
  return new vscode.Range(Math.max(0, first - MARGIN), 0, last + MARGIN, 0);
}
