import type { Location } from 'vscode-languageclient';
import { chooseTag } from './chooseTag.js';
import type { Command } from './command.js';
import { showEntries } from './showEntries.js';

/** Shows the entries of all logs that have a tag: that of the entry at the cursor, or one that the user chooses. */
export const showEntriesWithTag: Command = {
  id: 'chatlog.showEntriesWithTag',
  async run(context) {
    const editor = context.logEditor();
    const name = editor && (await chooseTag(context, editor));
    if (!editor || name === undefined) return;
    const client = await context.client();
    const { asUri, asPosition } = client.code2ProtocolConverter;
    const locations = await client.sendRequest<readonly Location[]>('chatlog/entriesWithTag', { name });
    await showEntries.run(context, asUri(editor.document.uri), asPosition(editor.selection.active), locations);
  },
};
