import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { ChatDocument, TextChange } from '../../language/index.js';
import { toTextEdit } from '../convert.js';
import type { ClientTraits } from '../feature.js';

/** What is changed in one file. */
export interface FileEdit {
  readonly uri: string;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/** Edits of some files that the user is asked to confirm, under a label. */
export interface EditsToConfirm {
  readonly files: readonly FileEdit[];
  readonly label: string;
}

const TO_CONFIRM = 'toConfirm';

/** The changes of a log as edits of its file. */
export function fileEditOf(document: ChatDocument, changes: readonly TextChange[]): FileEdit {
  return {
    uri: document.uri,
    version: document.version,
    edits: changes.map((change) => toTextEdit(document, change)),
  };
}

/**
 * Edits of several files as the client takes them: with the versions they are made for where it can, and only then with
 * some to confirm. Files without edits are left out.
 */
export function workspaceEditOf(
  files: readonly FileEdit[],
  client: Pick<ClientTraits, 'versionedEdits' | 'annotatedEdits'>,
  toConfirm?: EditsToConfirm,
): WorkspaceEdit {
  const changed = files.filter(({ edits }) => edits.length > 0);
  const unsure = toConfirm?.files.filter(({ edits }) => edits.length > 0) ?? [];
  if (!client.versionedEdits) {
    return { changes: Object.fromEntries([...changed, ...unsure].map(({ uri, edits }) => [uri, [...edits]])) };
  }
  const annotated = unsure.map((file) => ({
    ...file,
    edits: client.annotatedEdits
      ? file.edits.map((edit): AnnotatedTextEdit => ({ ...edit, annotationId: TO_CONFIRM }))
      : file.edits,
  }));
  return {
    documentChanges: [...changed, ...annotated].map(({ uri, version, edits }) => ({
      // A file that is not open is read as version 0.
      textDocument: { uri, version: version === 0 ? null : version },
      edits: [...edits],
    })),
    ...(client.annotatedEdits &&
      toConfirm &&
      unsure.length > 0 && {
        changeAnnotations: { [TO_CONFIRM]: { label: toConfirm.label, needsConfirmation: true } },
      }),
  };
}
