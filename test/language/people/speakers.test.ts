import assert from 'node:assert/strict';
import { ChatDocument, peopleIn, type SpeakerNames, speakersOf } from '../../../server/src/language/index.js';
import { Random } from '../../support/random.js';

const read = (text: string) => ChatDocument.parse('file:///a.txt', 1, text);

/** Each speaker as `NAME [NAMES] ENTRIES FIRST-LAST`, the last two as indexes of blocks. */
const shown = (document: ChatDocument, recorded: SpeakerNames = {}): string[] =>
  speakersOf(document, peopleIn(recorded, {})).map(({ name, names, entries, first, last }) => {
    for (const { block, index, from } of [first, last]) assert.deepEqual(document.block(index), { block, index, from });
    return `${name} [${names.join('|')}] ${entries} ${first.index}-${last.index}`;
  });

function check(text: string, recorded: SpeakerNames, ...expected: string[]): void {
  assert.deepEqual(shown(read(text), recorded), expected);
}

const LOG = '---\ntitle: x\n---\n> 09:00:00  Ann\n> 09:00:01  林一诺\nhi\n> 09:00:02  Lin\n> 09:00:03  Bob\n';

describe('speakersOf', () => {
  it('counts the entries of each name', () =>
    check(LOG, {}, 'Ann [Ann] 1 1-1', '林一诺 [林一诺] 1 2-2', 'Lin [Lin] 1 3-3', 'Bob [Bob] 1 4-4'));
  it('counts the names of one person together, most entries first', () =>
    check(LOG, { 林一诺: ['Lin', 'L'] }, '林一诺 [林一诺|Lin] 2 2-3', 'Ann [Ann] 1 1-1', 'Bob [Bob] 1 4-4'));
  it('knows which of several names speaks last', () =>
    check(
      `${LOG}> 09:00:04  Ann\n`,
      { Ann: ['Lin'] },
      'Ann [Ann|Lin] 3 1-5',
      '林一诺 [林一诺] 1 2-2',
      'Bob [Bob] 1 4-4',
    ));
  it('calls a person by a name that does not stand here', () =>
    check('> 09:00:00  Lin\n', { 林一诺: ['Lin'] }, '林一诺 [Lin] 1 0-0'));
  it('counts entries without a name', () => check('> 09:00:00\nhi\n', {}, ' [] 1 0-0'));
  it('is nobody in an empty log', () => check('', {}));

  it('finds after an edit what it finds in the text as it is then', () => {
    const random = new Random(7);
    const names = ['Ann', 'Lin', '林一诺', '', 'A  B'];
    let document = read(Array.from({ length: 700 }, () => `> 09:00:00  ${random.pick(names)}\nhi\n`).join(''));
    for (let i = 0; i < 40; i++) {
      const { from, block } = document.block(random.below(document.blockCount));
      document = document.edit({
        from,
        to: from + random.below(2) * block.text.length,
        insert: `> 09:00:00  ${random.pick(names)}\n`,
      });
      assert.deepEqual(shown(document, { Ann: ['Lin'] }), shown(read(document.text), { Ann: ['Lin'] }));
    }
  });
});
