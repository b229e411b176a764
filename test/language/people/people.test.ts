import assert from 'node:assert/strict';
import {
  ChatDocument,
  defaultLintOptions,
  inEnglish,
  lint,
  peopleIn,
  peopleOf,
  recordedNames,
  type SpeakerNames,
} from '../../../server/src/language/index.js';

/** Checks the names of the person with a name, the canonical first; those of each line are one person's. */
function check(recorded: SpeakerNames, archive: SpeakerNames, ...persons: readonly string[][]): void {
  const people = peopleIn(recorded, archive);
  for (const names of persons) {
    for (const name of names) {
      assert.equal(people.personOf(name), names[0], name);
      assert.deepEqual(new Set(people.namesOf(name)), new Set(names), name);
      assert.equal(people.namesOf(name)[0], names[0], name);
    }
  }
  const all = new Set([recorded, archive].flatMap((record) => Object.entries(record).flat(2)));
  assert.deepEqual(new Set(people.names), all);
}

const read = (speakers: string) =>
  ChatDocument.parse('file:///a.txt', 1, `---\n${speakers}---\n${'> 09:00:00  Ann\nhi\n'.repeat(9)}`);

describe('People', () => {
  it('go by one name where nothing is recorded', () => check({}, {}, ['Ann'], ['constructor'], ['']));
  it('are those of the front matter and of the archive', () =>
    check({ 林一诺: ['Lin', 'L??'] }, { Ann: ['安安'] }, ['林一诺', 'Lin', 'L??'], ['Ann', '安安'], ['Bob']));

  it('have the names of both records where these share one', () => {
    check({ 林一诺: ['Lin'] }, { 林一诺: ['一诺'] }, ['林一诺', 'Lin', '一诺']);
    check({ Lin: ['L'] }, { 林一诺: ['Lin'] }, ['林一诺', 'Lin', 'L']);
    check({ 林一诺: ['Lin'] }, { Lin: ['L'] }, ['林一诺', 'Lin', 'L']);
  });

  it('are whom the log says where the records disagree', () =>
    check({ 何勇: ['老何'] }, { 何立: ['老何', '何立-云麓'] }, ['何勇', '老何'], ['何立', '何立-云麓']));
  it('are called what the archive calls them', () =>
    check({ Lin: ['林一诺'] }, { 林一诺: ['Lin'] }, ['林一诺', 'Lin']));
  it('keep the first of two who are said to have one name', () =>
    check({ 何立: ['老何'], 何勇: ['老何'] }, {}, ['何立', '老何'], ['何勇']));
  it('may be called anything', () =>
    check({}, Object.fromEntries([['__proto__', ['constructor']]]), ['__proto__', 'constructor']));

  it('are the same object as long as nothing that is recorded changes', () => {
    const archive = { Ann: ['安安'] };
    const document = read('speakers: {Bob: [B]}\n');
    const edited = document.edit({ from: document.length - 1, to: document.length, insert: '!\n' });
    assert.equal(peopleOf(edited, archive), peopleOf(document, archive));
    assert.equal(peopleOf(read(''), archive), peopleOf(read('title: x\n'), archive));
    assert.notEqual(peopleOf(read(''), archive), peopleOf(document, archive));
  });
});

describe('recordedNames', () => {
  const checkRecorded = (speakers: string, expected: SpeakerNames) =>
    assert.deepEqual(recordedNames(read(speakers).frontMatter), expected, speakers);

  it('reads what is recorded, and leaves out what is no name', () => {
    checkRecorded('speakers:\n  林一诺: [Lin, "L??"]\n  Ann:\n    - 安安\n  Bob:\n', {
      林一诺: ['Lin', 'L??'],
      Ann: ['安安'],
      Bob: [],
    });
    checkRecorded('speakers:\n  Ann: [1, A, [B], null]\n  Bob: B\n', { Ann: ['A'], Bob: [] });
    for (const none of ['', 'speakers:\n', 'speakers: Ann\n', 'speakers: [Ann]\n']) checkRecorded(none, {});
  });
});

describe('Rules', () => {
  const messages = (text: string, speakers: SpeakerNames) =>
    lint(ChatDocument.parse('file:///2026-11-20-WeChat.txt', 1, text), { ...defaultLintOptions, speakers })
      .filter(({ ruleId }) => ['entry-duplicate', 'talk-invalid'].includes(ruleId))
      .map(({ message, fixes = [] }) => [message, ...fixes.map(({ title }) => title)].map(inEnglish));
  const talk = '---\ntalks:\n  - {speaker: Lin, start: 19:30:00, end: 19:30:00}\n---\n> 19:30:00  林一诺\n大家好\n';
  const twice = '> 09:00:00  林一诺\n好\n> 09:00:00  Ann\n好\n';

  it('know the names that are recorded for the archive', () => {
    assert.deepEqual(messages(talk, {}), [['No entry of this log is by “Lin”.']]);
    assert.deepEqual(messages(talk, { 林一诺: ['Lin'] }), []);
    const said = 'The same stands at 09:00:00 already, under “林一诺”.';
    assert.deepEqual(messages(twice, {}), [[said]]);
    assert.deepEqual(messages(twice, { 林一诺: ['Ann'] }), [[said, 'Remove the second']]);
  });
});
