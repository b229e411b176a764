import type { TextEdit } from 'vscode-languageclient';
import { now } from '../now.js';
import type { Command } from './command.js';

/** Writes the time now, or in an older log the one after the entry above: in place of a header's, else at the cursor. */
export const insertTime: Command = {
  id: 'chatlog.insertTime',
  async run({ client, logEditor }) {
    const editor = logEditor();
    if (!editor) return;
    const running = await client();
    const { code2ProtocolConverter: send, protocol2CodeConverter: receive } = running;
    const edit = await running.sendRequest<TextEdit | null>('chatlog/insertTime', {
      textDocument: send.asTextDocumentIdentifier(editor.document),
      range: send.asRange(editor.selection),
      now: now(),
    });
    if (edit) await editor.edit((builder) => builder.replace(receive.asRange(edit.range), edit.newText));
  },
};
