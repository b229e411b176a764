import * as vscode from 'vscode';
import { entryFrameAt, speakersAt } from '../entryFrame.js';
import { insertAsWritten } from '../insertAsWritten.js';
import type { Command } from './command.js';
import { typeEnter } from './typeEnter.js';

/** More choices than these are no help while one writes. */
const CHOICES = 30;

/**
 * What Enter does where `chatlog.enter.nextEntry` is on: at the end of what an entry says it writes the frame of the next,
 * with the speakers to choose from; elsewhere it is Enter.
 */
export const continueOnEnter: Command = {
  id: 'chatlog.continueOnEnter',
  async run({ client, logEditor }) {
    const editor = logEditor();
    if (!editor || !mayEndText(editor)) return typeEnter();
    const { version } = editor.document;
    const running = await client();
    const [frame, speakers] = await Promise.all([
      entryFrameAt(running, editor, { atEndOfText: true }),
      speakersAt(running, editor),
    ]);
    // Whoever has typed on meanwhile goes on typing.
    if (!frame || editor.document.version !== version) return typeEnter();
    const snippet = new vscode.SnippetString().appendText(frame.before);
    const names = speakers.slice(0, CHOICES).map(({ name }) => name);
    if (names.length > 0) snippet.appendChoice(names);
    else snippet.appendTabstop();
    snippet.appendText(frame.between).appendTabstop(0).appendText(frame.after);
    await insertAsWritten(editor, snippet, frame.at);
  },
};

/** Whether the line at the cursor has text with its two spaces and nothing else follows on it: else it is not worth asking. */
function mayEndText({ document, selections }: vscode.TextEditor): boolean {
  const [selection, more] = selections;
  if (!selection?.isEmpty || more) return false;
  const { text } = document.lineAt(selection.active);
  return /\S {2}$/.test(text) && text.slice(selection.active.character).trim() === '';
}
