import * as vscode from 'vscode';
import { isFile } from '../isFile.js';
import { askForLog, isNamedForDay, type LogWanted, logFor } from '../newLog/askForLog.js';
import { createLog } from '../newLog/createLog.js';
import type { Command } from './command.js';

/**
 * Makes the log of a day and opens it; one that is there already is opened as it is. With the URI of an empty file, that
 * file becomes the log, and gets its name where its own doesn't tell the day.
 */
export const newLog: Command = {
  id: 'chatlog.newLog',
  async run({ client }, file) {
    const running = await client();
    const empty = file instanceof vscode.Uri ? file : undefined;
    const wanted: LogWanted | undefined =
      empty && isNamedForDay(empty) ? await logFor(running, empty) : await askForLog(running, empty);
    if (!wanted) return;
    const uri = wanted.folder && vscode.Uri.joinPath(wanted.folder, wanted.name);
    if (uri && uri.toString() !== empty?.toString() && (await isFile(uri))) {
      void vscode.window.showInformationMessage(vscode.l10n.t('“{0}” is there already, and is opened.', wanted.name));
      await vscode.window.showTextDocument(uri);
      return;
    }
    await createLog(wanted, uri, empty);
  },
};
