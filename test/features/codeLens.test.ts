import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver-protocol';
import { codeLens } from '../../server/src/features/codeLens.js';
import { toOffset, toSpan } from '../../server/src/features/convert.js';
import type { ClientTraits } from '../../server/src/features/feature.js';
import { contextFor, FRONT_MATTER, parse, uri } from '../support/featureContext.js';
import { readMarkers } from '../support/markers.js';
import { TALK_ENTRIES } from '../support/talkLog.js';

const lensesOf = (text: string, client: Partial<ClientTraits> = {}) =>
  codeLens.answer(parse(text), { textDocument: { uri } }, contextFor(client));

/** Checks the titles of the lenses, and that all stand at the first range. */
function check(marked: string, client: Partial<ClientTraits>, ...expected: string[]): void {
  const { text, ranges } = readMarkers(marked);
  const lenses = lensesOf(text, client);
  assert.deepEqual(
    lenses.map(({ command }) => command?.title),
    expected,
  );
  for (const { range } of lenses) assert.deepEqual(toSpan(parse(text), range), ranges[0]);
}

const COUNTS = ['Talk: 10 messages by 沈砚秋', '2 sign-ins', '2 questions'];
const evening = (frontMatter: string): string => frontMatter + TALK_ENTRIES.replace('> 19:30:05  沈砚秋', '<[$&]>');
const withTalks = (talks: string): string => FRONT_MATTER.replace('tag:', `talks: ${talks}\ntag:`);

describe('Code lenses', () => {
  it('count the parts of a talk that is detected, and record it', () => {
    check(evening(FRONT_MATTER), {}, ...COUNTS, 'Record this talk');
    check(evening(''), {}, ...COUNTS, 'Record this talk');
  });

  it('count the parts of one that is recorded', () =>
    check(evening(withTalks('[{title: 日切, speaker: 沈砚秋, start: 19:30:05, end: 19:50:02}]')), {}, ...COUNTS));

  it('say nothing of what there is none of, and one of one', () => {
    const log = '<[> 09:00:00  Ann]>\nhi\n> 09:01:00  Bob\n为什么？\n> 09:02:00  Bob\n签到\n> 09:03:00  Ann\nhi\n';
    const talk = (end: string): string => withTalks(`[{speaker: Ann, start: 09:00:00, end: ${end}}]`);
    check(talk('09:00:00') + log, {}, 'Talk: 1 message by Ann', '1 question');
    check(talk('09:03:00') + log, {}, 'Talk: 2 messages by Ann', '1 sign-in', '1 question');
  });

  it('are none without a talk, or where a recorded one has no place', () => {
    check(`${FRONT_MATTER}> 09:00:00  Ann\nhi\n`, {});
    check(`${withTalks('[{title: 日切, speaker: 沈砚秋}]')}> 09:00:00  Ann\nhi\n`, {});
    check('', {});
  });

  it('don’t offer to record where that can’t be done', () =>
    check(evening(FRONT_MATTER.replace('title: ', 'title：')), {}, ...COUNTS));

  it('are none that the client has no command for', () => {
    check(evening(FRONT_MATTER), { showsEntries: false }, 'Record this talk');
    check(evening(FRONT_MATTER), { recordsTalks: false }, ...COUNTS);
    check(evening(FRONT_MATTER), { showsEntries: false, recordsTalks: false });
  });

  it('list the entries by what they say first', () => {
    const text = FRONT_MATTER + TALK_ENTRIES.replace('批处理，停不下来', '批处理\n\n停不下来').replace('[鼓掌]', '');
    const document = parse(text);
    const [presenting, signIns, questions, recording] = lensesOf(text).map(({ command }) => command);
    const [at, ...places] = [presenting, signIns, questions].map((command) => command?.arguments ?? []);
    const said = (place: unknown): string[] =>
      ((place as unknown[])[2] as Location[]).map((location) => {
        assert.equal(location.uri, uri);
        return document.slice(toSpan(document, location.range));
      });
    assert.ok(at);
    assert.equal(presenting?.command, 'chatlog.showEntries');
    assert.equal(at[0], uri);
    assert.equal(toOffset(document, at[1]), text.indexOf('> 19:30:05'));
    assert.deepEqual([said(at)[0], said(at)[8]], ['大家好，我是沈砚秋，今天跟大家分享清结算里的日切', '夜里要批处理']);
    assert.deepEqual(places.map(said), [
      ['签到', '签到'],
      ['为什么不都用自然日？', '@沈砚秋 请问 T+1 怎么办？'],
    ]);
    assert.equal(recording?.command, 'chatlog.recordTalk');
    assert.deepEqual(recording?.arguments, at.slice(0, 2));
  });
});
