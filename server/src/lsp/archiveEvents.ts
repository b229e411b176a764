import { FileChangeType, type FileEvent, type FileSystemWatcher, WatchKind } from 'vscode-languageserver';
import { CONFIG_FILE } from '../language/index.js';
import type { ArchiveIndex } from './archiveIndex.js';

/** What a client is asked to watch. Of folders that come and go, editors tell nothing but that. */
export const archiveWatchers: FileSystemWatcher[] = [
  { globPattern: `**/${CONFIG_FILE}` },
  { globPattern: '**/*.txt' },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** Whether a configuration is among the files to which something happened. */
export const tellsOfConfig = (changes: readonly FileEvent[]): boolean => changes.some(({ uri }) => isConfig(uri));

/** Tells the index what happened to files. */
export function tellIndex(index: ArchiveIndex, changes: readonly FileEvent[]): void {
  for (const { uri, type } of changes) {
    if (isConfig(uri)) continue;
    if (type === FileChangeType.Deleted) index.deleted(uri);
    else if (/\.txt$/i.test(uri)) index.changed(uri);
    else if (type === FileChangeType.Created && mayBeFolder(uri)) index.search();
  }
  if (!tellsOfConfig(changes)) return;
  index.speakersChanged();
  // It may also name logs by patterns.
  index.search();
}

/** Whether a file is a configuration. */
export const isConfig = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`);

/** Names of files end in a dot and letters; what is taken for a folder and is none costs a search. */
const mayBeFolder = (uri: string): boolean => !/\.[^/.\d][^/.]*$/.test(uri);
