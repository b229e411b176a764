import * as vscode from 'vscode';
import { type ChatEntries, chatEntriesOf, tellPasted } from './chatEntries.js';
import { filledTimes } from './filledTimes.js';
import type { PasteProvider } from './pasteProvider.js';

/** The kind of the paste choice, as the setting `editor.pasteAs.preferences` names it. */
const ENTRIES = vscode.DocumentDropOrPasteEditKind.Empty.append('chatlog', 'entries');
/** An edit that is chosen is made within this time, in milliseconds. */
const PATIENCE = 10_000;

/** Offers to paste what was copied from a chat program as entries. What evidently is none costs no request. */
export const pasteEntries: PasteProvider = {
  register(context) {
    const offered = new WeakMap<vscode.DocumentPasteEdit, ChatEntries>();
    const provider: vscode.DocumentPasteEditProvider = {
      async provideDocumentPasteEdits(document, [range, ...more], data, { triggerKind }, token) {
        const text = await data.get('text/plain')?.asString();
        if (!range || more.length > 0 || text === undefined || !mayBeChat(text)) return undefined;
        const isAsked = triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
        const entries = await chatEntriesOf(context, document, range, text, isAsked, token);
        if (!entries) return undefined;
        const edit = editOf(entries);
        // The text that is pasted over goes.
        const at = entries.at.translate(range.start.line - range.end.line);
        offered.set(edit, { ...entries, at });
        return [edit];
      },
      resolveDocumentPasteEdit(edit) {
        const entries = offered.get(edit);
        if (entries) whenMade(entries, () => tellPasted(entries));
        return edit;
      },
    };
    return vscode.Disposable.from(
      filledTimes.follow(),
      vscode.languages.registerDocumentPasteEditProvider({ language: 'chatlog' }, provider, {
        providedPasteEditKinds: [ENTRIES],
        pasteMimeTypes: ['text/plain'],
      }),
    );
  },
};

/** Whether some line ends with a colon or holds a time, as each head of a message does, and there are several lines. */
const mayBeChat = (text: string): boolean => /[:：][ \t]*$|\d[:.]\d\d/m.test(text) && /[\n\r]/.test(text.trim());

function editOf({ document, at, newText }: ChatEntries): vscode.DocumentPasteEdit {
  // What is inserted at the cursor would be indented after its line, and might part an entry.
  const edit = new vscode.DocumentPasteEdit('', vscode.l10n.t('Paste as log entries'), ENTRIES);
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.insert(document.uri, at, newText);
  // Plain text comes first, so that this is never done unasked.
  edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  return edit;
}

/** Runs what is to be done once the edit is made, which inserts the text. What was pasted before may be taken back first. */
function whenMade({ document, newText }: ChatEntries, done: () => void): void {
  const bare = (text: string): string => text.replaceAll('\r', '');
  const following = vscode.workspace.onDidChangeTextDocument((change) => {
    if (change.document !== document) return;
    if (!change.contentChanges.some(({ text }) => bare(text) === bare(newText))) return;
    following.dispose();
    clearTimeout(patience);
    done();
  });
  const patience = setTimeout(() => following.dispose(), PATIENCE);
}
