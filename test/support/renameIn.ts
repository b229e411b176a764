import assert from 'node:assert/strict';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { toPosition, toSpan } from '../../server/src/features/convert.js';
import { rename } from '../../server/src/features/rename.js';
import { applyChanges, type ChatDocument } from '../../server/src/language/index.js';
import { archiveContext, type Surroundings } from './archiveContext.js';

/** Renames what stands at an offset of the first log. */
export function renameIn(
  logs: ReadonlyMap<string, ChatDocument>,
  offset: number,
  newName: string,
  surroundings?: Surroundings,
): Promise<WorkspaceEdit | null> {
  const [document] = logs.values() as Iterable<ChatDocument>;
  assert.ok(document);
  const params = { textDocument: { uri: document.uri }, position: toPosition(document, offset), newName };
  return rename.answer(document, params, archiveContext(logs, surroundings));
}

/** The texts after a rename, by URI. */
export function applied(texts: ReadonlyMap<string, ChatDocument>, edit: WorkspaceEdit | null): Map<string, string> {
  const edits = new Map<string, readonly TextEdit[]>(Object.entries(edit?.changes ?? {}));
  for (const change of edit?.documentChanges ?? []) {
    assert.ok('edits' in change);
    edits.set(change.textDocument.uri, change.edits as TextEdit[]);
  }
  return new Map(
    [...texts].map(([uri, document]) => {
      const changes = (edits.get(uri) ?? []).map(({ range, newText }) => ({
        ...toSpan(document, range),
        insert: newText,
      }));
      return [uri, applyChanges(document.text, changes)];
    }),
  );
}
