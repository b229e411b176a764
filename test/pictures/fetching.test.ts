import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inWords, type Looking, Room } from './lookFor.js';
import { leadsTo, PictureServer, sends } from './pictureServer.js';
import { png, samples } from './samplePictures.js';

const REFUSED = 'is within this machine or its network; the setting “chatlog.images.allowedHosts” can allow it.';

/** One that arrives in pieces; its bytes all differ from those a little before and after. */
const large = Buffer.concat([png(), Buffer.from(Uint32Array.from({ length: 500_000 }, (_, index) => index).buffer)]);

describe('Fetching pictures', () => {
  let room: Room;
  let server: PictureServer;
  /** Stands for a server within the network: nobody has allowed it. */
  let inner: PictureServer;

  beforeEach(async () => {
    room = new Room();
    inner = await new PictureServer({ '/a.png': sends(png()) }).start();
    server = await new PictureServer({
      ...Object.fromEntries(samples.map(({ bytes }, index) => [`/sample-${index}`, sends(bytes, 'text/plain')])),
      '/large.png': sends(large),
      '/loop': leadsTo('/loop'),
      '/3': leadsTo('2', 301),
      '/2': leadsTo('/1?x=1', 307),
      '/1': leadsTo(() => `http://${server.host}/a.png`, 308),
      '/4': leadsTo('/3', 303),
      '/a.png': sends(png()),
      '/inner': leadsTo(() => `http://${inner.host}/a.png`),
      '/inner-name': leadsTo(() => `http://localhost:${inner.port}/a.png`),
      '/file': leadsTo('file:///etc/hosts'),
      '/user': leadsTo(() => `http://me:word@${server.host}/a.png`),
      '/lost': leadsTo('http://['),
    }).start();
  });

  afterEach(async () => {
    await Promise.all([server.stop(), inner.stop()]);
    room.clear();
  });

  const pictures = () => room.pictures();

  /** Looks for what the server has at a path. */
  async function check(path: string, expected: string | RegExp, looking: Looking = {}): Promise<void> {
    const allowedHosts = looking.allowedHosts ?? [server.host];
    const words = inWords(await room.find(pictures(), `http://${server.host}${path}`, { ...looking, allowedHosts }));
    if (typeof expected === 'string') assert.equal(words, expected);
    else assert.match(words, expected);
  }

  it('keeps a copy of each format, whatever the server calls it', async () => {
    for (const [index, { format, width, height, bytes }] of samples.entries()) {
      const path = `http://${server.host}/sample-${index}`;
      const found = await room.find(pictures(), path, { allowedHosts: [server.host] });
      assert.equal(inWords(found), `${format} ${width} × ${height}, ${bytes.length} bytes`);
      assert.ok(found.kind === 'shown' && found.uri.startsWith('file:///'));
      assert.deepEqual(readFileSync(fileURLToPath(found.uri)), bytes);
    }
  });

  it('keeps a large one whole', async () => {
    const found = await room.find(pictures(), `http://${server.host}/large.png`, { allowedHosts: [server.host] });
    assert.ok(found.kind === 'shown', inWords(found));
    assert.deepEqual(readFileSync(fileURLToPath(found.uri)), large);
  });

  it('tells nothing of who asks', async () => {
    await check('/a.png?w=1#top', 'PNG 3 × 2, 68 bytes');
    assert.deepEqual(server.requests, [
      {
        method: 'GET',
        target: '/a.png?w=1',
        headers: {
          accept: 'image/*',
          'accept-encoding': 'identity',
          'user-agent': 'chatlog',
          host: server.host,
          connection: 'close',
        },
      },
    ]);
  });

  describe('follows', () => {
    it('three redirects', async () => {
      await check('/3', 'PNG 3 × 2, 68 bytes');
      assert.deepEqual(server.targets, ['/3', '/2', '/1?x=1', '/a.png']);
    });
    it('no fourth', async () => {
      await check('/4', 'The address leads to others more than 3 times.');
      assert.deepEqual(server.targets, ['/4', '/3', '/2', '/1?x=1']);
    });
    it('no loop', async () => {
      await check('/loop', 'The address leads to others more than 3 times.');
      assert.equal(server.requests.length, 4);
    });
    it('none into the network', async () => {
      await check('/inner', `“${inner.host}” ${REFUSED}`);
      await check('/inner-name', `“localhost:${inner.port}” ${REFUSED}`);
      assert.deepEqual(inner.requests, []);
    });
    it('none into this machine', () => check('/file', 'Only addresses with “http:” or “https:” are fetched.'));
    it('none with a password', () => check('/user', /^The address holds a user name or a password/));
    it('none that is no address', () => check('/lost', 'The server answers “302 Found” instead of a picture.'));
  });

  describe('asks no server', () => {
    afterEach(() => assert.deepEqual([...server.requests, ...inner.requests], []));

    const refused = async (
      host: string,
      looking: Looking = {},
      resolve?: () => Promise<{ address: string; family: number }[]>,
    ) => {
      const own = room.pictures(resolve ? { resolve } : {});
      const found = await room.find(own, `http://${host}/a.png`, looking);
      assert.match(inWords(found), new RegExp(`${REFUSED.replaceAll('.', '\\.')}$`));
    };
    const at =
      (...addresses: readonly string[]) =>
      async () =>
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

    it('within this machine', async () => {
      for (const host of [
        '127.0.0.1',
        'localhost',
        'LOCALHOST',
        '2130706433',
        '0x7f.1',
        '0177.0.0.1',
        '0',
        '0.0.0.0',
      ]) {
        await refused(`${host}:${inner.port}`);
      }
      for (const host of ['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::127.0.0.1]']) {
        await refused(`${host}:${inner.port}`);
      }
    });
    it('within the network', async () => {
      for (const host of ['10.0.0.1', '192.168.1.1', '169.254.169.254', '[fe80::1]', '[fd00::1]']) await refused(host);
    });
    it('with a name that leads there', async () => {
      await refused(`pictures.example.org:${inner.port}`, {}, at('127.0.0.1'));
      await refused(`pictures.example.org:${inner.port}`, {}, at('::1'));
      await refused(`pictures.example.org:${inner.port}`, {}, at('8.8.8.8', '127.0.0.1'));
    });
    it('that only resembles an allowed one', async () => {
      await refused(inner.host, {
        allowedHosts: [server.host, 'localhost', '127.0.0', '', `127.0.0.1:${inner.port}1`],
      });
    });
    it('with a user name or password', async () => {
      const expected = 'The address holds a user name or a password, so it is not fetched.';
      for (const user of ['me@', 'me:word@', ':word@']) {
        const found = await room.find(pictures(), `http://${user}${server.host}/a.png`, {
          allowedHosts: [server.host],
        });
        assert.equal(inWords(found), expected);
      }
    });
    it('by other means than HTTP', async () => {
      for (const address of [
        'ftp://pictures.example.org/a.png',
        'data:image/png;base64,AAAA',
        'C:\\a.png',
        'javascript:1',
      ]) {
        const found = await room.find(pictures(), address);
        assert.equal(inWords(found), 'Only addresses with “http:” or “https:” are fetched.');
      }
    });
    it('where the workspace is not trusted', () =>
      check('/a.png', 'Pictures are fetched in trusted workspaces only.', { trusted: false }));
    it('where pictures are to be local', () =>
      check('/a.png', 'Pictures that have to be fetched are switched off by “chatlog.images.preview”.', {
        preview: 'local',
      }));
    it('where pictures are switched off', () =>
      check('/a.png', 'Pictures are switched off by “chatlog.images.preview”.', { preview: 'never' }));
  });

  it('asks allowed hosts, with their port or any', async () => {
    for (const allowed of [server.host, '127.0.0.1', ` 127.0.0.1:${server.port} `]) {
      await check(`/a.png?${allowed.length}`, 'PNG 3 × 2, 68 bytes', { allowedHosts: [allowed] });
    }
    assert.equal(server.requests.length, 3);
  });

  it('asks allowed hosts that are written as an address', async () => {
    const host = `[::1]:${server.port}`;
    for (const allowed of ['::1', '[::1]', host]) {
      // Nothing listens there, or this machine has no IPv6; but it is tried.
      const found = await room.find(pictures(), `http://${host}/a.png`, { allowedHosts: [allowed] });
      assert.match(inWords(found), /can’t be reached/);
    }
  });

  it('connects to the very address that was checked, and looks a name up once', async () => {
    let lookups = 0;
    const own = room.pictures({
      resolve: async () => (lookups++ === 0 ? [{ address: '127.0.0.1', family: 4 }] : []),
    });
    const host = `pictures.example.org:${server.port}`;
    const found = await room.find(own, `http://${host}/a.png`, { allowedHosts: ['Pictures.example.org'] });
    assert.equal(inWords(found), 'PNG 3 × 2, 68 bytes');
    assert.equal(lookups, 1);
    assert.equal(server.requests[0]?.headers.host, host);
  });
});
