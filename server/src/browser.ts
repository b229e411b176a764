import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server.js';

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;

startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), {
  version: VERSION,
  locale: worker.navigator.language,
  yieldToLoop: () => new Promise((resolve) => setTimeout(resolve)),
});
