import * as vscode from 'vscode';
import { fetchTags } from '../annotations/fetchTags.js';
import { tagsAt } from '../annotations/tagsAt.js';
import type { CommandContext } from './command.js';
import { rangeAt } from './rangeAt.js';

/**
 * The tag that is meant: the one of the entry at the cursor, else one that the user chooses, from those of the entry if it has
 * several, or all of the archive. `undefined` where the user gives up, or there is none, which they are told.
 */
export async function chooseTag(context: CommandContext, editor: vscode.TextEditor): Promise<string | undefined> {
  const [{ logs }, client] = [await context.annotating(), await context.client()];
  const entry = await rangeAt(context, editor, 'entry');
  const here = entry ? tagsAt(await logs.current(editor.document), entry.start.line) : [];
  const [only, more] = here;
  if (only !== undefined && more === undefined) return only;
  const all = await fetchTags(client);
  const choice = more === undefined ? all : all.filter(({ name }) => here.includes(name));
  if (choice.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No entry has a tag yet.'));
    return undefined;
  }
  const items = choice.map(({ name, description }) => ({ label: name, description }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Choose a tag') }))?.label;
}
