import assert from 'node:assert/strict';
import { workspaceSymbol } from '../../server/src/features/workspace/workspaceSymbol.js';
import type { SpeakerNames } from '../../server/src/language/index.js';
import { archiveOf } from '../support/archive.js';
import { contextFor } from '../support/featureContext.js';

const KINDS: Record<number, string> = { 5: 'class', 15: 'string', 20: 'key', 24: 'event' };

async function check(
  logs: Readonly<Record<string, string>>,
  query: string,
  expected: readonly string[],
  speakers: SpeakerNames = {},
): Promise<void> {
  const archive = archiveOf(logs, speakers);
  const symbols = await workspaceSymbol.answer({ query }, { ...contextFor(), wholeArchive: async () => archive });
  const shown = symbols.map(({ name, kind, location, containerName }) => {
    const { start, end } = location.range;
    const at = `${location.uri.split('/').at(-1)}:${start.line}:${start.character}-${end.line}:${end.character}`;
    return `${KINDS[kind]} ${name} in ${containerName} at ${at}`;
  });
  assert.deepEqual(shown, expected);
}

const LOG =
  '---\ntalks: [{title: 微服务, speaker: 阿诺, start: "09:00:00"}, {speaker: Ann, start: "09:00:01"}, {start: "12:00:00"}]\n---\n' +
  '> 09:00:00  阿诺\n早\n> 09:00:01  Ann\nhi\n> 09:00:02  Ann\nbye\n';
const NAME = '2026-11-20-WeChat.txt';

describe('Workspace symbols', () => {
  it('are talks and speakers, with their day', () =>
    check({ [NAME]: LOG }, '', [
      `event 微服务 in 阿诺 · 2026-11-20 at ${NAME}:3:12-3:14`,
      `event Talk: Ann in Ann · 2026-11-20 at ${NAME}:5:12-5:15`,
      `event Talk: 2026-11-20 in 2026-11-20 at ${NAME}:1:89-1:108`,
      `class 阿诺 in 2026-11-20 · 1 entry at ${NAME}:3:12-3:14`,
      `class Ann in 2026-11-20 · 2 entries at ${NAME}:5:12-5:15`,
    ]));

  it('show behind their names what they were found by, as VS Code hides those that do not hold what was typed', () =>
    check({ [NAME]: LOG }, 'an', [
      `event Talk: Ann in Ann · 2026-11-20 at ${NAME}:5:12-5:15`,
      `class Ann in 2026-11-20 · 2 entries at ${NAME}:5:12-5:15`,
      `event 微服务 (anuo) in 阿诺 · 2026-11-20 at ${NAME}:3:12-3:14`,
      `class 阿诺 (anuo) in 2026-11-20 · 1 entry at ${NAME}:3:12-3:14`,
    ]));

  it('show people under their canonical name', () =>
    check(
      { [NAME]: LOG },
      '阿诺',
      [
        `event 微服务 (阿诺) in 林一诺 · 2026-11-20 at ${NAME}:3:12-3:14`,
        `class 林一诺 (阿诺) in 2026-11-20 · 1 entry at ${NAME}:3:12-3:14`,
      ],
      { 林一诺: ['阿诺'] },
    ));

  it('name no day where nothing tells it', () =>
    check({ 'notes.txt': '---\n---\n> 09:00:00  Ann\nhi\n' }, 'ann', ['class Ann in 1 entry at notes.txt:2:12-2:15']));

  it('are none in an archive without logs', () => check({}, '', []));

  it('are limited', async () => {
    const names = Array.from({ length: 1200 }, (_, index) => `> 09:00:00  Ann ${index}\nhi\n`).join('');
    const archive = archiveOf({ [NAME]: `---\n---\n${names}` });
    const symbols = await workspaceSymbol.answer(
      { query: 'ann' },
      { ...contextFor(), wholeArchive: async () => archive },
    );
    assert.equal(symbols.length, 1000);
  });

  it('are tags and notes too', () =>
    check({ [NAME]: `${LOG}<!-- @tag 春游 -->\n<!-- @note Cid: 春游改期 -->\n<!-- @note: -->\n` }, '春游', [
      `key #春游 in 2026-11-20 · 1 entry at ${NAME}:7:0-7:15`,
      `string 春游改期 in Cid · 2026-11-20 at ${NAME}:10:0-10:24`,
    ]));
});
