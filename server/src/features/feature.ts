import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import type { ChatDocument, LintOptions, Text } from '../language/index.js';

/** What an answer depends on besides the log. */
export interface FeatureContext {
  /** The text in the user's language. */
  readonly say: (text: Text) => string;
  readonly lintOptions: LintOptions;
  /** The URI of the folder that holds the pages of the rules, with a slash at its end; absent where it is not known. */
  readonly rulePages: string | undefined;
  readonly client: ClientTraits;
  /** The line that somebody is typing on at this moment; a header on it is not wrong yet. */
  readonly typingLine: (document: ChatDocument) => number | undefined;
  /** The workspace's `.chatlog.yaml`; its text is absent where there is no such file yet. Absent without a workspace. */
  readonly configFile: { readonly uri: string; readonly text: string | undefined } | undefined;
}

/** What the client can take, as far as answers differ by it. */
export interface ClientTraits {
  /** Whether it takes symbols within symbols. */
  readonly hierarchicalSymbols: boolean;
  /**
   * Whether it asks that the entries be listed once more in their order, for its breadcrumbs (see `documentSymbol.ts`).
   */
  readonly entrySymbols: boolean;
  /** Whether it sends `chatlog/lineLeft` when the cursor leaves the line that was typed on. */
  readonly tellsLineLeft: boolean;
  /** Whether it takes code actions rather than commands only. */
  readonly codeActionLiterals: boolean;
  /** Whether edits may name the version of the log they are made for. */
  readonly versionedEdits: boolean;
  /** Whether edits may create files. */
  readonly fileCreation: boolean;
}

/** One LSP request about one log: what we promise the editor, and the answer. */
export interface Feature<Params, Result> {
  readonly method: `textDocument/${string}`;
  readonly capabilities: ServerCapabilities;
  /** The answer when the log is unknown or the computation fails. */
  readonly nothing: Result;
  answer(document: ChatDocument, params: Params, context: FeatureContext): Result;
}
