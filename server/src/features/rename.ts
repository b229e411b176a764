import type { RenameParams, WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  ChatDocument,
  type KnownNames,
  message,
  readableChanges,
  renameChanges,
  renameInConfig,
  renameProblem,
  tagAt,
} from '../language/index.js';
import { toOffset } from './convert.js';
import { type ArchiveFeature, type FeatureContext, Refusal } from './feature.js';
import { type FileEdit, fileEditOf, workspaceEditOf } from './support/fileEdits.js';
import { isNameInUse } from './support/isNameInUse.js';
import { logsWithNames } from './support/logsWithNames.js';
import { namesKnown, namesKnownIn } from './support/namesKnown.js';
import { nameToRename } from './support/nameToRename.js';
import { renameTagEverywhere } from './support/tagRenaming.js';

/**
 * Gives a name another form wherever it stands as a name: in this log, the others of the archive, and `.chatlog.yaml`.
 * Other names of the same person stay. Where the client can, the user confirms what is changed outside this log, and all
 * of it where the new name is somebody's already: nobody could tell the two apart again. A tag is renamed in all logs.
 */
export const rename: ArchiveFeature<RenameParams, WorkspaceEdit | null> = {
  method: 'textDocument/rename',
  capabilities: { renameProvider: { prepareProvider: true } },
  nothing: null,
  async answer(document, { position, newName }, context) {
    const tag = tagAt(document, toOffset(document, position));
    if (tag) return renameTagEverywhere(tag.name, newName, context);
    const archive = await context.wholeArchive();
    const known = namesKnown(document, context, archive);
    const { name } = nameToRename(document, toOffset(document, position), known);
    const problem = renameProblem(newName);
    if (problem) throw new Refusal(problem);

    const editIn = (log: ChatDocument, knownIn: KnownNames): FileEdit =>
      fileEditOf(log, readableChanges(log, name, renameChanges(log, name, newName, knownIn), knownIn));
    const here = editIn(document, known);
    const elsewhere: FileEdit[] = [];
    for (const uri of logsWithNames(archive, new Set([name]))) {
      const other = uri === document.uri ? undefined : await context.readLog(uri);
      if (other) elsewhere.push(editIn(other, namesKnownIn(other, context, archive)));
    }
    const config = configEdit(name, newName, context);
    if (config) elsewhere.push(config);
    const isTaken =
      context.client.annotatedEdits && name !== newName && (await isNameInUse(newName, known, archive, context));
    if (isTaken) {
      const label = context.say(message('“{0}” is a name in these logs already: the two become one', newName));
      return workspaceEditOf([], context.client, { files: [here, ...elsewhere], label });
    }
    const label = context.say(message('In other logs of the archive'));
    return workspaceEditOf([here], context.client, { files: elsewhere, label });
  },
};

function configEdit(from: string, to: string, { configFile }: FeatureContext): FileEdit | undefined {
  if (configFile?.text === undefined) return undefined;
  const { uri, text } = configFile;
  const config = ChatDocument.parse(uri, 0, text);
  return fileEditOf(config, renameInConfig(text, from, to));
}
