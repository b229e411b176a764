import assert from 'node:assert/strict';
import { onHostOf } from '../../server/src/lsp/filesOnHost.js';

describe('Files on the log’s host', () => {
  /** The files that are looked for, of those that a rule asks for. */
  function lookedFor(log: string, ...uris: readonly string[]): readonly string[] {
    const looked: string[] = [];
    const files = onHostOf(log, {
      exists: (uri) => {
        looked.push(uri);
        return true;
      },
      neighbour: () => undefined,
    });
    for (const uri of uris) assert.equal(files.exists(uri), looked.includes(uri) ? true : undefined);
    return looked;
  }

  it('are looked for, those on other machines are not', () => {
    assert.deepEqual(lookedFor('file:///logs/a.txt', 'file:///pictures/a.png', 'file://other/share/a.png', 'a.png'), [
      'file:///pictures/a.png',
    ]);
    assert.deepEqual(lookedFor('file://share/logs/a.txt', 'file:///pictures/a.png', 'file://SHARE/pictures/a.png'), [
      'file://SHARE/pictures/a.png',
    ]);
  });
});
