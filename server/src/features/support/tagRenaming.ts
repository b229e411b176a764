import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { logsByDay, message, renameTag, tagProblem } from '../../language/index.js';
import { type ArchiveContext, Refusal } from '../feature.js';
import { type FileEdit, fileEditOf, workspaceEditOf } from './fileEdits.js';

/**
 * The edit that gives a tag another name in all logs. Where the client can, the user confirms it if there is such a tag
 * already: nobody could tell the two apart again. Throws {@link Refusal} where the name can't be one.
 */
export async function renameTagEverywhere(from: string, to: string, context: ArchiveContext): Promise<WorkspaceEdit> {
  const problem = tagProblem(to);
  if (problem) throw new Refusal(problem);
  const logs = logsByDay(await context.wholeArchive());
  const uris = logs.filter(({ summary }) => summary.tags.some(({ name }) => name === from)).map(({ uri }) => uri);
  const isTaken = from !== to && logs.some(({ summary }) => summary.tags.some(({ name }) => name === to));
  const files: FileEdit[] = [];
  for (const uri of uris) {
    const log = await context.readLog(uri);
    if (log) files.push(fileEditOf(log, renameTag(log, from, to)));
  }
  if (!isTaken) return workspaceEditOf(files, context.client);
  const label = context.say(message('“{0}” is a tag in these logs already: the two become one', to));
  return workspaceEditOf([], context.client, { files, label });
}
