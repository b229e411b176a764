import * as vscode from 'vscode';
import type { Position, Range } from 'vscode-languageclient';
import type { CommandContext } from '../commands/command.js';
import { filledTimes } from './filledTimes.js';

/** A conversation as entries: the server's answer (`pasteEntries.ts` there), its place as VS Code has it. */
export interface ChatEntries {
  readonly document: vscode.TextDocument;
  /** Where they go. */
  readonly at: vscode.Position;
  readonly newText: string;
  readonly entries: number;
  /** The times in the new text that were made up in part, counted from where it begins. */
  readonly filled: readonly Range[];
  readonly notes: readonly string[];
}

/**
 * What was copied from a chat program as entries of a log, in place of `range`; `undefined` where it is no such text.
 * `trusting`: the user said that it is one.
 */
export async function chatEntriesOf(
  context: CommandContext,
  document: vscode.TextDocument,
  range: vscode.Range,
  text: string,
  trusting: boolean,
  token?: vscode.CancellationToken,
): Promise<ChatEntries | undefined> {
  const client = await context.client();
  const { code2ProtocolConverter: toProtocol, protocol2CodeConverter: toCode } = client;
  const answer = await client.sendRequest<(Omit<ChatEntries, 'document' | 'at'> & { readonly at: Position }) | null>(
    'chatlog/pasteEntries',
    { textDocument: toProtocol.asTextDocumentIdentifier(document), range: toProtocol.asRange(range), text, trusting },
    // One that is `undefined` would be sent as a second parameter.
    ...(token ? [token] : []),
  );
  return answer ? { ...answer, document, at: toCode.asPosition(answer.at) } : undefined;
}

/** Once entries are in their log: marks the times that were filled in, and says what there is to say. */
export function tellPasted({ document, at, entries, filled, notes }: ChatEntries): void {
  // Where the text does not begin on a line of its own, it begins with a line break, so no time is on its first line.
  filledTimes.mark(document, at.line, filled);
  if (filled.length === 0 && notes.length === 0) return;
  const summary = vscode.l10n.t(
    'Entries pasted: {0}. The times of {1} were filled in, and are underlined.',
    entries,
    filled.length,
  );
  const text = [...(filled.length > 0 ? [summary] : []), ...notes].join(' ');
  if (notes.length > 0) void vscode.window.showWarningMessage(text);
  else void vscode.window.showInformationMessage(text);
}
