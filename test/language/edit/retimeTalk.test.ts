import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  parseClock,
  recordedTalks,
  retimeTalk,
} from '../../../server/src/language/index.js';

/** Checks what `talks` becomes when the last talk in it is given other times; without `expected`, that it stays as it is. */
function check(talks: string, start: string, end: string, expected?: string): void {
  const whole = (yaml: string): string =>
    `---\nlayout: source\n${yaml}\ntag: [chat]\n---\n> 19:30:05  沈砚秋\n大家好\n`;
  const document = ChatDocument.parse('file:///log.txt', 1, whole(talks));
  const talk = recordedTalks(document).at(-1);
  assert.ok(talk);
  const changes = retimeTalk(document, talk, { start: parseClock(start) as number, end: parseClock(end) as number });
  assert.equal(changes.length > 0, expected !== undefined);
  assert.equal(applyChanges(document.text, changes), whole(expected ?? talks));
}

describe('Giving a recorded talk other times', () => {
  const OTHER = 'talks:\n  - {start: 10:00:00, end: 10:30:00}\n';

  it('writes them in the quotes that stand there, and in some where none do', () => {
    check(
      `${OTHER}  - title: 日切\n    end: '19:50:02' # sic\n    start: 19:30:05`,
      '19:31:00',
      '19:55:00',
      `${OTHER}  - title: 日切\n    end: '19:55:00' # sic\n    start: "19:31:00"`,
    );
    check(
      'talks: [{start: later, end: "19:50"}]',
      '19:31:00',
      '19:50:00',
      'talks: [{start: "19:31:00", end: "19:50:00"}]',
    );
  });

  it('leaves a time that is right as it is written', () => {
    check(
      `${OTHER}  - {start: 19:30:05, end: 19:50:02}`,
      '19:30:05',
      '19:55:00',
      `${OTHER}  - {start: 19:30:05, end: "19:55:00"}`,
    );
    check(`${OTHER}  - {start: 19:30:05, end: 19:50:02}`, '19:30:05', '19:50:02');
  });

  it('does nothing where a time would have to be added, or others would change with it', () => {
    check(`${OTHER}  - {start: 19:30:05}`, '19:30:05', '19:50:02');
    check(
      'talks: [{start: &a "19:30:05", end: 19:50:02}, {start: *a, end: "19:50:02"}]',
      '19:30:05',
      '19:51:00',
      'talks: [{start: &a "19:30:05", end: 19:50:02}, {start: *a, end: "19:51:00"}]',
    );
    check('talks:\n  - &a {start: 19:30:05, end: 19:50:02}\n  - *a', '19:30:05', '19:55:00');
  });
});
