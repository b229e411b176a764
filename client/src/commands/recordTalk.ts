import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import type { Command } from './command.js';
import { runCodeAction } from './runCodeAction.js';

/** Writes the talk at the cursor, or the one whose code lens was clicked, into the front matter. */
export const recordTalk: Command = {
  id: 'chatlog.recordTalk',
  async run(context, _uri, position) {
    const { protocol2CodeConverter: convert } = await context.client();
    await runCodeAction(context, {
      kind: 'refactor.rewrite.recordTalk',
      none: vscode.l10n.t('There is no talk here that is not recorded yet. Put the cursor into one.'),
      at: convert.asPosition(position as Position | undefined),
    });
  },
};
