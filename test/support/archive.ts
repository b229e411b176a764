import { Archive, ChatDocument, type SpeakerNames, summarize } from '../../server/src/language/index.js';

/** An archive of logs, given by the paths of their files; `speakers` is what is recorded for all of them. */
export function archiveOf(logs: Readonly<Record<string, string>>, speakers: SpeakerNames = {}): Archive {
  const archive = new Archive();
  for (const [path, text] of Object.entries(logs)) {
    const uri = `file:///archive/${path}`;
    archive.set(uri, summarize(ChatDocument.parse(uri, 0, text)), speakers);
  }
  return archive;
}
