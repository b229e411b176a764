import assert from 'node:assert/strict';
import {
  ChatDocument,
  knownNames,
  meaningOf,
  namingsIn,
  peopleIn,
  type SpeakerNames,
} from '../../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../../support/corpus.js';

interface Known {
  /** The names in the headers of the log. */
  readonly log?: readonly string[];
  /** Those in the headers of all other logs. */
  readonly archive?: readonly string[];
  readonly speakers?: SpeakerNames;
}

/**
 * Checks whom a mention means: `NAME (why)`, with what the names share where likeness decides; `NAME | NAME` for
 * candidates; empty where it means nobody known.
 */
function check(mention: string, { log = [], archive = [], speakers = {} }: Known, expected: string): void {
  const document = ChatDocument.parse('file:///a.txt', 1, log.map((name) => `> 09:00:00  ${name}\n`).join(''));
  const people = peopleIn({}, speakers);
  const { person, name, by, candidates } = meaningOf(mention, knownNames(document, people, [...log, ...archive]));
  assert.equal(person === undefined, by === undefined);
  if (name !== undefined) assert.equal(person, people.personOf(name));
  const shown = by
    ? `${name} (${by.kind === 'alike' ? by.shared : by.kind})`
    : candidates.map((candidate) => candidate.name).join(' | ');
  assert.equal(shown, expected, mention);
}

const known =
  (...log: string[]) =>
  (mention: string, expected: string) =>
    check(mention, { log }, expected);

describe('A mention means', () => {
  it('the speaker with that very name', () => {
    known('Ann', '林一诺-青杉', '林一诺')('林一诺-青杉', '林一诺-青杉 (known)');
    check('林一诺', { log: ['林一诺-青杉'], archive: ['林一诺'] }, '林一诺 (known)');
  });

  it('the speaker of whom the name is recorded, by the name in this log', () => {
    const speakers = { 林一诺: ['Lin', '山竹'] };
    check('山竹', { log: ['Ann', 'Lin'], archive: ['林一诺'], speakers }, 'Lin (recorded)');
    check('山竹', { log: ['Ann'], archive: ['Lin'], speakers }, 'Lin (recorded)');
    check('山竹', { log: ['Ann'], speakers }, '林一诺 (recorded)');
    check('山竹', { log: ['山竹', 'Lin'], speakers }, '山竹 (known)');
    check('山竹-杭州', { log: ['Lin'], speakers }, 'Lin (山竹)');
  });

  it('the speaker whose name differs in signs, case, width and lost characters only', () => {
    known('林一诺-青杉-产品')('林一诺~青杉～产品', '林一诺-青杉-产品 (林一诺-青杉-产品)');
    known('Marigold??')('marigold', 'Marigold?? (Marigold??)');
    known('山竹·青杉')('山竹&amp;#183;青杉', '山竹·青杉 (山竹·青杉)');
    known('Ｗei 1')('wei1', 'Ｗei 1 (Ｗei 1)');
    check('L-in', { log: ['Ann'], archive: ['Lin', 'L in'] }, 'Lin | L in');
    check('L-in', { log: ['L in'], archive: ['Lin'] }, 'L in (L in)');
  });

  it('the one speaker with a rare name, whatever the firm', () => {
    known('林一诺-青杉科技-产品', 'Ann')('林一诺-云麓-杭州', '林一诺-青杉科技-产品 (林一诺)');
    known('云麓_林一诺')('林一诺-青杉', '云麓_林一诺 (林一诺)');
    known('画画的山竹-青杉')('画画的山竹-云麓', '画画的山竹-青杉 (画画的山竹)');
    known('老林 林一诺')('林一诺', '老林 林一诺 (林一诺)');
  });

  it('the one speaker with a common name where the firm is the same', () => {
    known('Tom-青杉科技-PM', 'Tom-云麓')('Tom_青杉_开发_杭州', 'Tom-青杉科技-PM (Tom)');
    check('Tom_青杉_开发', { log: ['Tom-云麓'], archive: ['Tom-青杉科技'] }, 'Tom-青杉科技 (Tom)');
    known('Tom-portal-PM')('Tom-portal开发', 'Tom-portal-PM (Tom)');
    known('林-青杉银行-PM')('林-青杉银行-项目经理', '林-青杉银行-PM (林)');
  });

  it('the one speaker with a common name where no firm speaks against it', () => {
    known('Marigold??', 'Ann')('产品-Marigold', 'Marigold?? (Marigold)');
    known('山竹-青杉-产品')('山竹', '山竹-青杉-产品 (山竹)');
    known('何立')('何立-青杉-上海', '何立 (何立)');
  });

  it('one in this log rather than one in others', () =>
    check('林一诺-云麓', { log: ['林一诺-青杉'], archive: ['林一诺'] }, '林一诺-青杉 (林一诺)'));

  it('nobody surely where several have the name', () => {
    known('林一诺-青杉', '林一诺')('林一诺-云麓', '林一诺-青杉 | 林一诺');
    check('林一诺-云麓', { log: ['Ann'], archive: ['林一诺-青杉', '林一诺'] }, '林一诺-青杉 | 林一诺');
    check('山竹', { log: ['山竹-青杉'], archive: ['山竹-云麓'] }, '山竹-青杉 | 山竹-云麓');
    check('山竹', { log: ['山竹-青杉', '山竹-云麓'], speakers: { '山竹-青杉': ['山竹-云麓'] } }, '山竹-青杉 (山竹)');
  });

  it('nobody surely where a common name stands with another firm', () => {
    known('Tom-青杉')('Tom-云麓', 'Tom-青杉');
    known('Tom-sealand')('Tom-seaport', 'Tom-sealand');
    known('何立-青杉')('何立-云麓', '何立-青杉');
    known('钟-青杉')('钟', '钟-青杉');
  });

  it('nobody surely where a name is only much like it', () => {
    known('陈熙杰')('陈熙', '陈熙杰');
    known('林一诺-杭州', '画画的山竹')('林一诺云麓产品', '林一诺-杭州');
    known('林一诺-青杉')('林一若-青杉', '林一诺-青杉');
    known('Stephanie')('Stefanie', '');
    known('Stephanie')('Stephanye', 'Stephanie');
    known('画画的山竹')('山竹', '画画的山竹');
    known('Mark')('Ark', '');
  });

  it('nobody by a place, a trade or a firm', () => {
    known('林一诺-产品-深圳')('何立-产品-深圳', '');
    known('山竹-青杉银行-产品经理')('青杉银行', '');
    known('付通达-林一诺')('付通达-何立平', '付通达-林一诺');
    known('青杉网_何立平')('青杉网_林一诺', '');
    known('产品-Marigold')('产品', '');
  });

  it('nobody where it means everybody, or nothing that is a name', () => {
    known('All', '所有人-青杉')('all', '');
    known('所有人-青杉')('所有人', '');
    known('??', '~')('??', '?? (known)');
    known('??')('~', '');
  });

  it('the same with the same names, whatever else is edited', () => {
    const text = '> 09:00:00  Ann\nhi\n'.repeat(600);
    const document = ChatDocument.parse('file:///a.txt', 1, text);
    const edited = document.edit({ from: 19 * 500 + 17, to: 19 * 500 + 18, insert: 'x' });
    const people = peopleIn({}, {});
    assert.equal(knownNames(edited, people), knownNames(document, people));
    const renamed = document.edit({ from: 12, to: 15, insert: 'Bob' });
    assert.deepEqual([...knownNames(renamed, people).log.names], ['Bob', 'Ann']);
  });

  it('each of thousands who differ in a letter only', () => {
    const names = Array.from(
      { length: 3000 },
      (_, i) => `${'赵钱孙李'.charAt(i % 4)}${String.fromCharCode(0x5000 + i)}-青杉${i % 50}-产品-杭州`,
    );
    const document = ChatDocument.parse('file:///a.txt', 1, '');
    const known = knownNames(document, peopleIn({}, {}), names);
    const decided = names.filter((name) => meaningOf(name.replace('产品', '开发'), known).name === name);
    assert.equal(decided.length, names.length);
  });

  itWithCorpus('somebody in real logs as often as it should, and always somebody who is there', () => {
    const logs = corpusLogs().map(({ path, text }) => ChatDocument.parse(path, 1, text));
    const people = peopleIn({}, {});
    const archive = [...new Set(logs.flatMap((log) => [...knownNames(log, people).log.names]))];
    const count = { mentions: 0, decided: 0, offered: 0 };
    for (const log of logs) {
      const known = knownNames(log, people, archive);
      for (const { block } of log.entries()) {
        for (const { kind, name } of namingsIn(block, known)) {
          if (kind === 'header') continue;
          const meaning = meaningOf(name, known);
          count.mentions++;
          if (meaning.name !== undefined) count.decided++;
          else if (meaning.candidates.length > 0) count.offered++;
          const meant = meaning.name === undefined ? meaning.candidates.map((one) => one.name) : [meaning.name];
          assert.ok(meant.every((one) => known.archive.names.has(one)));
        }
      }
    }
    assert.ok(count.decided > count.mentions * 0.5, JSON.stringify(count));
    assert.ok(count.offered > count.mentions * 0.15, JSON.stringify(count));
  });
});
