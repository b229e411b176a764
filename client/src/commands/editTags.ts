import * as vscode from 'vscode';
import { pickTags } from '../annotations/pickTags.js';
import { tagsAt } from '../annotations/tagsAt.js';
import type { Command } from './command.js';
import { rangeAt } from './rangeAt.js';
import { tellWhyNot } from './tellWhyNot.js';

/** Lets the user choose the tags of the entry at the cursor from those of the archive, or type new ones. */
export const editTags: Command = {
  id: 'chatlog.editTags',
  async run(context) {
    const editor = context.logEditor();
    if (!editor) return;
    const { logs } = await context.annotating();
    const entry = await rangeAt(context, editor, 'entry');
    if (!entry) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor into an entry: only entries have notes and tags.'),
      );
      return;
    }
    const client = await context.client();
    const names = await pickTags(client, tagsAt(await logs.current(editor.document), entry.start.line));
    if (!names) return;
    const range = client.code2ProtocolConverter.asRange(new vscode.Range(entry.start, entry.start));
    await tellWhyNot(() => logs.change(editor.document, () => ({ kind: 'setTags', entry: range, names })));
  },
};
