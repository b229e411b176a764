import * as vscode from 'vscode';
import { chatEntriesOf, tellPasted } from '../pasting/chatEntries.js';
import type { Command } from './command.js';

/**
 * Pastes what was copied from a chat program as entries. It reads the clipboard itself: VS Code's command for a paste choice
 * does nothing in a browser.
 */
export const pasteEntries: Command = {
  id: 'chatlog.pasteEntries',
  async run(context) {
    const editor = context.logEditor();
    if (!editor) return;
    const { document, selection } = editor;
    const { version } = document;
    const text = await vscode.env.clipboard.readText();
    const entries = await chatEntriesOf(context, document, selection, text, true);
    if (!entries) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Nothing on the clipboard was recognized as messages of a chat program.'),
      );
      return;
    }
    if (document.version !== version) return;
    const replaces = entries.at.isEqual(selection.end);
    const isMade = await editor.edit((edit) => {
      if (replaces) edit.replace(selection, entries.newText);
      else edit.insert(entries.at, entries.newText);
    });
    if (!isMade) return;
    const at = replaces ? selection.start : entries.at;
    tellPasted({ ...entries, at });
    const end = document.positionAt(document.offsetAt(at) + entries.newText.length);
    editor.revealRange(new vscode.Range(at, end));
  },
};
