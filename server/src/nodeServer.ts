import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.js';
import { picturesOnDemand } from './pictures/picturesOnDemand.js';
import { besideLog } from './system/besideLog.js';
import { processLocale } from './system/processLocale.js';
import { readFileAt } from './system/readFileAt.js';

startServer(createConnection(ProposedFeatures.all), {
  version: VERSION,
  locale: processLocale(process.env),
  yieldToLoop: () => new Promise((resolve) => setImmediate(resolve)),
  // The pages are shipped beside the bundle that this becomes.
  rulePages: pathToFileURL(join(__dirname, '../docs/rules/')).href,
  readFile: readFileAt,
  files: besideLog,
  archive: {
    find: async function* (folder) {
      yield* (await import('./system/findArchive.js')).findArchive(folder);
    },
    holds: async (folder, uri) => (await import('./system/findArchive.js')).archiveHolds(folder, uri),
  },
  summarizeMany: async function* (uris, folder) {
    const { summarizeInThread } = await import('./system/summaries/summarizeInThread.js');
    yield* summarizeInThread({ program: __filename, uris, folder });
  },
  pictures: picturesOnDemand,
});
