import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { now } from '../now.js';
import { pickOrType } from '../pickOrType.js';

/** A log that is to be made. */
export interface LogWanted {
  /** The folder that it goes into; `undefined` where there is none, and VS Code asks when it is saved. */
  readonly folder: vscode.Uri | undefined;
  /** The name of its file. */
  readonly name: string;
  readonly text: string;
}

/** A group of logs as the server knows it. */
interface LogGroup {
  readonly folder: string;
  readonly pattern: string;
  readonly name: string;
}

type NewLogResult = { readonly name: string; readonly text: string } | { readonly problem: string };

const DAY = /\d{4}-\d{2}-\d{2}/;

const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file's name tells the day of its log. */
export const isNamedForDay = (file: vscode.Uri): boolean => DAY.test(nameOf(file));

/** The log that an empty file is to become, as its name says. */
export async function logFor(client: BaseLanguageClient, file: vscode.Uri): Promise<LogWanted | undefined> {
  const name = nameOf(file);
  const [day = ''] = DAY.exec(name) ?? [];
  const wanted = await makeLog(client, vscode.Uri.joinPath(file, '..'), name.replace(day, 'YYYY-MM-DD'), day);
  return wanted && { ...wanted, name };
}

/**
 * Asks for the day and the group; `undefined` where the user gives up. `near`: a file in whose folder the log is to be,
 * else the groups of the open log's folder come first.
 */
export async function askForLog(
  client: BaseLanguageClient,
  near: vscode.Uri | undefined,
): Promise<LogWanted | undefined> {
  const day = await askForDay(client);
  if (day === undefined) return undefined;
  const group = await askForGroup(client, near, day);
  if (!group) return undefined;
  const folder = near ? vscode.Uri.joinPath(near, '..') : (group.folder ?? (await workspaceFolder()));
  return makeLog(client, folder, group.pattern, day);
}

async function makeLog(
  client: BaseLanguageClient,
  folder: vscode.Uri | undefined,
  group: string,
  day: string,
): Promise<LogWanted | undefined> {
  const result = await ask(client, { ...(folder && { folder: asFolder(client, folder) }), group, day });
  if (!('problem' in result)) return { folder, ...result };
  void vscode.window.showErrorMessage(result.problem);
  return undefined;
}

const ask = (client: BaseLanguageClient, params: object): Promise<NewLogResult> =>
  client.sendRequest<NewLogResult>('chatlog/newLog', params);

const asFolder = (client: BaseLanguageClient, folder: vscode.Uri): string =>
  `${client.code2ProtocolConverter.asUri(folder).replace(/\/$/, '')}/`;

function askForDay(client: BaseLanguageClient): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New Log'),
    prompt: vscode.l10n.t('The day of the log'),
    value: now().day,
    validateInput: async (day) => {
      const result = await ask(client, { group: 'chat', day });
      return 'problem' in result ? result.problem : undefined;
    },
  });
}

interface GroupItem extends vscode.QuickPickItem {
  readonly pattern: string;
  readonly folder: vscode.Uri | undefined;
}

async function askForGroup(
  client: BaseLanguageClient,
  near: vscode.Uri | undefined,
  day: string,
): Promise<GroupItem | undefined> {
  const open = near ?? vscode.window.activeTextEditor?.document.uri;
  const groups = client
    .sendRequest<readonly LogGroup[]>('chatlog/logGroups', {
      ...(open && { near: client.code2ProtocolConverter.asUri(open) }),
    })
    .then((found) => found.map((group) => itemOf(client, group, day)));
  // A new group's logs go where the others lie.
  let folder: vscode.Uri | undefined;
  return pickOrType<GroupItem>({
    title: vscode.l10n.t('New Log'),
    placeholder: vscode.l10n.t('The group, which the name of the file ends with'),
    items: groups.then((found) => {
      folder = found[0]?.folder;
      const usual = ['WeChat', 'chat'].map((label) => ({ label, pattern: label, folder: undefined }));
      return found.length > 0 ? found : usual;
    }),
    typed: (label) => ({ label, description: vscode.l10n.t('new group'), pattern: label, folder }),
  });
}

function itemOf(client: BaseLanguageClient, { name, pattern, folder }: LogGroup, day: string): GroupItem {
  const uri = client.protocol2CodeConverter.asUri(folder);
  const isRoot = vscode.workspace.workspaceFolders?.some((root) => `${root.uri.path}/` === uri.path);
  const place = isRoot ? '' : ` · ${vscode.workspace.asRelativePath(uri)}`;
  return { label: name || pattern, description: pattern.replace('YYYY-MM-DD', day) + place, pattern, folder: uri };
}

async function workspaceFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}
