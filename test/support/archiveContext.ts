import type { ClientTraits, FeatureContext } from '../../server/src/features/feature.js';
import { Archive, ChatDocument, type SpeakerNames, summarize } from '../../server/src/language/index.js';
import { contextFor } from './featureContext.js';

/** What surrounds the logs of a test. */
export interface Surroundings {
  /** The names that `.chatlog.yaml` records. */
  readonly speakers?: SpeakerNames;
  readonly config?: string;
  readonly client?: Partial<ClientTraits>;
}

export const configUri = 'file:///archive/.chatlog.yaml';

/** What features are given in tests about several logs: an archive of the logs with these URIs. */
export function archiveContext(
  logs: ReadonlyMap<string, ChatDocument>,
  { speakers = {}, config, client }: Surroundings = {},
): FeatureContext {
  const archive = new Archive();
  for (const [uri, document] of logs) archive.set(uri, summarize(document), speakers);
  const context = contextFor(client);
  return {
    ...context,
    archive: async () => archive,
    wholeArchive: async () => archive,
    readLog: async (uri) => logs.get(uri),
    lintOptions: { ...context.lintOptions, speakers },
    configFile: config === undefined ? undefined : { uri: configUri, text: config },
  };
}

/** Logs by their texts, in files `/archive/1.txt`, `/archive/2.txt`, … of version 0, but the first, which is open as version 7. */
export function readLogs(texts: readonly string[]): Map<string, ChatDocument> {
  return new Map(
    texts.map((text, index) => {
      const uri = logUri(index);
      return [uri, ChatDocument.parse(uri, index === 0 ? 7 : 0, text)];
    }),
  );
}

/** The URI of the log with an index. */
export const logUri = (index: number): string => `file:///archive/${index + 1}.txt`;
