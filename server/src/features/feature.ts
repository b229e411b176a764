import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import {
  type Archive,
  type ChatDocument,
  inEnglish,
  type LintOptions,
  type Message,
  type Now,
  type Text,
} from '../language/index.js';
import type { Settings } from './settings.js';

/** What an answer may depend on besides one log. */
export interface ArchiveContext {
  /** The text in the user's language. */
  readonly say: (text: Text) => string;
  readonly settings: Settings;
  readonly client: ClientTraits;
  /** The time on the clock of the machine that the logs are on. */
  readonly now: () => Now;
  /** The logs of the workspace that are known by now, open ones as they are in the editor. */
  readonly archive: () => Promise<Archive>;
  /** All logs of the workspace: waits until each is known. */
  readonly wholeArchive: () => Promise<Archive>;
  /**
   * A log by its URI: as it is in the editor, or else on disk; `undefined` where there is none. Other requests get their
   * turn meanwhile. Throws where the client has given up, so that an answer over many logs ends.
   */
  readonly readLog: (uri: string) => Promise<ChatDocument | undefined>;
  /** What holds for a log with this URI, which need not be there yet. */
  readonly lintOptionsOf: (uri: string) => Promise<LintOptions>;
}

/** What an answer about one log depends on besides the log. */
export interface FeatureContext extends ArchiveContext {
  readonly lintOptions: LintOptions;
  /** The URI of the folder that holds the pages of the rules, with a slash at its end; absent where it is not known. */
  readonly rulePages: string | undefined;
  readonly client: ClientTraits;
  /** The line that somebody is typing on at this moment; a header or a comment on it is not wrong yet. */
  readonly typingLine: (document: ChatDocument) => number | undefined;
  /** The workspace's `.chatlog.yaml`; its text is absent where there is no such file yet. Absent without a workspace. */
  readonly configFile: { readonly uri: string; readonly text: string | undefined } | undefined;
  /** Whether the workspace is trusted: nothing is fetched where it is not. */
  readonly trusted: boolean;
  /**
   * Looks for the picture behind an address in this log, and may fetch it: to be called only where somebody asks to see
   * it. Throws where the client has given up. Absent where no pictures can be kept, as in a browser.
   */
  readonly findPicture: ((address: string) => Promise<Picture>) | undefined;
}

/** What became of looking for a picture. */
export type Picture =
  | {
      readonly kind: 'shown';
      /** The `file:` URI of a copy on this machine, which can stand in Markdown as it is. */
      readonly uri: string;
      /** As in `PNG`. */
      readonly format: string;
      readonly bytes: number;
      /** In pixels. */
      readonly width: number;
      readonly height: number;
      /** Whether it is kept beside the logs, rather than a copy of what a server sent. */
      readonly local: boolean;
    }
  | {
      readonly kind: 'failed';
      /** Why there is nothing to show: a sentence. What is quoted in it is not escaped. */
      readonly reason: Message;
    };

/** What the client can take, as far as answers differ by it. */
export interface ClientTraits {
  /** Whether it takes symbols within symbols. */
  readonly hierarchicalSymbols: boolean;
  /**
   * Whether it asks that the entries be listed once more in their order, for its breadcrumbs (see `documentSymbol.ts`).
   */
  readonly entrySymbols: boolean;
  /** How many folds it takes. */
  readonly mostFolds: number;
  /** Whether it sends `chatlog/lineLeft` when the cursor leaves the line that was typed on. */
  readonly tellsLineLeft: boolean;
  /** Whether it takes code actions rather than commands only. */
  readonly codeActionLiterals: boolean;
  /** Whether edits may name the version of the log they are made for. */
  readonly versionedEdits: boolean;
  /** Whether edits may create files. */
  readonly fileCreation: boolean;
  /** Whether edits may say what they are for, and ask the user to confirm them. */
  readonly annotatedEdits: boolean;
  /** Whether a definition may say which text it is the definition of. */
  readonly definitionLinks: boolean;
  /** Whether hovers may be Markdown. */
  readonly markdownHover: boolean;
  /** Whether what completion inserts may have places to fill in. */
  readonly snippets: boolean;
  /** Whether completion may say what is replaced by inserting and what by overwriting. */
  readonly insertReplace: boolean;
  /** Whether a proposal's label may have a description beside it. */
  readonly labelDetails: boolean;
  /** Whether details of a proposal may be Markdown. */
  readonly markdownCompletion: boolean;
  /** Whether it has the command `editor.action.triggerSuggest`, which asks for proposals again. */
  readonly suggestsAgain: boolean;
  /** Whether it has the command `chatlog.showEntries`, which lists places for the user to look at. */
  readonly showsEntries: boolean;
  /** Whether it has the command `chatlog.recordTalk`, which runs the code action of that name at a place. */
  readonly recordsTalks: boolean;
}

/**
 * One LSP request about one log: what we promise the editor, and the answer. Methods `chatlog/…` are our own; their
 * parameters have a `textDocument` too.
 */
export interface Feature<Params, Result, Answer = Result> {
  readonly method: `textDocument/${string}` | `chatlog/${string}`;
  readonly capabilities: ServerCapabilities;
  /** The answer when the log is unknown or the computation fails. */
  readonly nothing: Result;
  /** Throws {@link Refusal} where the user should be told why there is no answer. */
  answer(document: ChatDocument, params: Params, context: FeatureContext): Answer;
}

/** A request about one log whose answer needs other logs too, and so has to wait for them to be read. */
export type ArchiveFeature<Params, Result> = Feature<Params, Result, Promise<Result>>;

/** A request that is about no one log. Methods `chatlog/…` are our own. */
export interface WorkspaceFeature<Params, Result> {
  readonly method: `workspace/${string}` | `completionItem/${string}` | `chatlog/${string}`;
  readonly capabilities: ServerCapabilities;
  readonly nothing: Result;
  answer(params: Params, context: ArchiveContext): Promise<Result>;
}

/** What was asked for can't be done, for a reason that the user should read. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly text: Text) {
    super(inEnglish(text));
  }
}
