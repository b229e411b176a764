import type { AnnotatedTextEdit, RenameParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  ChatDocument,
  type KnownNames,
  message,
  readableChanges,
  renameChanges,
  renameInConfig,
  renameProblem,
  type TextChange,
} from '../language/index.js';
import { toOffset, toTextEdit } from './convert.js';
import { type ArchiveFeature, type FeatureContext, Refusal } from './feature.js';
import { isNameInUse } from './support/isNameInUse.js';
import { logsWithNames } from './support/logsWithNames.js';
import { namesKnown, namesKnownIn } from './support/namesKnown.js';
import { nameToRename } from './support/nameToRename.js';

const TO_CONFIRM = 'toConfirm';

/** What is changed in one file. */
interface FileEdit {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/**
 * Gives a name another form wherever it stands as a name: in this log, the others of the archive, and `.chatlog.yaml`.
 * Other names of the same person stay. Where the client can, the user confirms what is changed outside this log, and all
 * of it where the new name is somebody's already: nobody could tell the two apart again.
 */
export const rename: ArchiveFeature<RenameParams, WorkspaceEdit | null> = {
  method: 'textDocument/rename',
  capabilities: { renameProvider: { prepareProvider: true } },
  nothing: null,
  async answer(document, { position, newName }, context) {
    const archive = await context.wholeArchive();
    const known = namesKnown(document, context, archive);
    const { name } = nameToRename(document, toOffset(document, position), known);
    const problem = renameProblem(newName);
    if (problem) throw new Refusal(problem);

    const editIn = (log: ChatDocument, knownIn: KnownNames): FileEdit =>
      editOf(log, readableChanges(log, name, renameChanges(log, name, newName, knownIn), knownIn));
    const here = editIn(document, known);
    const elsewhere: FileEdit[] = [];
    for (const uri of logsWithNames(archive, new Set([name]))) {
      const other = uri === document.uri ? undefined : await context.readLog(uri);
      if (other) elsewhere.push(editIn(other, namesKnownIn(other, context, archive)));
    }
    const config = configEdit(name, newName, context);
    if (config) elsewhere.push(config);
    const changed = elsewhere.filter(({ edits }) => edits.length > 0);
    if (!context.client.versionedEdits) return plainEdit([here, ...changed]);
    if (!context.client.annotatedEdits) return versionedEdit([here, ...changed]);
    if (name !== newName && (await isNameInUse(newName, known, archive, context))) {
      const label = context.say(message('“{0}” is a name in these logs already: the two become one', newName));
      return versionedEdit([], [here, ...changed], label);
    }
    return versionedEdit([here], changed, context.say(message('In other logs of the archive')));
  },
};

const editOf = (document: ChatDocument, changes: readonly TextChange[]): FileEdit => ({
  uri: document.uri,
  version: document.version,
  edits: changes.map((change) => toTextEdit(document, change)),
});

function configEdit(from: string, to: string, { configFile }: FeatureContext): FileEdit | undefined {
  if (configFile?.text === undefined) return undefined;
  const { uri, text } = configFile;
  const config = ChatDocument.parse(uri, 0, text);
  return editOf(config, renameInConfig(text, from, to));
}

const plainEdit = (files: readonly FileEdit[]): WorkspaceEdit => ({
  changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])),
});

/** The edits of some files, and those of others that the user is asked to confirm under a label. */
function versionedEdit(files: readonly FileEdit[], toConfirm: readonly FileEdit[] = [], label = ''): WorkspaceEdit {
  const annotated = toConfirm.map((file) => ({
    ...file,
    edits: file.edits.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: TO_CONFIRM })),
  }));
  return {
    documentChanges: [...files, ...annotated].map(({ uri, version, edits }) => ({
      // A file that is not open is read as version 0.
      textDocument: { uri, version: version === 0 ? null : version },
      edits: [...edits],
    })),
    ...(toConfirm.length > 0 && { changeAnnotations: { [TO_CONFIRM]: { label, needsConfirmation: true } } }),
  };
}
