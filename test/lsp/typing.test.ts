import assert from 'node:assert/strict';
import { FRONT_MATTER } from '../support/featureContext.js';
import { type ClientOptions, logUri, type MemoryServer, startMemoryServer } from '../support/memoryServer.js';

const PULLS = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
} as const;
const LINE = FRONT_MATTER.split('\n').length - 1;

describe('A header that is being typed', function () {
  this.timeout(10_000);
  let server: MemoryServer;
  afterEach(() => server.close());

  /** Opens a log with one entry and a line above it that is empty, or holds only what the editor closed, and types on it. */
  async function type(
    text: string,
    options: ClientOptions = { initializationOptions: { tellsLineLeft: true } },
    behind = '',
  ) {
    server = await startMemoryServer({ capabilities: PULLS, ...options });
    server.open(`${FRONT_MATTER}${behind}\n\n> 09:00:00  Ann  \nhi\n`);
    let version = 1;
    for (const [column, typed] of [...text].entries()) {
      version++;
      server.change(version, { from: [LINE, column], to: [LINE, column], text: typed });
      assert.deepEqual(await codes(), [], `after “${text.slice(0, column + 1)}”`);
    }
    return version;
  }

  const codes = async () => (await server.pull()).map(({ code }) => code);

  it('is not spoken of, at no keystroke, even if it turns out well', async () => {
    await type('> 08:59:00  Bob');
  });

  it('is as little spoken of as a comment is, closed by the editor or not', async () => {
    await type('<!-- @note 2026-11-2 a: b');
    server.close();
    await type('<!-- @note 2026-11-2 a: b', undefined, ' -->');
    server.client.sendNotification('chatlog/lineLeft', { uri: logUri });
    await server.refreshed.next();
    assert.deepEqual(await codes(), ['annotation-malformed']);
  });

  it('is spoken of when the cursor leaves the line', async () => {
    await type('>08:59:00  Bob');
    server.client.sendNotification('chatlog/lineLeft', { uri: logUri });
    await server.refreshed.next();
    // The settings that came at the start ask for a refresh as well.
    assert.deepEqual(await codes(), ['header-malformed']);
  });

  it('is spoken of when something else changes', async () => {
    const version = await type('>08:59:00  Bob');
    server.change(version + 1, { from: [LINE, 14], to: [LINE, 14], text: '\n' });
    assert.deepEqual(await codes(), ['header-malformed']);
  });

  it('is spoken of after a rest, where the client does not tell that a line is left', async () => {
    await type('>08:59:00  Bob', {});
    await server.refreshed.next();
    assert.deepEqual(await codes(), ['header-malformed']);
  });

  it('is spoken of at once where it came by no keystroke', async () => {
    server = await startMemoryServer({ capabilities: PULLS, initializationOptions: { tellsLineLeft: true } });
    server.open(`${FRONT_MATTER}\n\n> 09:00:00  Ann  \nhi\n`);
    server.change(2, { from: [LINE, 0], to: [LINE, 0], text: '>08:59:00  Somebody with a name' });
    assert.deepEqual(await codes(), ['header-malformed']);
  });
});
