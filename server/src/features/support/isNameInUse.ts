import type { Archive, KnownNames } from '../../language/index.js';
import type { ArchiveContext } from '../feature.js';

/** Whether a name is somebody's in a log of the archive, or would be read in a mention once it is. */
export async function isNameInUse(
  name: string,
  { log, recorded }: KnownNames,
  archive: Archive,
  { readLog }: Pick<ArchiveContext, 'readLog'>,
): Promise<boolean> {
  if ([log, recorded].some(({ names }) => names.has(name)) || archive.names.includes(name)) return true;
  for (const { summary } of archive.logs()) if (summary.named.includes(name)) return true;
  for (const uri of archive.logsNaming([name])) if ((await readLog(uri))?.text.includes(`@${name}`)) return true;
  return false;
}
