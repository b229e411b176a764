import assert from 'node:assert/strict';
import { FRONT_MATTER } from '../support/featureContext.js';
import { type ClientOptions, logUri, type MemoryServer, startMemoryServer } from '../support/memoryServer.js';

const PULLS = {
  textDocument: { diagnostic: {} },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
} as const;
const BROKEN = `${FRONT_MATTER}>09:00:00  Ann\nhi\n`;
const ROOT = logUri.slice(0, logUri.lastIndexOf('/'));
const CONFIG = `${ROOT}/.chatlog.yaml`;

describe('Configuration of the server', () => {
  let server: MemoryServer;
  afterEach(() => server.close());

  async function severity(files: Record<string, string>, settings: unknown = {}, more: ClientOptions = {}) {
    server = await startMemoryServer({ capabilities: PULLS, settings: () => settings, files, ...more });
    await server.refreshed.next();
    server.open(BROKEN);
    return (await server.pull())[0]?.severity;
  }

  it('is read from the nearest .chatlog.yaml, in the folder or above it', async () => {
    assert.equal(await severity({ [CONFIG]: 'rules:\n  header-malformed: hint\n' }), 4);
    server.close();
    assert.equal(await severity({ 'file:///.chatlog.yaml': 'rules:\n  header-malformed: warning\n' }), 2);
    server.close();
    assert.equal(await severity({}), 1);
  });

  it('gives way to the editor’s settings, where these are set', async () => {
    const files = { [CONFIG]: 'rules:\n  header-malformed: hint\n' };
    assert.equal(await severity(files, { rules: { 'header-malformed': 'info' } }), 3);
    server.close();
    assert.equal(await severity(files, { rules: { 'header-malformed': 'default' } }), 4);
  });

  it('is read again when the file changes', async () => {
    const files: Record<string, string> = { [CONFIG]: 'rules:\n  header-malformed: hint\n' };
    assert.equal(await severity(files), 4);
    files[CONFIG] = 'rules:\n  header-malformed: off\n';
    server.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
    await server.refreshed.next();
    assert.deepEqual(await server.pull(), []);
  });

  it('is reported where it is wrong, until it is mended', async () => {
    const files: Record<string, string> = { [CONFIG]: 'rules:\n  header-malformd: hint\n' };
    assert.equal(await severity(files), 1);
    const wrong = await server.published.next();
    assert.equal(wrong.uri, CONFIG);
    assert.deepEqual(
      wrong.diagnostics.map(({ range }) => [range.start.line, range.start.character, range.end.character]),
      [[1, 2, 17]],
    );
    assert.match(String(wrong.diagnostics[0]?.message), /header-malformed/);
    files[CONFIG] = 'rules:\n  header-malformed: hint\n';
    server.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 2 }] });
    const mended = await server.published.next();
    assert.deepEqual([mended.uri, mended.diagnostics], [CONFIG, []]);
  });
});
