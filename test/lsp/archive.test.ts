import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  FileChangeType,
  type SymbolInformation,
  type WorkDoneProgressBegin,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol';
import { Inbox } from '../support/inbox.js';
import { type ClientOptions, type MemoryServer, startMemoryServer } from '../support/memoryServer.js';

const FOLDER = 'file:///archive';
const uriOf = (name: string): string => `${FOLDER}/${name}`;
const spoken = (...names: readonly string[]): string =>
  `---\nlayout: source\n---\n${names.map((name) => `> 09:00:00  ${name}\nhi\n`).join('')}`;

describe('The archive over LSP', () => {
  const running: MemoryServer[] = [];
  let server: MemoryServer;
  let files: Record<string, string>;
  const start = async (logs: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<void> => {
    files = Object.fromEntries(Object.entries(logs).map(([name, text]) => [uriOf(name), text]));
    server = await startMemoryServer({ folder: FOLDER, files, ...options });
    running.push(server);
  };
  afterEach(() => {
    for (const one of running.splice(0)) one.close();
  });

  const ask = (query = '') => server.client.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
  /** What a search finds, each with the file. */
  async function check(query: string, ...expected: readonly string[]): Promise<void> {
    const found = (await ask(query)).map(
      ({ name, location }) => `${name} in ${location.uri.replace(`${FOLDER}/`, '')}`,
    );
    assert.deepEqual(found.sort(), [...expected].sort());
  }
  const happened = (type: FileChangeType, ...names: readonly string[]) =>
    server.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: names.map((name) => ({ uri: uriOf(name), type })),
    });
  const close = (name: string) =>
    server.client.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(name) } });

  it('finds what is in all logs of the workspace', async () => {
    await start({ 'a.txt': spoken('Ann'), 'sub/b.txt': spoken('阿诺') });
    await check('an', 'Ann in a.txt', '阿诺 (anuo) in sub/b.txt');
  });

  it('finds logs in each of several folders, and once where one is in another', async () => {
    await start({ 'a.txt': spoken('Ann'), 'sub/b.txt': spoken('Ann') }, { folders: [FOLDER, uriOf('sub')] });
    await check('ann', 'Ann in a.txt', 'Ann in sub/b.txt');
  });

  it('finds open logs as they are in the editor, beside those on disk, and elsewhere', async () => {
    await start({ 'a.txt': spoken('Ann'), 'b.txt': spoken('Ann') });
    server.open(spoken('Anna', 'Bob'), uriOf('a.txt'));
    server.open(spoken('Hanna'), 'untitled:Untitled-1');
    await check('ann', 'Anna in a.txt', 'Ann in b.txt', 'Hanna in untitled:Untitled-1');
    await close('a.txt');
    await server.client.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:Untitled-1' } });
    await check('ann', 'Ann in a.txt', 'Ann in b.txt');
  });

  it('finds what is typed', async () => {
    await start({});
    server.open(spoken('Ann'));
    assert.equal((await ask('bob')).length, 0);
    server.change(2, { from: [3, 12], to: [3, 15], text: 'Bob' });
    assert.equal((await ask('bob')).length, 1);
  });

  it('follows files that are made, changed and deleted', async () => {
    await start({ 'a.txt': spoken('Ann'), 'b.txt': spoken('Bob') });
    await check('', 'Ann in a.txt', 'Bob in b.txt');
    files[uriOf('a.txt')] = spoken('Cid');
    files[uriOf('c.txt')] = spoken('Dan');
    delete files[uriOf('b.txt')];
    await happened(FileChangeType.Changed, 'a.txt');
    await happened(FileChangeType.Created, 'c.txt');
    await happened(FileChangeType.Deleted, 'b.txt');
    await check('', 'Cid in a.txt', 'Dan in c.txt');
  });

  it('follows a file that gets another name', async () => {
    await start({ 'a.txt': spoken('Ann') });
    await check('', 'Ann in a.txt');
    files[uriOf('b.txt')] = files[uriOf('a.txt')] as string;
    delete files[uriOf('a.txt')];
    server.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: uriOf('a.txt'), type: FileChangeType.Deleted },
        { uri: uriOf('b.txt'), type: FileChangeType.Created },
      ],
    });
    await check('', 'Ann in b.txt');
  });

  it('follows folders that are deleted, and those that come with all that is in them', async () => {
    await start({ 'a.txt': spoken('Ann'), 'sub/b.txt': spoken('Bob'), 'subway.txt': spoken('Cid') });
    await check('', 'Ann in a.txt', 'Bob in sub/b.txt', 'Cid in subway.txt');
    delete files[uriOf('sub/b.txt')];
    files[uriOf('2026.11/c.txt')] = spoken('Dan');
    await happened(FileChangeType.Deleted, 'sub');
    await happened(FileChangeType.Created, '2026.11');
    await check('', 'Ann in a.txt', 'Cid in subway.txt', 'Dan in 2026.11/c.txt');
  });

  it('has an open log as it is in the editor, whatever happens on disk, and forgets it when it is closed', async () => {
    await start({ 'a.txt': spoken('Ann') });
    server.open(spoken('Bob'), uriOf('a.txt'));
    files[uriOf('a.txt')] = spoken('Cid');
    await happened(FileChangeType.Changed, 'a.txt');
    await check('', 'Bob in a.txt');
    delete files[uriOf('a.txt')];
    await happened(FileChangeType.Deleted, 'a.txt');
    await check('', 'Bob in a.txt');
    await close('a.txt');
    await check('');
  });

  it('takes a file on that is no log of the workspace only while it is open', async () => {
    await start({});
    const uri = 'file:///elsewhere/a.txt';
    files[uri] = spoken('Ann');
    server.open(spoken('Ann'), uri);
    assert.equal((await ask()).length, 1);
    server.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
    server.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await check('');
  });

  it('knows who is one person, as .chatlog.yaml says at the moment', async () => {
    await start({ 'a.txt': spoken('一诺'), 'b.txt': spoken('Yino') });
    await check('林', ...[]);
    files[uriOf('.chatlog.yaml')] = 'speakers:\n  林一诺: [一诺, Yino]\n';
    await happened(FileChangeType.Created, '.chatlog.yaml');
    await check('林', '林一诺 in a.txt', '林一诺 in b.txt');
    files[uriOf('.chatlog.yaml')] = 'speakers:\n  林一诺: [Yino]\n';
    await happened(FileChangeType.Changed, '.chatlog.yaml');
    await check('林', '林一诺 in b.txt');
    delete files[uriOf('.chatlog.yaml')];
    await happened(FileChangeType.Deleted, '.chatlog.yaml');
    await check('林');
  });

  it('follows folders that come to the workspace and leave it', async () => {
    const capabilities = { workspace: { workspaceFolders: true } };
    await start({ 'x/a.txt': spoken('Ann'), 'y/b.txt': spoken('Bob') }, { folders: [uriOf('x')], capabilities });
    await check('', 'Ann in x/a.txt');
    const event = { added: [{ uri: uriOf('y'), name: 'y' }], removed: [{ uri: uriOf('x'), name: 'x' }] };
    server.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await check('', 'Bob in y/b.txt');
  });

  it('asks to be told what happens to files where the client can do that', async () => {
    await start({}, { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
    assert.equal(await server.registered.next(), 'workspace/didChangeWatchedFiles');
  });

  it('answers requests about open logs while it is still reading the others', async () => {
    const turns = new Inbox<() => void>('a turn of the event loop');
    const yieldToLoop = () => new Promise<void>((resolve) => turns.add(resolve));
    // It asks for problems, so that only the index and the request wait for a turn.
    const capabilities: ClientCapabilities = { textDocument: { diagnostic: {} } };
    await start({ 'a.txt': spoken('Ann') }, { yieldToLoop, capabilities });
    const readOn = await turns.next();
    server.open(spoken('Bob'));
    const answered = server.pull();
    (await turns.next())();
    assert.ok(Array.isArray(await answered));
    const found = ask('ann');
    (await turns.next())();
    readOn();
    (await turns.next())();
    assert.equal((await found).length, 1);
  });

  describe('asks a client for files that it can’t see itself', () => {
    const FAR = 'vscode-vfs://host/archive';
    const far: Record<string, string | null> = {
      [`${FAR}/a.txt`]: spoken('Ann'),
      [`${FAR}/2026-11-20-WeChat.txt`]: '> 09:00:00  Bob\nhi\n',
      [`${FAR}/notes.txt`]: '> 09:00:00  Zoe\nmilk, bread\n',
      [`${FAR}/gone.txt`]: null,
      'vscode-vfs://host/other/c.txt': spoken('Cid'),
    };
    const farAway = async (): Promise<void> => {
      const initializationOptions = { readsFiles: true, findsFiles: true };
      server = await startMemoryServer({
        folders: [FAR],
        initializationOptions,
        onStart(client) {
          client.onRequest('chatlog/findFiles', () => Object.keys(far));
          client.onRequest('chatlog/readFile', ({ uri }: { uri: string }) => far[uri] ?? null);
        },
      });
      running.push(server);
    };

    it('and takes of these the logs', async () => {
      await farAway();
      const found = (await ask()).map(({ name }) => name);
      assert.deepEqual(found.sort(), ['Ann', 'Bob']);
    });

    it('and follows those', async () => {
      await farAway();
      await ask();
      far[`${FAR}/.git/b.txt`] = spoken('Eve');
      far[`${FAR}/new.txt`] = spoken('Dan');
      const changes = [`${FAR}/.git/b.txt`, `${FAR}/new.txt`, `${FAR}/notes.txt`].map((uri) => ({ uri, type: 1 }));
      server.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
      const found = (await ask()).map(({ name }) => name);
      assert.deepEqual(found.sort(), ['Ann', 'Bob', 'Dan']);
    });
  });

  describe('shows how far it is', () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`${index}.txt`, spoken(`Ann ${index}`)]),
    );
    const progress = new Inbox<WorkDoneProgressBegin | WorkDoneProgressReport | { kind: 'end' }>('progress');
    const created = new Inbox<object>('a request to show progress');
    const onStart: ClientOptions['onStart'] = (client) => {
      client.onRequest('window/workDoneProgress/create', (params: object) => {
        created.add(params);
        return null;
      });
      client.onNotification('$/progress', ({ value }: { value: WorkDoneProgressBegin }) => progress.add(value));
    };
    const capabilities: ClientCapabilities = { window: { workDoneProgress: true } };

    it('from beginning to end', async () => {
      await start(many, { capabilities, onStart });
      await created.next();
      assert.deepEqual(await progress.next(), {
        kind: 'begin',
        title: 'Reading the logs of the archive',
        percentage: 0,
      });
      let last: { kind: string; percentage?: number | undefined } = { kind: 'begin', percentage: 0 };
      for (let next = await progress.next(); next.kind !== 'end'; next = await progress.next()) {
        assert.equal(next.kind, 'report');
        assert.ok('percentage' in next && (next.percentage ?? 0) > (last.percentage ?? 0));
        last = next;
      }
      assert.equal((await ask()).length, 120);
    });

    it('not of a few logs, and not to a client that shows nothing of the kind', async () => {
      await start({ 'a.txt': spoken('Ann') }, { capabilities, onStart });
      assert.equal((await ask()).length, 1);
      await start(many, { onStart });
      assert.equal((await ask()).length, 120);
      assert.equal(created.size, 0);
    });

    it('and reads all the same where the client refuses to show it', async () => {
      await start(many, {
        capabilities,
        onStart: (client) =>
          client.onRequest('window/workDoneProgress/create', () => {
            throw new Error('no');
          }),
      });
      assert.equal((await ask()).length, 120);
    });
  });
});
