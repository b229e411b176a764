import type * as vscode from 'vscode';
import type { Command } from './command.js';
import { tellWhyNot } from './tellWhyNot.js';

/** Writes a note that was typed into a new thread into the log. */
export const createNote: Command = {
  id: 'chatlog.createNote',
  async run({ annotating }, reply) {
    const { notes } = await annotating();
    await tellWhyNot(() => notes.write(reply as vscode.CommentReply));
  },
};
