import * as vscode from 'vscode';
import { entryFrameAt, speakersAt } from '../entryFrame.js';
import { insertAsWritten } from '../insertAsWritten.js';
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
    const entry = new vscode.SnippetString()
      .appendText(frame.before + speaker.label + frame.between)
      .appendTabstop(0)
      .appendText(frame.after);
    await insertAsWritten(editor, entry, frame.at);
    editor.revealRange(editor.selection);
  },
};
