import assert from 'node:assert/strict';
import { Archive, ChatDocument, summarize } from '../../../server/src/language/index.js';
import { archiveOf } from '../../support/archive.js';
import { property, type Random } from '../../support/random.js';

const spoken = (...names: readonly string[]): string =>
  `---\n---\n${names.map((name) => `> 09:00:00  ${name}\n@${names.at(-1)} hi\n`).join('')}`;

const set = (archive: Archive, uri: string, text: string): void =>
  archive.set(uri, summarize(ChatDocument.parse(uri, 0, text)), {});

describe('An archive', () => {
  it('knows in which logs a name stands, in a header or a mention', () => {
    const archive = archiveOf({ 'a.txt': spoken('Ann', 'Bob'), 'b.txt': spoken('Cid'), 'c.txt': spoken('Bob') });
    const naming = (...names: readonly string[]) => [...archive.logsNaming(names)].sort();
    assert.deepEqual(naming('Bob'), ['file:///archive/a.txt', 'file:///archive/c.txt']);
    assert.deepEqual(naming('Ann', 'Cid'), ['file:///archive/a.txt', 'file:///archive/b.txt']);
    assert.deepEqual(naming('Dan'), []);
  });

  it('lists names that stand in more logs first, and keeps the list until a name comes or goes', () => {
    const archive = archiveOf({ 'a.txt': spoken('Ann', 'Bob'), 'b.txt': spoken('Bob') });
    const { names } = archive;
    assert.deepEqual(names, ['Bob', 'Ann']);
    set(archive, 'file:///archive/b.txt', `${spoken('Bob')}> 09:00:01  Bob\nmore\n`);
    assert.equal(archive.names, names);
    set(archive, 'file:///archive/b.txt', spoken('Cid'));
    assert.deepEqual([...archive.names].sort(), ['Ann', 'Bob', 'Cid']);
    archive.delete('file:///archive/a.txt');
    assert.deepEqual(archive.names, ['Cid']);
  });

  it('is after any changes as one made of the last texts', () => {
    const NAMES = ['Ann', 'Bob', '林一诺', '阿泽', 'Cid Lee'];
    const change = (random: Random) => ({
      uri: `file:///${random.pick(['a', 'b', 'c'])}.txt`,
      text: random.below(3) === 0 ? undefined : spoken(...random.list(3, () => random.pick(NAMES))),
    });
    property(
      300,
      (random) => random.list(12, () => change(random)),
      (changes) => {
        const archive = new Archive();
        const last = new Map<string, string>();
        for (const { uri, text } of changes) {
          if (text === undefined) archive.delete(uri);
          else set(archive, uri, text);
          if (text === undefined) last.delete(uri);
          else last.set(uri, text);
        }
        const fresh = new Archive();
        for (const [uri, text] of last) set(fresh, uri, text);
        assert.equal(archive.size, fresh.size);
        assert.deepEqual([...archive.names].sort(), [...fresh.names].sort());
        for (const name of NAMES)
          assert.deepEqual([...archive.logsNaming([name])].sort(), [...fresh.logsNaming([name])].sort());
      },
    );
  });
});
