import type * as vscode from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';
import { positionParams } from './commands/positionParams.js';
import { now } from './now.js';

/** What is to be written of an entry around its speaker and its text. */
export interface EntryFrame {
  readonly at: vscode.Position;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** Somebody who may speak next. */
export interface SpeakerChoice {
  readonly name: string;
  readonly detail: string;
}

/** Who may speak next at the cursor, the likeliest first. */
export function speakersAt(client: BaseLanguageClient, editor: vscode.TextEditor): Promise<readonly SpeakerChoice[]> {
  return client.sendRequest<readonly SpeakerChoice[]>('chatlog/speakers', positionParams(client, editor));
}

/** The frame of an entry behind the one at the cursor; with `atEndOfText`, only where that is the end of what it says. */
export async function entryFrameAt(
  client: BaseLanguageClient,
  editor: vscode.TextEditor,
  { atEndOfText = false } = {},
): Promise<EntryFrame | undefined> {
  const frame = await client.sendRequest<(Omit<EntryFrame, 'at'> & { readonly range: Range }) | null>(
    'chatlog/entryFrame',
    { ...positionParams(client, editor), now: now(), atEndOfText },
  );
  return frame ? { ...frame, at: client.protocol2CodeConverter.asRange(frame.range).start } : undefined;
}
