import assert from 'node:assert/strict';
import type { CodeAction, CodeActionContext } from 'vscode-languageserver-protocol';
import { codeAction } from '../../server/src/features/codeAction.js';
import { toRange } from '../../server/src/features/convert.js';
import type { ClientTraits } from '../../server/src/features/feature.js';
import { contextFor, onlyRules, parse, uri } from '../support/featureContext.js';
import { readMarkers } from '../support/markers.js';

/** The actions offered at the cursor, or over the range, that is marked: those that repair what a rule reports there. */
function repairsAt(marked: string, client: Partial<ClientTraits> = {}, only?: CodeActionContext['only']): CodeAction[] {
  const { text, cursors, ranges } = readMarkers(marked);
  const document = parse(text);
  const span = ranges[0] ?? { from: cursors[0] ?? 0, to: cursors[0] ?? 0 };
  const params = {
    textDocument: { uri },
    range: toRange(document, span),
    context: { diagnostics: [], ...(only && { only }) },
  };
  const context = contextFor(client, onlyRules('header-malformed', 'front-matter-unclosed'));
  const actions = codeAction.answer(document, params, context) as CodeAction[];
  return actions.filter(({ kind, title }) => kind === 'quickfix' && !/^(Disable|Fix (all|every))/.test(title));
}

/** Checks the titles of the actions; one that is preferred has a star. */
function check(marked: string, ...expected: string[]): void {
  assert.deepEqual(
    repairsAt(marked).map(({ title, isPreferred }) => `${isPreferred ? '* ' : ''}${title}`),
    expected,
  );
}

const FIX = 'Write it “> 09:00:00  Ann”';

describe('Code actions', () => {
  it('are offered anywhere in what is reported, at its ends too', () => {
    for (const marked of ['<|>>09:00:00  Ann\nhi\n', '>09:<|>00:00  Ann\nhi\n', '>09:00:00  Ann<|>\nhi\n']) {
      check(marked, `* ${FIX}`);
    }
    check('<[>09:00:00  Ann\nhi\n]>', `* ${FIX}`);
  });

  it('are not offered elsewhere, or where nothing is wrong', () => {
    check('>09:00:00  Ann\n<|>hi\n');
    check('> 09:00:00  A<|>nn\nhi\n');
  });

  it('begin a log where there is nothing yet', () => check('<|>', '* Begin the log of 2026-11-20'));

  it('are not preferred where something was guessed', () => check('> 09:<|>00  Ann\n\nhi\n', FIX));

  it('are offered for each of several problems', () =>
    check('<[---\nlayout: source\n>09:00:00  Ann]>\nhi\n', '* Close the front matter', `* ${FIX}`));

  it('edit this version of the log', () => {
    const [action] = repairsAt('>09:<|>00:00  Ann\nhi\n');
    assert.deepEqual(
      action?.diagnostics?.map(({ code }) => code),
      ['header-malformed'],
    );
    assert.deepEqual(action?.edit?.documentChanges, [
      {
        textDocument: { uri, version: 7 },
        edits: [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 14 } }, newText: '> 09:00:00  Ann' },
        ],
      },
    ]);
    assert.equal(action?.edit?.changes, undefined);
  });

  it('are none for a client that takes commands only', () => {
    assert.deepEqual(repairsAt('>09:<|>00:00  Ann\nhi\n', { codeActionLiterals: false }), []);
  });

  it('edit whatever version there is where the client knows no versions', () => {
    const [action] = repairsAt('>09:<|>00:00  Ann\nhi\n', { versionedEdits: false });
    assert.equal(action?.edit?.changes?.[uri]?.[0]?.newText, '> 09:00:00  Ann');
    assert.equal(action?.edit?.documentChanges, undefined);
  });

  it('are of the kind that is asked for', () => {
    const count = (only: CodeActionContext['only']): number => repairsAt('>09:<|>00:00  Ann\nhi\n', {}, only).length;
    assert.equal(count(['quickfix']), 1);
    assert.equal(count(['refactor', 'quickfix']), 1);
    assert.equal(count(['']), 1);
    assert.equal(count(['source']), 0);
    assert.equal(count(['quick']), 0);
    assert.equal(count(['quickfixes']), 0);
    assert.equal(count([]), 0);
  });
});
