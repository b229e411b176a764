import type * as vscode from 'vscode';
import type { Notes } from '../annotations/notes.js';
import type { CommandContext } from './command.js';
import { tellWhyNot } from './tellWhyNot.js';

/** Does something with the thread whose button was pressed, or else with that at the cursor. */
export async function withThread(
  { annotating, logEditor }: CommandContext,
  pressed: unknown,
  act: (notes: Notes, thread: vscode.CommentThread) => Promise<void>,
): Promise<void> {
  const editor = logEditor();
  if (!pressed && !editor) return;
  const { notes } = await annotating();
  await tellWhyNot(async () => {
    const thread = (pressed as vscode.CommentThread | undefined) ?? (editor && (await notes.threadAt(editor)));
    if (thread) await act(notes, thread);
  });
}
