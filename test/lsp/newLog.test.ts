import assert from 'node:assert/strict';
import { setLocale } from '../../server/src/l10n/l10n.js';
import { type MemoryServer, startMemoryServer } from '../support/memoryServer.js';

const FOLDER = 'file:///archive/';
const front = (title: string, layout: string): string =>
  `---\nlayout: ${layout}\ntitle: "${title}"\ndate: 2026-11-20 12:00:00\nauthor: None\ntag: [chat]\n---\n`;
const ENTRY = '> 09:00:00  林一诺\n早\n';

const FILES = {
  [`${FOLDER}2026-11-19-WeChat.txt`]: front('2026-11-19-WeChat', 'source') + ENTRY,
  [`${FOLDER}2026-11-20-WeChat.txt`]: front('2026-11-20-WeChat', 'latest') + ENTRY,
  [`${FOLDER}sub/2026-11-01-%E4%BA%A7%E5%93%81%E7%BE%A4.txt`]: front('2026-11-01-产品群', 'sub') + ENTRY,
  [`${FOLDER}sub/notes.txt`]: front('2026-11-02-WeChat', 'notes') + ENTRY,
  [`${FOLDER}.chatlog.yaml`]: 'frontMatter:\n  requiredKeys: [title, subtitle]\n',
};

describe('New logs over LSP', () => {
  let server: MemoryServer;
  const start = async (options: object = {}): Promise<void> => {
    server = await startMemoryServer({ files: FILES, folder: FOLDER, ...options });
  };
  const newLog = (params: object): Promise<{ name?: string; text?: string; problem?: string }> =>
    server.client.sendRequest('chatlog/newLog', params);
  afterEach(() => {
    server.close();
    setLocale(undefined);
  });

  it('are offered for the groups that there are logs of', async () => {
    await start();
    const groups = await server.client.sendRequest<{ folder: string; name: string }[]>('chatlog/logGroups', {
      near: `${FOLDER}sub/new.txt`,
    });
    assert.deepEqual(
      groups.map(({ folder, name }) => [folder, name]),
      [
        [`${FOLDER}sub/`, '产品群'],
        [FOLDER, 'WeChat'],
      ],
    );
  });

  it('are modelled on the latest log of the group, else of the folder', async () => {
    await start();
    const layoutOf = async (params: object): Promise<string | undefined> =>
      /^layout: (.*)$/m.exec((await newLog({ day: '2026-11-25', ...params })).text ?? '')?.[1];
    assert.equal(await layoutOf({ folder: FOLDER, group: 'YYYY-MM-DD-WeChat.txt' }), 'latest');
    assert.equal(await layoutOf({ folder: FOLDER, group: '产品群' }), 'latest');
    assert.equal(await layoutOf({ folder: `${FOLDER}sub/`, group: 'YYYY-MM-DD-产品群.txt' }), 'sub');
    const { name, text } = await newLog({ folder: FOLDER, group: 'chat', day: '2026年11月25日' });
    assert.equal(name, '2026-11-25-chat.txt');
    assert.match(text ?? '', /^title: "2026-11-25-WeChat"\ndate: 2026-11-25 12:00:00$/m);
  });

  it('say for the author what the logs of the group say where nobody presented', async () => {
    const log = (day: string, author: string): Record<string, string> => ({
      [`${FOLDER}${day}-chat.txt`]: front(`${day}-WeChat`, 'source').replace('None', author) + ENTRY,
    });
    const authorOf = async (...logs: readonly Record<string, string>[]): Promise<string | undefined> => {
      server = await startMemoryServer({ files: Object.assign({}, ...logs), folder: FOLDER });
      const { text } = await newLog({ folder: FOLDER, group: 'YYYY-MM-DD-chat.txt', day: '2026-11-25' });
      server.close();
      return /^author: (.*)$/m.exec(text ?? '')?.[1];
    };
    const presented = log('2026-11-24', '林一诺');
    assert.equal(await authorOf(presented), 'None');
    assert.equal(await authorOf(log('2026-11-23', '"PaymentGroup"'), presented), 'PaymentGroup');
    // Somebody has named a guest, who never spoke, but most logs name the group.
    const guest = log('2026-11-23', '沈砚秋');
    assert.equal(await authorOf(log('2026-11-21', '产品群'), log('2026-11-22', '产品群'), guest, presented), '产品群');
    assert.equal(await authorOf(log('2026-11-22', 'PaymentGroup'), log('2026-11-24', 'None')), 'None');
  });

  it('have the keys that the configuration wants, and need no folder', async () => {
    await start();
    const { text } = await newLog({ folder: `${FOLDER}elsewhere/`, group: 'chat', day: '2026-11-25' });
    assert.equal(text, '---\ntitle:      "2026-11-25-WeChat"\nlines:      0 \n---\n');
    const { text: alone } = await newLog({ group: 'chat', day: '2026-11-25' });
    assert.match(alone ?? '', /^layout: {5}source $/m);
  });

  it('are refused with a sentence, in Chinese too', async () => {
    await start({ locale: 'zh-cn' });
    assert.deepEqual(await newLog({ group: 'chat', day: '明天' }), {
      problem: '“明天”不是日期。请写成 2026-11-20 的样子。',
    });
  });
});
