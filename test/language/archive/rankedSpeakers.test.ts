import assert from 'node:assert/strict';
import {
  Archive,
  ChatDocument,
  peopleOf,
  type RankedSpeaker,
  rankedSpeakers,
  type SpeakerNames,
} from '../../../server/src/language/index.js';
import { archiveOf } from '../../support/archive.js';
import { readMarkers } from '../../support/markers.js';

const uri = 'file:///archive/2026-11-20-WeChat.txt';
const said = (...names: readonly string[]): string => names.map((name) => `> 09:00:00  ${name}\nhi\n`).join('');

interface Around {
  readonly archive?: Archive;
  readonly speakers?: SpeakerNames;
  /** Whether the header at the cursor is being written. */
  readonly writing?: boolean;
}

function ranked(marked: string, { archive = new Archive(), speakers = {}, writing = false }: Around = {}) {
  const { text, cursors } = readMarkers(marked);
  const document = ChatDocument.parse(uri, 0, text);
  const index = document.blockAt(cursors[0] ?? text.length)?.index ?? -1;
  const place = writing ? { index, writing } : { index: index + 1 };
  return [...rankedSpeakers(document, peopleOf(document, speakers), archive, place)];
}

/** Checks who is offered at `<|>`, or at the end, in which order. */
const check = (marked: string, expected: readonly string[], around?: Around): void =>
  assert.deepEqual(
    ranked(marked, around).map(({ name }) => name),
    expected,
  );

describe('The ranking of speakers', () => {
  it('begins with who spoke last above the place', () => {
    check(said('Ann', 'Bob', 'Ann', '林一诺'), ['林一诺', 'Ann', 'Bob']);
    check(`${said('Ann')}> 09:00:01  Bob\n<|>hi\n${said('Cid', 'Dan', 'Dan', 'Bob')}`, ['Bob', 'Ann', 'Dan', 'Cid']);
    check(`<|>${said('Cid', 'Dan', 'Dan')}`, ['Cid', 'Dan']);
    check('', []);
  });

  it('holds in a log of several chunks', () => {
    const many = Array.from({ length: 1500 }, (_, index) => `N${index}`);
    const first = said(...many);
    check(`${first}<|>`, [...many].reverse());
    check(`${said(...many.slice(0, 600))}> 09:00:00  Ann<|>\n${said(...many.slice(600))}`, [
      'Ann',
      ...many.slice(0, 600).reverse(),
      ...many.slice(600),
    ]);
  });

  it('does not count the name that is being written', () => {
    check(`${said('Ann')}> 09:00:01  林<|>\n${said('林一诺')}`, ['Ann', '林一诺'], { writing: true });
    check(`${said('Ann', 'Bob')}> 09:00:01  Ann<|>\n`, ['Bob', 'Ann'], { writing: true });
    const [ann] = ranked(`${said('Ann')}> 09:00:01  Ann<|>\n`, { writing: true });
    assert.equal(ann?.entries, 1);
    check(`${said('Ann')}> 09:00:01  A<|>\n`, ['Ann'], { writing: true, speakers: { Ann: ['A'] } });
    check('> 09:00:01  A<|>\n', [], { writing: true });
  });

  it('goes on with other logs: many entries first, and of those far away fewer', () => {
    const archive = archiveOf({
      '2026-11-19-WeChat.txt': said('Bob', 'Cid', 'Cid', 'Ann'),
      '2026-11-18-WeChat.txt': said('Dan', 'Dan', 'Dan'),
      '2025-11-18-WeChat.txt': said(...Array.from({ length: 40 }, () => 'Eve')),
      'notes.txt': said('Fay'),
    });
    check(said('Ann'), ['Ann', 'Dan', 'Cid', 'Bob', 'Eve', 'Fay'], { archive });
    // In a log of last year those of last year come first.
    check(
      `---\ntitle: "2025-11-20-WeChat"\ndate: 2025-11-20 12:00:00\n---\n${said('Ann')}`,
      ['Ann', 'Eve', 'Dan', 'Cid', 'Bob', 'Fay'],
      { archive },
    );
  });

  it('joins the names of one person, and offers the one that stands nearest', () => {
    const archive = archiveOf({
      '2026-11-18-WeChat.txt': said('阿泽-云麓', '阿泽-云麓'),
      '2026-11-19-WeChat.txt': said('沈泽', '南乔'),
      '2026-11-10-WeChat.txt': said('泽'),
    });
    const speakers = { 阿泽: ['阿泽-云麓', '沈泽', '泽'], Ann: ['安'] };
    const all = ranked(said('安', 'Ann', '安'), { archive, speakers });
    const expected: RankedSpeaker[] = [
      { name: '安', names: ['安', 'Ann'], entries: 3, lastTime: 32_400, elsewhere: undefined },
      {
        name: '沈泽',
        names: ['阿泽-云麓', '沈泽', '泽'],
        entries: 0,
        lastTime: undefined,
        elsewhere: {
          name: '沈泽',
          names: ['阿泽-云麓', '沈泽', '泽'],
          entries: 4,
          logs: 3,
          lastDay: '2026-11-19',
        },
      },
    ];
    assert.deepEqual(all.slice(0, 2), expected);
  });

  it('looks through the archive again only when another log changes', () => {
    const archive = archiveOf({ '2026-11-19-WeChat.txt': said('Bob'), '2026-11-20-WeChat.txt': said('Ann') });
    const recorded = {};
    const other = (document: ChatDocument) =>
      [...rankedSpeakers(document, peopleOf(document, recorded), archive, { index: 1 })].at(-1)?.elsewhere;
    const summary = archive.get('file:///archive/2026-11-19-WeChat.txt')?.summary;
    const own = archive.get(uri)?.summary;
    assert.ok(summary && own);
    const document = ChatDocument.parse(uri, 0, said('Ann'));
    const first = other(document);
    assert.equal(first?.name, 'Bob');
    archive.set(uri, own, {});
    assert.equal(other(document.edit({ from: 13, to: 13, insert: 'x' })), first);
    archive.set('file:///archive/2026-11-18-WeChat.txt', summary, {});
    assert.equal(other(document)?.logs, 2);
    archive.delete('file:///archive/2026-11-18-WeChat.txt');
    archive.delete('file:///archive/2026-11-19-WeChat.txt');
    assert.equal(other(document), undefined);
  });
});
