import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type Diagnostic,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol';
import simplifiedChinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };
import type { Feature } from '../../server/src/features/feature.js';
import { features } from '../../server/src/features/index.js';
import { setLocale } from '../../server/src/l10n/l10n.js';
import { rules } from '../../server/src/language/index.js';
import { FRONT_MATTER } from '../support/featureContext.js';
import { Inbox } from '../support/inbox.js';
import { type ClientOptions, logUri, type MemoryServer, startMemoryServer } from '../support/memoryServer.js';

const PULLS = { textDocument: { diagnostic: {} } } as const;
/** The line of the first header. */
const FIRST = FRONT_MATTER.split('\n').length - 1;
const BROKEN = `${FRONT_MATTER}>09:00:00  Ann\nhi\n`;
const MENDED = `${FRONT_MATTER}> 09:00:00  Ann\nhi\n`;

describe('Language server', () => {
  const running: MemoryServer[] = [];
  const start = async (options?: ClientOptions): Promise<MemoryServer> => {
    const server = await startMemoryServer(options);
    running.push(server);
    return server;
  };
  afterEach(() => {
    for (const server of running.splice(0)) server.close();
    setLocale(undefined);
  });

  const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

  it('says what it can do, and who it is', async () => {
    const { initialized } = await start();
    assert.deepEqual(initialized.serverInfo, { name: 'chatlog', version: '0.0.0-test' });
    assert.deepEqual(initialized.capabilities.textDocumentSync, { openClose: true, change: 2 });
    for (const { capabilities } of features) {
      for (const [name, value] of Object.entries(capabilities)) {
        assert.deepEqual((initialized.capabilities as Record<string, unknown>)[name], value);
      }
    }
  });

  it('answers a client that asks for problems, and sends it none unasked', async () => {
    const server = await start({ capabilities: PULLS });
    server.open(BROKEN);
    assert.deepEqual(codes(await server.pull()), ['header-malformed']);
    server.change(2, { from: [FIRST, 1], to: [FIRST, 1], text: ' ' });
    assert.deepEqual(codes(await server.pull()), []);
    // Had problems been sent, they would have come before the answers.
    assert.equal(server.published.size, 0);
  });

  it('sends problems to a client that does not ask, anew after each change, and none once the log is closed', async () => {
    const server = await start();
    server.open(BROKEN);
    const opened = await server.published.next();
    assert.deepEqual([opened.uri, opened.version, codes(opened.diagnostics)], [logUri, 1, ['header-malformed']]);
    server.change(2, { from: [FIRST, 1], to: [FIRST, 1], text: ' ' });
    const changed = await server.published.next();
    assert.deepEqual([changed.version, codes(changed.diagnostics)], [2, []]);
    server.change(3, { from: [FIRST, 1], to: [FIRST, 2], text: '' });
    assert.deepEqual(codes((await server.published.next()).diagnostics), ['header-malformed']);
    server.client.sendNotification('textDocument/didClose', { textDocument: { uri: logUri } });
    assert.deepEqual((await server.published.next()).diagnostics, []);
  });

  it('sends problems once for several changes that arrive together', async () => {
    const server = await start();
    server.open(MENDED);
    for (let version = 2; version <= 20; version++)
      server.change(version, { from: [FIRST + 1, 0], to: [FIRST + 1, 0], text: 'x' });
    server.change(21, { from: [FIRST, 1], to: [FIRST, 2], text: '' });
    let count = 1;
    while ((await server.published.next()).version !== 21) count++;
    assert.ok(count <= 3, `sent ${count} times`);
  });

  it('follows changes of parts, in the order they are given, and of the whole', async () => {
    const server = await start({ capabilities: PULLS });
    server.open('> 09:00:00  林一诺\n早[玫瑰]\n');
    server.change(
      2,
      { from: [1, 0], to: [1, 1], text: '你\n好' },
      { from: [2, 0], to: [2, 1], text: '> 08:00:00  Ann\n' },
      { from: [0, 0], to: [0, 0], text: '>09:00:01  Bob\nhi\n' },
    );
    const symbols = await server.client.sendRequest<{ name: string }[]>('textDocument/documentSymbol', {
      textDocument: { uri: logUri },
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Speakers', 'Bob', '09:00:01  hi', '林一诺', '09:00:00  你', 'Ann', '08:00:00  [玫瑰]'],
    );
    server.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: logUri, version: 3 },
      contentChanges: [{ text: BROKEN }],
    });
    assert.deepEqual(codes(await server.pull()), ['header-malformed']);
  });

  it('gives flat symbols to a client that takes no others', async () => {
    const hierarchical = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
    for (const [capabilities, key] of [
      [{}, 'location'],
      [hierarchical, 'selectionRange'],
    ] as const) {
      const server = await start({ capabilities });
      server.open(MENDED);
      const symbols = await server.client.sendRequest<object[]>('textDocument/documentSymbol', {
        textDocument: { uri: logUri },
      });
      assert.ok(symbols[0] && key in symbols[0]);
    }
  });

  it('lists entries in their order for a client that asks for it at its start', async () => {
    const server = await start({
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
      initializationOptions: { entrySymbols: true },
    });
    server.open(MENDED);
    const symbols = await server.client.sendRequest<{ kind: number }[]>('textDocument/documentSymbol', {
      textDocument: { uri: logUri },
    });
    assert.deepEqual(
      symbols.map(({ kind }) => kind),
      [3, 18, 18],
    );
  });

  it('answers with nothing about a log that is not open', async () => {
    const server = await start({ capabilities: PULLS });
    assert.deepEqual(await server.pull('file:///other.txt'), []);
    const textDocument = { uri: 'file:///other.txt' };
    assert.deepEqual(await server.client.sendRequest('textDocument/foldingRange', { textDocument }), []);
    assert.deepEqual(await server.client.sendRequest('textDocument/documentSymbol', { textDocument }), []);
  });

  it('refuses a request that it does not know, and lives', async () => {
    const server = await start({ capabilities: PULLS });
    await assert.rejects(server.client.sendRequest('textDocument/moniker', { textDocument: { uri: logUri } }));
    server.open(BROKEN);
    assert.equal((await server.pull()).length, 1);
  });
});

describe('Settings', () => {
  const running: MemoryServer[] = [];
  const start = async (options?: ClientOptions): Promise<MemoryServer> => {
    const server = await startMemoryServer(options);
    running.push(server);
    return server;
  };
  afterEach(() => {
    for (const server of running.splice(0)) server.close();
  });

  const severityOf = (severity: unknown): object => ({ rules: { 'header-malformed': severity } });

  it('are asked for where the client answers such questions, at the start and after each change', async () => {
    let severity = 'hint';
    const server = await start({
      capabilities: {
        ...PULLS,
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
        },
      },
      settings: () => severityOf(severity),
    });
    server.open(BROKEN);
    assert.equal(await server.registered.next(), 'workspace/didChangeConfiguration');
    await server.refreshed.next();
    assert.equal((await server.pull())[0]?.severity, 4);
    severity = 'off';
    server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.refreshed.next();
    assert.deepEqual(await server.pull(), []);
  });

  it('are taken as they are sent where the client answers no questions', async () => {
    const server = await start();
    server.open(BROKEN);
    assert.equal((await server.published.next()).diagnostics[0]?.severity, 1);
    server.client.sendNotification('workspace/didChangeConfiguration', { settings: { chatlog: severityOf('info') } });
    assert.equal((await server.published.next()).diagnostics[0]?.severity, 3);
  });

  it('may come with the greeting', async () => {
    const server = await start({ initializationOptions: { settings: severityOf('warning') } });
    server.open(BROKEN);
    assert.equal((await server.published.next()).diagnostics[0]?.severity, 2);
  });

  it('have their default where they are wrong, or something else altogether', async () => {
    for (const settings of [severityOf('fatal'), severityOf(3), { rules: [] }, { rules: null }, 'chatlog', 3, null]) {
      const server = await start({ initializationOptions: { settings } });
      server.open(BROKEN);
      assert.equal((await server.published.next()).diagnostics[0]?.severity, 1, JSON.stringify(settings));
    }
  });

  it('keep their default where the client fails to answer', async () => {
    const server = await start({
      capabilities: {
        ...PULLS,
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      settings: () => {
        throw new Error('no settings today');
      },
    });
    server.open(BROKEN);
    assert.equal((await server.logged.next()).type, 1);
    assert.equal((await server.pull())[0]?.severity, 1);
  });
});

describe('Language of the user', () => {
  const running: MemoryServer[] = [];
  afterEach(() => {
    for (const server of running.splice(0)) server.close();
    setLocale(undefined);
  });

  const messageIn = async (locale: string): Promise<string> => {
    const server = await startMemoryServer({ locale });
    running.push(server);
    server.open(`${FRONT_MATTER}> 09:00:00  Ann\nhi\n> 08:00:00  Ann\nhi\n> 09:00:01  Ann\nhi\n`);
    return String((await server.published.next()).diagnostics[0]?.message);
  };
  const bundle: Readonly<Record<string, string>> = simplifiedChinese;
  const KEY = '{0} is earlier than {1}, which stands before it.';
  const filled = (template: string): string => template.replace('{0}', '08:00:00').replace('{1}', '09:00:00');

  it('is simplified Chinese where the client says so', async () => {
    const chinese = bundle[KEY];
    assert.ok(chinese, 'The bundle has no text for the message.');
    for (const locale of ['zh-cn', 'zh-CN', 'zh', 'zh-Hans']) assert.equal(await messageIn(locale), filled(chinese));
  });

  it('is English everywhere else', async () => {
    for (const locale of ['en', 'de-DE', 'zh-tw', 'zh-Hant', '']) assert.equal(await messageIn(locale), filled(KEY));
  });
});

describe('Trouble in the server', () => {
  const running: MemoryServer[] = [];
  const start = async (options?: ClientOptions): Promise<MemoryServer> => {
    const server = await startMemoryServer(options);
    running.push(server);
    return server;
  };
  afterEach(() => {
    for (const server of running.splice(0)) server.close();
  });

  const params = { textDocument: { uri: logUri } };
  const throwing: Feature<unknown, string> = {
    method: 'textDocument/hover',
    capabilities: { hoverProvider: true },
    nothing: 'nothing',
    answer(document) {
      throw new RangeError(`秘密 in ${document.text}`);
    },
  };

  it('is logged without a word of the chat, answered, and not the end', async () => {
    const server = await start({ served: [throwing] });
    server.open('> 09:00:00  林一诺\n只有我们知道\n');
    assert.equal(await server.client.sendRequest('textDocument/hover', params), 'nothing');
    const { type, message } = await server.logged.next();
    assert.equal(type, 1);
    assert.match(message, /textDocument\/hover failed/);
    assert.match(message, /server\.test\.ts/);
    for (const word of ['秘密', '林一诺', '只有我们知道', '09:00:00']) assert.ok(!message.includes(word), message);
    assert.equal(await server.client.sendRequest('textDocument/hover', params), 'nothing');
  });

  it('is logged without a word of the chat also where problems are sent unasked', async () => {
    const rule = rules[0] as { -readonly [Key in keyof (typeof rules)[number]]: (typeof rules)[number][Key] };
    const { check } = rule;
    rule.check = () => {
      throw new Error('只有我们知道');
    };
    try {
      const server = await start();
      server.open('> 09:00:00  林一诺\n只有我们知道\n');
      const { type, message } = await server.logged.next();
      assert.equal(type, 1);
      assert.ok(!message.includes('只有我们知道'), message);
    } finally {
      rule.check = check;
    }
  });

  it('leaves a request that was cancelled unanswered but for the word that it was', async () => {
    let asked = 0;
    const counting: Feature<unknown, number> = {
      method: 'textDocument/hover',
      capabilities: {},
      nothing: 0,
      answer: () => ++asked,
    };
    const turns = new Inbox<() => void>('a turn of the event loop');
    const yieldToLoop = () => new Promise<void>((resolve) => turns.add(resolve));
    // It asks for problems, so that nothing but the request waits for a turn.
    const server = await start({ served: [counting], capabilities: PULLS, yieldToLoop });
    server.open(MENDED);
    const source = new CancellationTokenSource();
    const cancelled = server.client.sendRequest('textDocument/hover', params, source.token);
    const goOn = await turns.next();
    source.cancel();
    // Messages are read in their order: with this one refused, the cancellation has been read.
    await assert.rejects(server.client.sendRequest('textDocument/rename', params));
    goOn();
    await assert.rejects(cancelled, (error: ResponseError<unknown>) => error.code === LSPErrorCodes.RequestCancelled);
    assert.equal(asked, 0);
    const answered = server.client.sendRequest('textDocument/hover', params);
    (await turns.next())();
    assert.equal(await answered, 1);
  });
});
