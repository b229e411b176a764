import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { AnnotatedLogs } from './annotatedLogs.js';
import { markNotes } from './noteMarks.js';
import { Notes } from './notes.js';
import { markTags } from './tagMarks.js';

/** The notes and tags of all open logs. */
export interface Annotating extends vscode.Disposable {
  readonly logs: AnnotatedLogs;
  readonly notes: Notes;
}

/** Shows the notes and tags of open logs. */
export function annotateLogs(client: BaseLanguageClient): Annotating {
  const logs = new AnnotatedLogs(client);
  const notes = new Notes(client, logs);
  const shown = vscode.Disposable.from(logs, notes, markNotes(client, logs), markTags(client, logs));
  logs.start();
  return { logs, notes, dispose: () => shown.dispose() };
}
