import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Annotating } from '../annotations/annotate.js';

/** What a command works with. */
export interface CommandContext {
  /** The client of the language server, which is started where it is not running yet. */
  readonly client: () => Promise<BaseLanguageClient>;
  /** The notes and tags of open logs. The language server is started where it is not running yet. */
  readonly annotating: () => Promise<Annotating>;
  /** The editor with the log that the user is in; `undefined` where they are elsewhere. */
  readonly logEditor: () => vscode.TextEditor | undefined;
}

/** One command of the extension. Its title stands in `package.json`. */
export interface Command {
  readonly id: `chatlog.${string}`;
  run(context: CommandContext, ...args: readonly unknown[]): Promise<unknown>;
}
