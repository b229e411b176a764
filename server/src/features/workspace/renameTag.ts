import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { WorkspaceFeature } from '../feature.js';
import { renameTagEverywhere } from '../support/tagRenaming.js';

/** Gives a tag another name wherever it stands, in all logs. */
export const renameTag: WorkspaceFeature<{ readonly name: string; readonly newName: string }, WorkspaceEdit | null> = {
  method: 'chatlog/renameTag',
  capabilities: {},
  nothing: null,
  answer: ({ name, newName }, context) => renameTagEverywhere(name, newName, context),
};
