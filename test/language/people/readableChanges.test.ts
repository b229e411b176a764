import assert from 'node:assert/strict';
import {
  applyChanges,
  ChatDocument,
  knownNames,
  peopleOf,
  readableChanges,
  renameChanges,
} from '../../../server/src/language/index.js';

/** Checks what a log is once a speaker has another name wherever that can be read. */
function check(text: string, from: string, to: string, expected: string, archive: readonly string[] = []): void {
  const document = ChatDocument.parse('file:///a.txt', 0, text);
  const known = knownNames(document, peopleOf(document, {}), archive);
  const changes = readableChanges(document, from, renameChanges(document, from, to, known), known);
  assert.equal(applyChanges(text, changes), expected);
}

describe('readableChanges', () => {
  it('leaves a mention that would look like a mail address', () =>
    check('> 09:00:00  林一诺\nok@林一诺，@林一诺\n', '林一诺', 'Nora', '> 09:00:00  Nora\nok@林一诺，@Nora\n'));

  it('leaves a mention in brackets that the name would break', () =>
    check('> 09:00:00  Ann\n[@Ann] @Ann\n', 'Ann', '[猫]Ann', '> 09:00:00  [猫]Ann\n[@Ann] @[猫]Ann\n'));

  it('leaves one that ends where another begins that stays', () => {
    const text = '> 09:00:00  Ann Lee\n@Ann Lee@Kim \n';
    check(text, 'Ann Lee', 'Zoë', '> 09:00:00  Zoë\n@Zoë@Kim \n', ['Kim']);
    check(text, 'Ann Lee', 'Zoë', '> 09:00:00  Zoë\n@Ann Lee@Kim \n');
  });

  it('leaves one that ends where the old name would begin, which is nobody’s any more', () => {
    const text = '> 09:00:00  Ann Lee\n@Ann Lee@Ann Lee.x\n';
    check(text, 'Ann Lee', 'Zoë', '> 09:00:00  Zoë\n@Ann Lee@Ann Lee.x\n', ['Ann Lee']);
  });

  it('keeps all others, front matter too', () =>
    check(
      '---\nauthor: Ann\n---\n> 09:00:00  Ann\n@Ann?hi\n> 09:00:01  Bob\n@Ann @Bob @Ann\n',
      'Ann',
      'Nora | 远山',
      '---\nauthor: Nora | 远山\n---\n> 09:00:00  Nora | 远山\n@Nora | 远山?hi\n> 09:00:01  Bob\n@Nora | 远山 @Bob @Nora | 远山\n',
    ));

  it('keeps the front matter’s where nobody of that name speaks', () =>
    check('---\nauthor: Ann\n---\n', 'Ann', 'Zoë', '---\nauthor: Zoë\n---\n'));
});
