import * as vscode from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';
import { isFile } from '../isFile.js';
import type { PictureSource } from './pictureSource.js';

/** Where pictures belong, as the server knows it. */
interface PictureTarget {
  readonly folder: string;
  readonly base: string;
  readonly stamp: string;
  readonly addresses: readonly (string | null)[];
}

interface NoPictureTarget {
  readonly problem: string;
  readonly wantsFolder: boolean;
}

/**
 * The edit that saves pictures in the folder that is set for them and puts them into the entry at a place; those that lie
 * there are used as they are. `undefined` where that can't be done, of which the user is told, or where the user gives up.
 */
export async function insertPictures(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  position: vscode.Position,
  pictures: readonly PictureSource[],
): Promise<vscode.WorkspaceEdit | undefined> {
  const { code2ProtocolConverter: send, protocol2CodeConverter: receive } = client;
  const place = { textDocument: send.asTextDocumentIdentifier(document), position: send.asPosition(position) };
  // A picture without a file has an address of no folder.
  const files = pictures.map(({ file }) => (file ? send.asUri(file) : ''));
  const target = await findTarget(client, { ...place, files });
  if (!target) return undefined;
  const folder = receive.asUri(target.folder);
  const edit = new vscode.WorkspaceEdit();
  const addresses: string[] = [];
  const names = new Set<string>();
  for (const [index, picture] of pictures.entries()) {
    const known = target.addresses[index];
    if (known) addresses.push(known);
    else {
      const name = await saveIn(folder, target.stamp, picture, names, edit);
      if (name === undefined) return undefined;
      names.add(name);
      addresses.push(target.base + name);
    }
  }
  const lines = await client.sendRequest<TextEdit | null>('chatlog/pictureLines', { ...place, addresses });
  if (!lines) return undefined;
  edit.replace(document.uri, receive.asRange(lines.range), lines.newText);
  return edit;
}

async function findTarget(client: BaseLanguageClient, params: object): Promise<PictureTarget | undefined> {
  const found = await client.sendRequest<PictureTarget | NoPictureTarget | null>('chatlog/pictureTarget', params);
  if (!found) return undefined;
  if ('problem' in found) {
    void tellProblem(found);
    return undefined;
  }
  if (!found.addresses.includes(null)) return found;
  const { fsPath, scheme } = client.protocol2CodeConverter.asUri(found.folder);
  // A stranger's configuration may name any folder.
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Pictures are saved in trusted workspaces only.'));
    return undefined;
  }
  if (vscode.workspace.fs.isWritableFileSystem(scheme) !== false) return found;
  void vscode.window.showWarningMessage(vscode.l10n.t('The folder for pictures, “{0}”, can’t be written to.', fsPath));
  return undefined;
}

async function tellProblem({ problem, wantsFolder }: NoPictureTarget): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  const chosen = await vscode.window.showWarningMessage(problem, ...(wantsFolder ? [open] : []));
  if (chosen) await vscode.commands.executeCommand('workbench.action.openSettings', '@id:chatlog.images.folders');
}

/**
 * Has the edit save a picture, and gives the name of its file: the entry's time; where a file has that name, the user
 * chooses to replace it or to take the next free one. Of several pictures only the first asks.
 */
async function saveIn(
  folder: vscode.Uri,
  stamp: string,
  picture: PictureSource,
  taken: ReadonlySet<string>,
  edit: vscode.WorkspaceEdit,
): Promise<string | undefined> {
  const isFree = async (name: string): Promise<boolean> =>
    !taken.has(name) && !(await isFile(vscode.Uri.joinPath(folder, name)));
  const contents = await picture.read();
  const create = (name: string): string => {
    edit.createFile(vscode.Uri.joinPath(folder, name), { contents });
    return name;
  };
  const name = stamp + picture.ending;
  if (await isFree(name)) return create(name);
  let number = 2;
  while (!(await isFree(`${stamp}_${number}${picture.ending}`))) number++;
  const free = `${stamp}_${number}${picture.ending}`;
  if (taken.size > 0) return create(free);
  const replace = vscode.l10n.t('Replace');
  const other = vscode.l10n.t('Save as “{0}”', free);
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('There is a picture “{0}” already.', name),
    { modal: true, detail: vscode.l10n.t('It is in the folder “{0}”.', folder.fsPath) },
    other,
    replace,
  );
  if (chosen === other) return create(free);
  if (chosen !== replace) return undefined;
  // Not a part of the edit: to undo that would delete the file, rather than bring the old one back.
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), contents);
  return name;
}
