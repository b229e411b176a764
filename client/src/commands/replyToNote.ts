import type * as vscode from 'vscode';
import type { Command } from './command.js';
import { tellWhyNot } from './tellWhyNot.js';

/** Writes a reply into the log, as the next note of its thread. */
export const replyToNote: Command = {
  id: 'chatlog.replyToNote',
  async run({ annotating }, reply) {
    const { notes } = await annotating();
    await tellWhyNot(() => notes.write(reply as vscode.CommentReply));
  },
};
