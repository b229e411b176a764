import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { built } from '../support/built.js';
import { type Session, startSession } from './session.js';
import { benchFolder, peer } from './workplace.js';

const { execPath: node } = process;

/** Our server as the extension starts it; `workspace` is a folder of logs, `archiveFolder` where it keeps what it knows of them. */
export function startOurs(workspace?: string, archiveFolder?: string): Promise<Session> {
  return startSession(
    [node, '--max-semi-space-size=4', built('dist/server.js'), '--stdio'],
    {
      capabilities: {
        textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
        window: { workDoneProgress: true },
      },
      workspaceFolders: workspace === undefined ? [] : [{ uri: pathToFileURL(workspace).href, name: workspace }],
      initializationOptions: { archiveFolder, entrySymbols: true },
    },
    (client) => client.onRequest('window/workDoneProgress/create', () => null),
  );
}

/** rumdl as a server, which reports problems. */
export const startRumdl = (): Promise<Session> =>
  startSession([node, peer('rumdl/bin/rumdl'), 'server', '--stdio'], {}, (client) => {
    client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    client.onRequest('client/registerCapability', () => null);
  });

/** VS Code's server for Markdown, which knows the outline. Its client cuts texts into tokens, as VS Code does. */
export function startMarkdown(textOf: (uri: string) => string | undefined): Promise<Session> {
  const MarkdownIt = createRequire(`${benchFolder}/`)('markdown-it');
  const parser = new MarkdownIt({ html: true });
  const prepare = (client: ProtocolConnection): void => {
    client.onRequest('markdown/parse', ({ uri, text }: { uri: string; text?: string }) =>
      parser.parse(text ?? textOf(uri) ?? '', {}),
    );
    client.onRequest('markdown/fs/readFile', ({ uri }: { uri: string }) => [...readFileSync(fileURLToPath(uri))]);
    client.onRequest('markdown/fs/readDirectory', () => []);
    client.onRequest('markdown/fs/stat', () => undefined);
    client.onRequest('markdown/fs/watcher/create', () => null);
    client.onRequest('markdown/fs/watcher/delete', () => null);
    client.onRequest('markdown/findMarkdownFilesInWorkspace', () => []);
    client.onRequest('client/registerCapability', () => null);
    client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
  };
  const program = peer('vscode-markdown-languageserver/dist/node/workerMain.js');
  return startSession(
    [node, program, '--stdio'],
    { initializationOptions: { markdownFileExtensions: ['md'] }, workspaceFolders: [] },
    prepare,
  );
}
