import {
  type ChatDocument,
  fileNameOf,
  folderOf,
  groupAuthor,
  type LogGroup,
  logGroups,
  logName,
  type ModelLog,
  newLogText,
  patternOf,
} from '../../language/index.js';
import type { ArchiveContext, WorkspaceFeature } from '../feature.js';

/** Asks for a log that is to be made. */
export interface NewLogParams {
  /** The URI of its folder, with a slash at its end; absent where it is in none yet. */
  readonly folder?: string;
  /** The pattern of a group of the folder, or the name of a new one. */
  readonly group: string;
  /** As a person types it. */
  readonly day: string;
}

/** The name and the text of a new log, or what is wrong with what was asked for, in a sentence. */
export type NewLogResult = { readonly name: string; readonly text: string } | { readonly problem: string };

/** A log for a day, modelled on the latest of its group in the folder, else on the folder's latest. Nothing is written. */
export const newLog: WorkspaceFeature<NewLogParams, NewLogResult | null> = {
  method: 'chatlog/newLog',
  capabilities: {},
  nothing: null,
  async answer({ folder, group, day }, context) {
    const named = logName(group, day);
    if ('problem' in named) return { problem: context.say(named.problem) };
    const { name } = named;
    const uri = folder === undefined ? undefined : folder + encodeURIComponent(name);
    const { requiredKeys } = await context.lintOptionsOf(uri ?? '');
    const model = uri === undefined ? undefined : await modelFor(uri, name, context);
    return { name, text: newLogText(name, model, requiredKeys) };
  },
};

/** So many logs of a group are asked what `author` says where nobody presented. */
const ASKED = 10;

async function modelFor(uri: string, name: string, context: ArchiveContext): Promise<ModelLog | undefined> {
  const archive = await context.wholeArchive();
  const folder = folderOf(uri);
  const beside = [...archive.logs()].flatMap((log) => (folderOf(log.uri) === folder && log.uri !== uri ? log.uri : []));
  const groups = logGroups(beside);
  const group = groups.find(({ pattern }) => pattern === patternOf(name)?.pattern) ?? groups[0];
  const logs: ChatDocument[] = [];
  for (const latest of group ? latestOf(group, beside) : []) {
    const log = await context.readLog(latest);
    if (log) logs.push(log);
  }
  const [log] = logs;
  if (log) return { text: log.text, name: fileNameOf(log.uri), groupAuthor: groupAuthor(logs) };
  // A folder outside the workspace is looked into by itself.
  const neighbour = (await context.lintOptionsOf(uri)).files.neighbour(uri);
  return neighbour === undefined ? undefined : { text: neighbour, name: '' };
}

/** The latest logs of a group, the last one first: their names differ by the day alone, so they stand in the order of days. */
const latestOf = ({ pattern }: LogGroup, uris: readonly string[]): readonly string[] =>
  uris
    .filter((uri) => patternOf(fileNameOf(uri))?.pattern === pattern)
    .sort()
    .slice(-ASKED)
    .reverse();
