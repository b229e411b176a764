import type { CodeAction, CodeActionKind, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type ChatDocument, type Diagnostic, type Span, spansTouch, type TextChange } from '../../language/index.js';
import type { FeatureContext } from '../feature.js';
import { fileEditOf, workspaceEditOf } from '../support/fileEdits.js';

/** What the code actions of one request are made from. */
export interface CodeActionRequest {
  readonly document: ChatDocument;
  /** What is selected, or the cursor. */
  readonly selection: Span;
  /** Everything the rules find in the log. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether nobody asked: the editor wants to know whether to show a light bulb. */
  readonly isAutomatic: boolean;
  readonly context: FeatureContext;
}

/** One sort of code actions. */
export interface CodeActionSource {
  /** The kinds that its actions have. */
  readonly kinds: readonly CodeActionKind[];
  /** Whether its actions stand behind all others: whoever presses Enter in the list wants a repair. */
  readonly last?: true;
  actions(request: CodeActionRequest): readonly CodeAction[];
}

/** Those findings of the request that the selection touches. */
export function selectedDiagnostics({ selection, diagnostics }: CodeActionRequest): readonly Diagnostic[] {
  return diagnostics.filter((found) => spansTouch(found, selection));
}

/** An edit of the request's log; where the client can, it names the version that it is made for. */
export function editOf({ document, context }: CodeActionRequest, changes: readonly TextChange[]): WorkspaceEdit {
  return workspaceEditOf([fileEditOf(document, changes)], context.client);
}
