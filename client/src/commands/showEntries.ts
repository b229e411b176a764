import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient';
import type { Command } from './command.js';

/** Shows the entries that a code lens counts. The server sends where the lens stands, and the entries. */
export const showEntries: Command = {
  id: 'chatlog.showEntries',
  async run({ client }, uri, position, locations) {
    const { protocol2CodeConverter: convert } = await client();
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      convert.asUri(uri as string),
      convert.asPosition(position as Position),
      (locations as readonly Location[]).map((location) => convert.asLocation(location)),
    );
  },
};
