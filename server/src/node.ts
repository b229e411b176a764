import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server.js';
import { besideLog } from './system/besideLog.js';
import { processLocale } from './system/processLocale.js';
import { readFileAt } from './system/readFileAt.js';

startServer(createConnection(ProposedFeatures.all), {
  version: VERSION,
  locale: processLocale(process.env),
  yieldToLoop: () => new Promise((resolve) => setImmediate(resolve)),
  readFile: readFileAt,
  files: besideLog,
});
