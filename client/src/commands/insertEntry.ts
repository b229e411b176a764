import * as vscode from 'vscode';
import { entryFrameAt, speakersAt } from '../entryFrame.js';
import { pickOrType } from '../pickOrType.js';
import type { Command } from './command.js';

/** Writes the frame of an entry behind the one at the cursor, by a speaker that the user chooses, and goes into its body. */
export const insertEntry: Command = {
  id: 'chatlog.insertEntry',
  async run({ client, logEditor }) {
    const editor = logEditor();
    if (!editor) return;
    const running = await client();
    const speaker = await pickOrType<vscode.QuickPickItem>({
      title: vscode.l10n.t('Insert Entry'),
      placeholder: vscode.l10n.t('Who speaks'),
      items: speakersAt(running, editor).then((speakers) =>
        speakers.map(({ name, detail }) => ({ label: name, description: detail })),
      ),
      typed: (label) => ({ label, description: vscode.l10n.t('new speaker') }),
    });
    const frame = speaker && (await entryFrameAt(running, editor));
    if (!frame) return;
    const upToText = frame.before + speaker.label + frame.between;
    await editor.edit((edit) => edit.insert(frame.at, upToText + frame.after));
    // VS Code writes all line breaks as the document's are.
    const { document } = editor;
    const lineBreak = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const written = upToText.replace(/\r\n|\r|\n/g, lineBreak);
    const cursor = document.positionAt(document.offsetAt(frame.at) + written.length);
    editor.selection = new vscode.Selection(cursor, cursor);
    editor.revealRange(editor.selection);
  },
};
