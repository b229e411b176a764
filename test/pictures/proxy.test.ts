import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { proxyFor } from '../../server/src/pictures/proxyFor.js';
import { inWords, type Looking, Room } from './lookFor.js';
import { PictureServer, sends } from './pictureServer.js';
import { png } from './samplePictures.js';
import { certificate, key } from './selfSigned.js';

function check(
  url: string,
  expected: string | undefined,
  settings: { readonly proxy?: string; readonly noProxy?: readonly string[] },
  env: Readonly<Record<string, string>> = {},
): void {
  const { proxy, noProxy = [] } = settings;
  assert.equal(proxyFor(new URL(url), { proxy, noProxy }, env)?.href, expected);
}

describe('The proxy', () => {
  const proxy = 'http://proxy.example.org:3128';
  const found = `${proxy}/`;

  it('comes from the settings, or else from the environment', () => {
    check('http://a.example.org/', undefined, {});
    check('http://a.example.org/', undefined, { proxy: '' });
    check('http://a.example.org/', found, { proxy }, { HTTP_PROXY: 'http://other.example.org' });
    check('http://a.example.org/', found, {}, { HTTP_PROXY: proxy, https_proxy: 'http://other.example.org' });
    check('https://a.example.org/', found, {}, { HTTPS_PROXY: proxy, HTTP_PROXY: 'http://other.example.org' });
    check('https://a.example.org/', found, {}, { ALL_PROXY: 'proxy.example.org:3128' });
  });

  it('is left out where an exception says so', () => {
    for (const noProxy of ['*', 'a.example.org', 'example.org', '.example.org', '*.Example.org', 'a.example.org:80']) {
      check('http://a.example.org/', undefined, { proxy, noProxy: [noProxy] });
      check('http://a.example.org/', undefined, { proxy }, { NO_PROXY: `localhost, ${noProxy}` });
    }
    for (const noProxy of ['2400::1', '[2400::1]', '[2400::1]:80']) {
      check('http://[2400::1]/', undefined, { proxy, noProxy: [noProxy] });
    }
    for (const noProxy of ['', 'b.example.org', 'ample.org', 'a.example.org:443', 'example.org.cn']) {
      check('http://a.example.org/', found, { proxy, noProxy: [noProxy] });
    }
    check('http://a.example.org/', found, { proxy, noProxy: ['b'] }, { NO_PROXY: '*' });
  });

  it('speaks HTTP', () => {
    for (const address of ['socks5://proxy.example.org', 'http://']) {
      assert.throws(() => check('http://a.example.org/', undefined, { proxy: address }), { name: 'PictureFailure' });
    }
  });
});

describe('Fetching pictures through a proxy', () => {
  const address = 'http://pictures.example.org/a.png?w=1';
  let room: Room;
  let server: PictureServer;

  beforeEach(async () => {
    room = new Room();
    server = await new PictureServer({
      'http://pictures.example.org/a.png': sends(png()),
      'http://pictures.example.org/inner': (response) =>
        response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    }).start();
  });

  afterEach(async () => {
    await server.stop();
    room.clear();
  });

  const unknown = () => Promise.reject(new Error('ENOTFOUND'));

  const look = async (
    at: string,
    looking: Looking = {},
    resolve: () => Promise<{ address: string; family: number }[]> = unknown,
  ) => inWords(await room.find(room.pictures({ resolve }), at, { proxy: `http://${server.host}`, ...looking }));

  it('tells it the whole address, also where the name is known to it alone', async () => {
    assert.equal(await look(address), 'PNG 3 × 2, 68 bytes');
    assert.equal(server.targets[0], address);
    assert.equal(server.requests[0]?.headers.host, 'pictures.example.org');
    assert.equal(server.requests[0]?.headers['proxy-authorization'], undefined);
  });

  it('tells it who the user is, where its address does', async () => {
    await look(address, { proxy: `http://me:a%20word@${server.host}` });
    assert.equal(server.requests[0]?.headers['proxy-authorization'], `Basic ${btoa('me:a word')}`);
    assert.equal(server.requests[0]?.headers.authorization, undefined);
  });

  it('refuses what is found to be within the network', async () => {
    assert.match(await look('http://10.0.0.1/'), /is within this machine or its network/);
    assert.match(await look(address, {}, async () => [{ address: '10.0.0.1', family: 4 }]), /is within this machine/);
    assert.equal(server.requests.length, 0);
    assert.match(await look('http://pictures.example.org/inner'), /“10.0.0.1” is within this machine/);
    assert.equal(server.requests.length, 1);
  });

  it('asks for a tunnel to a server that is to be safe', async () => {
    const said = 'The proxy does not let it through (403).';
    assert.equal(await look('https://pictures.example.org/a.png', { proxy: `http://me@${server.host}` }), said);
    const [{ method, target, headers } = { method: '', target: '', headers: {} }] = server.requests;
    assert.deepEqual([method, target], ['CONNECT', 'pictures.example.org:443']);
    assert.equal(headers['proxy-authorization'], `Basic ${btoa('me:')}`);
    assert.equal(headers['user-agent'], undefined);
  });

  it('talks through the tunnel to the server that was meant, and to no other that can’t prove it', async () => {
    let name: string | undefined;
    const SNICallback = (asked: string, go: (error: null) => void) => {
      name = asked;
      go(null);
    };
    const secure = createServer({ key, cert: certificate, SNICallback }, () =>
      assert.fail('It was asked all the same.'),
    );
    await once(secure.listen(0, '127.0.0.1'), 'listening');
    server.tunnels = (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(connect((secure.address() as AddressInfo).port, '127.0.0.1')).pipe(socket);
    };
    const words = await look('https://pictures.example.org/a.png');
    secure.close();
    assert.equal(words, 'The certificate of “pictures.example.org” can’t be trusted (DEPTH_ZERO_SELF_SIGNED_CERT).');
    assert.equal(name, 'pictures.example.org');
  });

  it('can be given up while the tunnel is dug', async () => {
    const pointer = new AbortController();
    server.tunnels = (socket) => {
      socket.resume();
      pointer.abort(new Error('moved on'));
    };
    const closed = once(server, 'tunnelClosed');
    await assert.rejects(look('https://pictures.example.org/a.png', { signal: pointer.signal }), {
      message: 'moved on',
    });
    await closed;
  });
});
