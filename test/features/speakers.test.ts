import assert from 'node:assert/strict';
import { toPosition } from '../../server/src/features/convert.js';
import { speakers } from '../../server/src/features/speakers.js';
import type { ChatDocument } from '../../server/src/language/index.js';
import { archiveContext, logUri, readLogs } from '../support/archiveContext.js';
import { readMarkers } from '../support/markers.js';

/** Checks who is offered for the next entry at `<|>` in the first of some logs. */
async function check(texts: readonly [string, ...string[]], expected: readonly string[]): Promise<void> {
  const { text, cursors } = readMarkers(texts[0]);
  const logs = readLogs([text, ...texts.slice(1)]);
  const document = logs.get(logUri(0)) as ChatDocument;
  const params = { textDocument: { uri: document.uri }, position: toPosition(document, cursors[0] ?? 0) };
  const choices = await speakers.answer(document, params, archiveContext(logs));
  assert.deepEqual(
    choices.map(({ name, detail }) => `${name} (${detail})`),
    expected,
  );
}

describe('The speakers to choose from', () => {
  it('are those of the log and of the archive, with how much they say and when they last did', () =>
    check(
      [
        '> 09:00:00  Ann\nhi\n> 09:05:00  林一诺-青杉\n早<|>\n> 25:00:00  Bob\nhi\n',
        '---\ndate: 2026-11-19 12:00:00\n---\n> 09:00:00  Ann\nhi\n> 09:00:00  Cid\nhi\n',
        '> 09:00:00  Dan\nhi\n',
      ],
      [
        '林一诺-青杉 (Entries here: 1, the last at 09:05:00)',
        'Ann (Entries here: 1, the last at 09:00:00 · In other logs: 1, the last on 2026-11-19)',
        'Bob (Entries here: 1)',
        'Cid (In other logs: 1, the last on 2026-11-19)',
        'Dan (In other logs: 1)',
      ],
    ));

  it('are there before anything is written', () => check(['<|>', '> 09:00:00  Dan\nhi\n'], ['Dan (In other logs: 1)']));
});
