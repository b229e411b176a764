import type { Connection } from 'vscode-languageserver';
import { isLogName, looksLikeLog } from '../language/index.js';

/** Where the logs of a workspace are looked for. */
export interface LogSearch {
  /** The workspace's folders, as URIs with a slash at their end. */
  readonly roots: readonly string[];
  /** The search that the platform offers. */
  readonly archive: ArchiveFiles | undefined;
  /** Whether the client answers `chatlog/findFiles`. */
  readonly clientFinds: boolean;
}

/** A search for logs in folders, given by their URIs. */
export interface ArchiveFiles {
  /** The URIs of the logs in a folder and those in it; of a folder that can't be searched, none. */
  find(folder: string): AsyncIterable<string>;
  /** Whether the search would find this file. */
  holds(folder: string, uri: string): Promise<boolean>;
}

/** The URIs of the logs of a workspace; from a client, of all text files, some of which may be no logs. */
export async function* logsInWorkspace(
  connection: Connection,
  { roots, archive, clientFinds }: LogSearch,
): AsyncGenerator<string> {
  for (const root of roots) if (archive && isOnDisk(root)) yield* archive.find(root);
  const others = roots.filter((root) => !archive || !isOnDisk(root));
  if (others.length === 0 || !clientFinds) return;
  for (const uri of await connection.sendRequest<readonly string[]>('chatlog/findFiles')) {
    if (others.some((root) => uri.startsWith(root))) yield uri;
  }
}

/** Whether a file with this text is a log of the workspace. `found`: whether {@link logsInWorkspace} has found it. */
export async function isLogInWorkspace(
  { roots, archive }: LogSearch,
  uri: string,
  text: string,
  found: boolean,
): Promise<boolean> {
  if (archive && isOnDisk(uri)) {
    if (found) return true;
    for (const root of roots) if (uri.startsWith(root) && (await archive.holds(root, uri))) return true;
    return false;
  }
  const seen = found || roots.some((root) => uri.startsWith(root) && !HIDDEN.test(uri.slice(root.length)));
  return seen && (isLogName(uri) || looksLikeLog(text));
}

/** What this machine can search; the files of others only the client sees. */
const isOnDisk = (uri: string): boolean => uri.startsWith('file:');

/** Folders whose files are nobody's logs. */
const HIDDEN = /(?:^|\/)(?:\.|node_modules\/)/;
