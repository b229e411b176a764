import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { codeAction } from '../../server/src/features/codeAction.js';
import { toRange, toSpan } from '../../server/src/features/convert.js';
import type { FeatureContext } from '../../server/src/features/feature.js';
import { applyChanges } from '../../server/src/language/index.js';
import { contextFor, FRONT_MATTER, onlyRules, optionsWith, parse, uri } from '../support/featureContext.js';
import { readMarkers } from '../support/markers.js';

const ONLY = onlyRules('header-malformed', 'time-order');

/** What the action with this title makes of the log, asked for at the cursor; nothing where it is not offered. */
function result(marked: string, title: string, context: Partial<FeatureContext> = {}): string | undefined {
  const { text, cursors } = readMarkers(marked);
  const action = actionsAt(marked, context).find((each) => each.title === title);
  const [edit] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  if (!edit) return undefined;
  assert.ok(cursors.length === 1);
  const document = parse(text);
  return applyChanges(
    text,
    edit.edits.map((each) => ({ ...toSpan(document, each.range), insert: 'newText' in each ? each.newText : '' })),
  );
}

function actionsAt(marked: string, context: Partial<FeatureContext> = {}, only?: string[]): CodeAction[] {
  const { text, cursors } = readMarkers(marked);
  const document = parse(text);
  const at = cursors[0] ?? 0;
  const params = {
    textDocument: { uri },
    range: toRange(document, { from: at, to: at }),
    context: { diagnostics: [], ...(only && { only }) },
  };
  return codeAction.answer(document, params, { ...contextFor({}, ONLY), ...context }) as CodeAction[];
}

const ENTRY = '> 09:00:00  Ann\nhi\n';

describe('Code actions on more than one place', () => {
  it('fix all of a kind', () => {
    const title = 'Fix all 2 of “header-malformed”';
    assert.equal(
      result(`><|>09:00:00  Ann\nhi\n>09:00:01  Bob\nho\n`, title),
      '> 09:00:00  Ann\nhi\n> 09:00:01  Bob\nho\n',
    );
    assert.equal(result(`><|>09:00:00  Ann\nhi\n`, title), undefined);
  });

  it('fix all that is safe, and nothing else', () => {
    const title = 'Fix everything that can be fixed safely';
    assert.equal(
      result('<|>>09:00:00  Ann\nhi\n\n> 08:00  Bob\n\nho\n', title),
      '> 09:00:00  Ann\nhi\n\n> 08:00  Bob\n\nho\n',
    );
    assert.equal(result(`<|>${ENTRY}`, title), undefined);
  });

  it('sort, from the source menu and from a time that goes back', () => {
    const title = 'Sort all entries by time';
    const broken = `> 09:00:00  Ann\nhi\n> 08:<|>00:00  Bob\nho\n`;
    const sorted = '> 08:00:00  Bob\nho\n> 09:00:00  Ann\nhi\n';
    assert.equal(result(broken, title), sorted);
    const kinds = actionsAt(broken)
      .filter((action) => action.title === title)
      .map(({ kind }) => kind);
    assert.deepEqual(kinds, ['source.sortEntries.chatlog', 'quickfix']);
    assert.deepEqual(
      actionsAt(broken, {}, ['source.fixAll']).map((action) => action.title),
      [],
    );
  });

  it('disable a rule on a line, and in the log', () => {
    const broken = `${FRONT_MATTER}${ENTRY}><|>09:00:01  Bob\nho\n`;
    const fixed = (where: string): string => result(broken, `Disable “header-malformed” ${where}`) ?? '';
    assert.equal(
      fixed('here'),
      `${FRONT_MATTER}${ENTRY}<!-- chatlog-disable-next-line header-malformed -->\n>09:00:01  Bob\nho\n`,
    );
    assert.equal(
      fixed('in this log'),
      `${FRONT_MATTER}<!-- chatlog-disable header-malformed -->\n${ENTRY}>09:00:01  Bob\nho\n`,
    );
    for (const where of ['here', 'in this log']) {
      const quiet = fixed(where);
      const at = quiet.indexOf('>09:00:01');
      assert.deepEqual(actionsAt(`${quiet.slice(0, at)}<|>${quiet.slice(at)}`, {}, ['quickfix']), [], where);
    }
  });

  it('disable a rule in the workspace, where there is one', () => {
    const broken = '><|>09:00:00  Ann\nhi\n';
    const title = 'Disable “header-malformed” in the workspace';
    const configUri = 'file:///archive/.chatlog.yaml';
    const changesOf = (text: string | undefined) =>
      actionsAt(broken, { configFile: { uri: configUri, text } }).find((action) => action.title === title)?.edit
        ?.documentChanges;
    const created = changesOf(undefined);
    assert.deepEqual(created?.[0], { kind: 'create', uri: configUri, options: { ignoreIfExists: true } });
    const textOf = (change: unknown): unknown => (change as { edits: { newText: string }[] }).edits[0]?.newText;
    assert.equal(textOf(created?.[1]), 'rules:\n  header-malformed: off\n');
    const changed = changesOf('# ours\nrules:\n  time-order: hint # why\n');
    assert.equal(textOf(changed?.[0]), '# ours\nrules:\n  time-order: hint # why\n  header-malformed: off\n');
    assert.equal(
      actionsAt(broken).some((action) => action.title === title),
      false,
    );
  });

  it('count the entries anew', () => {
    const title = 'Update “lines” to the number of entries';
    const front = (lines: string): string => FRONT_MATTER.replace('tag:', `${lines}tag:`);
    assert.equal(result(`${front('lines: 5 # about\n')}<|>${ENTRY}`, title), `${front('lines: 1 # about\n')}${ENTRY}`);
    assert.equal(result(`${front('lines:\n')}<|>${ENTRY}`, title), `${front('lines: 1\n')}${ENTRY}`);
    assert.equal(result(`${FRONT_MATTER}<|>${ENTRY}`, title), `${front('lines: 1\n')}${ENTRY}`);
    assert.equal(result(`${front('lines: 1\n')}<|>${ENTRY}`, title), undefined);
    assert.equal(result(`<|>${ENTRY}`, title), undefined);
  });

  it('update the front matter, from the source menu', () => {
    const front = FRONT_MATTER.replace('tag:', 'lines: 5\ntag:');
    const title = 'Update the front matter from what the log holds';
    assert.equal(result(`${front}<|>${ENTRY}`, title), `${front.replace('5', '1')}${ENTRY}`);
    assert.equal(result(`${front.replace('5', '1')}<|>${ENTRY}`, title), undefined);
    assert.deepEqual(
      actionsAt(`${front}<|>${ENTRY}`, {}, ['source.updateFrontMatter.chatlog']).map((action) => action.title),
      [title],
    );
  });

  it('begin an empty log, modelled on its neighbour', () => {
    const title = 'Begin the log of 2026-11-20';
    const front =
      '---\nlayout:     source \ntitle:      "2026-11-20-WeChat"\ndate:       2026-11-20 12:00:00\n' +
      'author:     None\nlines:      0 \ntag:\t\t  [chat]\n---\n';
    assert.equal(result('<|>', title), front);
    assert.equal(result('\n  <|>\n', title), front);
    assert.equal(result('hi<|>\n', title), undefined);
    const files = { exists: () => undefined, neighbour: () => front.replace('source', 'post').replaceAll('20', '19') };
    assert.equal(
      result('<|>', title, { lintOptions: { ...optionsWith(ONLY), files } }),
      front.replace('source', 'post'),
    );
  });

  it('move what is of the next day into a log of its own, where there is none yet', () => {
    const front = FRONT_MATTER.replace('author: None', 'author: None\nlines: 3');
    const night = `${front}> 23:58:10  Ann\nstill up?\n> 00:0<|>1:30  Bob\nyes\n> 00:02:00  Ann\ngood night`;
    const title = 'Move the rest into the log of the next day';
    const changesWhere = (exists: boolean | undefined) => {
      const lintOptions = { ...optionsWith(ONLY), files: { exists: () => exists, neighbour: () => undefined } };
      return actionsAt(night, { lintOptions }).find((action) => action.title === title)?.edit?.documentChanges;
    };
    assert.equal(changesWhere(true), undefined);
    assert.equal(changesWhere(undefined), undefined);
    const [create, fill, cut] = changesWhere(false) ?? [];
    const nextUri = uri.replace('2026-11-20', '2026-11-21');
    assert.deepEqual(create, { kind: 'create', uri: nextUri, options: { ignoreIfExists: true } });
    const textOf = (change: unknown): string => (change as { edits: { newText: string }[] }).edits[0]?.newText ?? '';
    assert.equal(
      textOf(fill),
      `${front.replaceAll('2026-11-20', '2026-11-21').replace('lines: 3', 'lines: 2')}> 00:01:30  Bob\nyes\n> 00:02:00  Ann\ngood night\n`,
    );
    assert.equal(textOf(cut), '');
  });
});
