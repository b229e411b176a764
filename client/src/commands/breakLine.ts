import * as vscode from 'vscode';
import { insertAsWritten } from '../insertAsWritten.js';
import type { Command } from './command.js';
import { typeEnter } from './typeEnter.js';

/**
 * What Shift+Enter does where `chatlog.enter.nextEntry` is on: it makes another line of what an entry says. Both lines end in
 * two spaces, which VS Code's own Enter takes away, and without which the next Enter does not go on to an entry.
 */
export const breakLine: Command = {
  id: 'chatlog.breakLine',
  async run({ logEditor }) {
    const editor = logEditor();
    if (!editor) return typeEnter();
    const { active } = editor.selection;
    const { text, range } = editor.document.lineAt(active);
    const before = text.slice(0, active.character).trimEnd();
    if (!editor.selection.isEmpty || before === '' || !/\S {2}$/.test(text) || isHeader(text)) return typeEnter();
    const atEnd = text.slice(active.character).trim() === '';
    const broken = new vscode.Range(active.with(undefined, before.length), atEnd ? range.end : active);
    const lines = new vscode.SnippetString('  \n').appendTabstop(0).appendText(atEnd ? '  ' : '');
    return insertAsWritten(editor, lines, broken);
  },
};

/** Whether a line looks like the header of an entry: enough to know that no line of the text is made of it. */
const isHeader = (line: string): boolean => /^> +\d\d:\d\d:\d\d\b/.test(line);
