import assert from 'node:assert/strict';
import type { TextDocuments } from 'vscode-languageserver';
import { ChatDocument, type SpeakerNames, summarize } from '../../server/src/language/index.js';
import { ArchiveIndex, type IndexHost, type SummarizedLog } from '../../server/src/lsp/archiveIndex.js';
import { Inbox } from '../support/inbox.js';

const spoken = (...names: readonly string[]): string =>
  `---\n---\n${names.map((name) => `> 09:00:00  ${name}\nhi\n`).join('')}`;

/** A file that is being read: what is told of it comes later. */
interface Read {
  readonly uri: string;
  answer(text: string | undefined): void;
}

/** Fifty logs or more are read elsewhere, where something can. */
const many = Array.from({ length: 50 }, (_, index) => `x/${index}`);

/** What reads logs elsewhere, and tells of one when a test wants. */
class Elsewhere {
  readonly asked = new Inbox<readonly string[]>('logs to be read elsewhere');
  readonly #told = new Inbox<(() => SummarizedLog) | 'end'>('a log that was read elsewhere');

  readonly summarizeMany = async function* (this: Elsewhere, uris: readonly string[]): AsyncGenerator<SummarizedLog> {
    this.asked.add(uris);
    for (let next = await this.#told.next(); next !== 'end'; next = await this.#told.next()) yield next();
  }.bind(this);

  tell(uri: string, text: string | undefined): void {
    const summary = text === undefined ? undefined : summarize(ChatDocument.parse(uri, 0, text));
    this.#told.add(() => ({ uri, summary }));
  }

  fail(): void {
    this.#told.add(() => {
      throw new Error('no');
    });
  }

  end(): void {
    this.#told.add('end');
  }
}

/** An index whose files are read as slowly as a test wants. */
class Slow {
  readonly reads = new Inbox<Read>('a file to be read');
  readonly open = new Map<string, ChatDocument>();
  readonly index: ArchiveIndex;
  readonly failures: unknown[] = [];
  speakersOf: () => Promise<SpeakerNames> = async () => ({});

  constructor(
    public found: readonly string[],
    host: Partial<IndexHost> = {},
  ) {
    const { open } = this;
    this.index = new ArchiveIndex({
      documents: { get: (uri: string) => open.get(uri), all: () => [...open.values()] } as TextDocuments<ChatDocument>,
      findLogs: () => this.#find(),
      isLog: async (_uri, text) => text !== 'no log',
      summarizeMany: undefined,
      readFile: (uri) => new Promise((resolve) => this.reads.add({ uri, answer: resolve })),
      speakersOf: () => this.speakersOf(),
      yieldToLoop: async () => {},
      showProgress: () => ({ report() {}, done() {} }),
      failed: (error) => this.failures.push(error),
      ...host,
    });
  }

  async *#find(): AsyncGenerator<string> {
    yield* this.found;
  }

  edit(uri: string, text: string): void {
    this.open.set(uri, ChatDocument.parse(uri, 1, text));
  }

  close(uri: string): void {
    this.open.delete(uri);
    this.index.closed(uri);
  }

  async answer(uri: string, text: string | undefined): Promise<void> {
    const read = await this.reads.next();
    assert.equal(read.uri, uri);
    read.answer(text);
  }

  /** What the whole archive has, once all is read. */
  async check(expected: Readonly<Record<string, string>>): Promise<void> {
    const logs = [...(await this.index.whole()).logs()];
    const names = logs.map(({ uri, summary, people }) => [
      uri,
      summary.speakers.map(({ name }) => people.personOf(name)).join(' '),
    ]);
    assert.deepEqual(Object.fromEntries(names), expected);
    assert.equal(this.reads.size, 0);
  }
}

describe('The index of the archive', () => {
  it('reads a file again that changes while it is read', async () => {
    const slow = new Slow(['a']);
    slow.index.search();
    const first = await slow.reads.next();
    slow.index.changed('a');
    first.answer(spoken('Ann'));
    await slow.answer('a', spoken('Bob'));
    await slow.check({ a: 'Bob' });
  });

  it('reads once what changes several times before it is its turn', async () => {
    const slow = new Slow(['a', 'b']);
    slow.index.search();
    const first = await slow.reads.next();
    for (let times = 0; times < 3; times++) slow.index.changed('b');
    first.answer(spoken('Ann'));
    await slow.answer('b', spoken('Bob'));
    await slow.check({ a: 'Ann', b: 'Bob' });
  });

  it('reads what has changed before what was never read', async () => {
    const slow = new Slow(['a', 'b', 'c']);
    slow.index.search();
    const first = await slow.reads.next();
    slow.index.changed('c');
    first.answer(spoken('Ann'));
    await slow.answer('c', spoken('Cid'));
    await slow.answer('b', spoken('Bob'));
    await slow.check({ a: 'Ann', b: 'Bob', c: 'Cid' });
  });

  it('does not take in a file that is deleted while it is read, or the folder that it is in', async () => {
    for (const gone of ['x/a', 'x']) {
      const slow = new Slow(['x/a']);
      slow.index.search();
      const first = await slow.reads.next();
      slow.index.deleted(gone);
      first.answer(spoken('Ann'));
      await slow.answer('x/a', undefined);
      await slow.check({});
    }
  });

  it('does not put the text on disk over that of a log that is opened while it is read', async () => {
    const slow = new Slow(['a']);
    slow.index.search();
    const first = await slow.reads.next();
    slow.edit('a', spoken('Bob'));
    await slow.index.current();
    first.answer(spoken('Ann'));
    await slow.check({ a: 'Bob' });
    slow.close('a');
    await slow.answer('a', spoken('Ann'));
    await slow.check({ a: 'Ann' });
  });

  it('knows a log that is closed before it was its turn to be read', async () => {
    const slow = new Slow(['a', 'b']);
    slow.edit('b', spoken('Bob'));
    slow.index.search();
    await slow.index.current();
    const first = await slow.reads.next();
    slow.close('b');
    first.answer(spoken('Ann'));
    await slow.answer('b', spoken('Cid'));
    await slow.check({ a: 'Ann', b: 'Cid' });
  });

  it('has an open log for each of two requests that come together', async () => {
    const slow = new Slow([]);
    slow.edit('a', spoken('Ann'));
    const archives = await Promise.all([slow.index.current(), slow.index.current()]);
    for (const archive of archives) assert.ok(archive.get('a'));
  });

  it('does not take in again a log that is closed while its people are looked up', async () => {
    const slow = new Slow([]);
    const asked = new Inbox<(speakers: SpeakerNames) => void>('a look at what is recorded');
    slow.speakersOf = () => new Promise((resolve) => asked.add(resolve));
    slow.edit('a', spoken('Ann'));
    const current = slow.index.current();
    const answer = await asked.next();
    slow.close('a');
    answer({});
    assert.equal((await current).size, 0);
  });

  it('looks up people again where what is recorded changes meanwhile', async () => {
    const slow = new Slow(['a']);
    const asked = new Inbox<(speakers: SpeakerNames) => void>('a look at what is recorded');
    slow.speakersOf = () => new Promise((resolve) => asked.add(resolve));
    slow.index.search();
    await slow.answer('a', spoken('Ann'));
    const answer = await asked.next();
    slow.speakersOf = async () => ({ 安: ['Ann'] });
    slow.index.speakersChanged();
    answer({});
    await slow.check({ a: '安' });
  });

  it('looks up the people of an open log again where what is recorded changes meanwhile', async () => {
    const slow = new Slow([]);
    const asked = new Inbox<(speakers: SpeakerNames) => void>('a look at what is recorded');
    slow.speakersOf = () => new Promise((resolve) => asked.add(resolve));
    await slow.index.whole();
    slow.edit('a', spoken('Ann'));
    const current = slow.index.current();
    const answer = await asked.next();
    slow.speakersOf = async () => ({ 安: ['Ann'] });
    slow.index.speakersChanged();
    slow.index.changed('b');
    // Files are read after people have been sorted.
    await slow.answer('b', undefined);
    answer({});
    await current;
    await slow.check({ a: '安' });
  });

  it('shows the progress of a long search, and nothing of what changes later', async () => {
    const shown: (number | string)[] = [];
    const found = Array.from({ length: 50 }, (_, index) => `${index}`);
    const index = new Slow(found, {
      readFile: async () => spoken('Ann'),
      showProgress: (logs) => {
        shown.push(`of ${logs}`);
        return { report: (done) => shown.push(done), done: () => shown.push('done') };
      },
    }).index;
    await index.whole();
    assert.deepEqual(shown, ['of 50', 0, ...found.map((_, done) => done + 1), 'done']);
    index.changed('7');
    await index.whole();
    assert.equal(shown.at(-1), 'done');
    assert.equal(shown.length, 53);
  });

  it('has many logs read elsewhere, and reads here what was left out', async () => {
    const elsewhere = new Elsewhere();
    const slow = new Slow(many, elsewhere);
    slow.index.search();
    assert.deepEqual(await elsewhere.asked.next(), many);
    for (const uri of many.slice(2)) elsewhere.tell(uri, spoken('Ann'));
    elsewhere.tell('x/1', undefined);
    elsewhere.end();
    await slow.answer('x/0', spoken('Bob'));
    await slow.check({ ...Object.fromEntries(many.slice(2).map((uri) => [uri, 'Ann'])), 'x/0': 'Bob' });
  });

  it('reads here what was to be read elsewhere where that fails', async () => {
    const elsewhere = new Elsewhere();
    const slow = new Slow(many, elsewhere);
    slow.index.search();
    elsewhere.tell('x/0', spoken('Ann'));
    elsewhere.fail();
    for (const uri of many.slice(1)) await slow.answer(uri, spoken('Bob'));
    await slow.check({ ...Object.fromEntries(many.map((uri) => [uri, 'Bob'])), 'x/0': 'Ann' });
    assert.equal(slow.failures.length, 1);
  });

  it('does not put what was read elsewhere over what is newer', async () => {
    const elsewhere = new Elsewhere();
    const slow = new Slow(many, elsewhere);
    slow.index.search();
    await elsewhere.asked.next();
    slow.edit('x/0', spoken('Open'));
    await slow.index.current();
    slow.index.changed('x/1');
    slow.index.deleted('x/2');
    elsewhere.tell('x/3', spoken('Ann'));
    await slow.answer('x/1', spoken('Changed'));
    await slow.answer('x/2', undefined);
    for (const uri of many) elsewhere.tell(uri, spoken('Ann'));
    elsewhere.end();
    const others = Object.fromEntries(many.slice(3).map((uri) => [uri, 'Ann']));
    await slow.check({ ...others, 'x/0': 'Open', 'x/1': 'Changed' });
    slow.close('x/0');
    await slow.answer('x/0', spoken('Closed'));
    await slow.check({ ...others, 'x/0': 'Closed', 'x/1': 'Changed' });
  });

  it('drops on another search what is gone, and reads only what is new', async () => {
    const slow = new Slow(['a', 'b']);
    slow.index.search();
    await slow.answer('a', spoken('Ann'));
    await slow.answer('b', spoken('Bob'));
    await slow.check({ a: 'Ann', b: 'Bob' });
    slow.found = ['b', 'c'];
    slow.index.search();
    await slow.answer('c', spoken('Cid'));
    await slow.check({ b: 'Bob', c: 'Cid' });
  });

  it('drops a file that is no log any more', async () => {
    const slow = new Slow(['a']);
    slow.index.search();
    await slow.answer('a', spoken('Ann'));
    slow.index.changed('a');
    await slow.answer('a', 'no log');
    await slow.check({});
  });

  it('goes on where a file can’t be read, and where the search fails', async () => {
    const failing = new Slow(['a', 'b'], {
      readFile: async (uri) => {
        if (uri === 'a') throw new Error('no');
        return spoken('Bob');
      },
    });
    await failing.check({ b: 'Bob' });
    assert.equal(failing.failures.length, 1);

    const blind = new Slow([], {
      findLogs: () => {
        throw new Error('no');
      },
    });
    blind.edit('c', spoken('Cid'));
    await blind.check({ c: 'Cid' });
    assert.equal(blind.failures.length, 1);
  });

  it('reads a log for a request as it is in the editor, also where it is opened meanwhile', async () => {
    const slow = new Slow([]);
    const asked = slow.index.readLog('a');
    const read = await slow.reads.next();
    slow.edit('a', spoken('Bob'));
    read.answer(spoken('Ann'));
    assert.equal((await asked)?.text, spoken('Bob'));
    const missing = slow.index.readLog('b');
    await slow.answer('b', undefined);
    assert.equal(await missing, undefined);
  });
});
