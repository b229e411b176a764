import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Resolve } from '../../server/src/pictures/addressesOf.js';
import { defaultLimits } from '../../server/src/pictures/limits.js';
import type { Pictures } from '../../server/src/pictures/pictures.js';
import { inWords, Room } from './lookFor.js';
import { PictureServer, sends, sendsForEver } from './pictureServer.js';
import { png } from './samplePictures.js';
import { certificate, key } from './selfSigned.js';

const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>';
const NO_PICTURE = 'It is no picture in PNG, JPEG, GIF, WebP, BMP or AVIF.';

/** Answers nothing, ever. */
const keepsSilent = () => {};

describe('Fetching what is no good picture', () => {
  let room: Room;
  let server: PictureServer;

  beforeEach(async () => {
    room = new Room();
    server = await new PictureServer({
      '/silent': keepsSilent,
      '/stalls': (response) => response.writeHead(200).write(png()),
      '/endless': sendsForEver(png()),
      '/50MB': (response) => {
        response.writeHead(200, { 'content-length': 50_000_000 }).write(png());
      },
      '/gone': (response) => response.writeHead(410).end(),
      '/nothing': (response) => response.writeHead(204).end(),
      '/odd': (response) => response.writeHead(599).end(png()),
      '/page.png': sends('<!doctype html><title>Not here</title>'),
      '/endless.html': sendsForEver(Buffer.from('<!doctype html>')),
      '/drawing.svg': sends(SVG, 'image/svg+xml'),
      '/empty.png': sends(''),
      '/cut.png': (response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write(png(), () => response.destroy());
      },
      '/cut-chunk.png': (response) => {
        response.writeHead(200).write(png(), () => response.destroy());
      },
      '/header.png': sends(png().subarray(0, 20)),
      '/bomb.png': sends(png(1, 100_001).fill(0xff, 17, 19)),
      '/hangs-up': (response) => response.destroy(),
    }).start();
  });

  afterEach(async () => {
    await server.stop();
    room.clear();
  });

  /** Looks for what the server has at a path. */
  async function check(path: string, expected: string | RegExp): Promise<void> {
    const address = `http://${server.host}${path}`;
    const words = inWords(await room.find(room.pictures(), address, { allowedHosts: [server.host] }));
    if (typeof expected === 'string') assert.equal(words, expected);
    else assert.match(words, expected);
  }

  describe('stops', () => {
    const hurried = (resolve?: Resolve) =>
      room.pictures({ limits: { ...defaultLimits, milliseconds: 100 }, ...(resolve && { resolve }) });
    const late = async (pictures: Pictures, address: string) => {
      const found = await room.find(pictures, address, { allowedHosts: [server.host] });
      assert.equal(inWords(found), 'The picture did not arrive within 1 seconds.');
    };

    it('when no answer comes', () => late(hurried(), `http://${server.host}/silent`));
    it('when the answer does not end', () => late(hurried(), `http://${server.host}/stalls`));
    it('when the name is not found', () =>
      late(
        hurried(() => new Promise(() => {})),
        'http://pictures.example.org/a.png',
      ));
    it('when there is too much of it', async () => {
      const closed = once(server, 'closed');
      await check('/endless', 'The picture is larger than 10 MB.');
      assert.deepEqual(await closed, [false]);
    });
    it('before it reads what is said to be too much', async () => {
      const closed = once(server, 'closed');
      await check('/50MB', 'The picture is larger than 10 MB.');
      assert.deepEqual(await closed, [false]);
    });
    it('as soon as it is no picture', async () => {
      const closed = once(server, 'closed');
      await check('/endless.html', NO_PICTURE);
      assert.deepEqual(await closed, [false]);
    });
    it('by default after 5 seconds, 10 MB and 3 redirects, and 4 at a time', () => {
      const { milliseconds, bytes, redirects, atOnce } = defaultLimits;
      assert.deepEqual(
        { milliseconds, bytes, redirects, atOnce },
        { milliseconds: 5000, bytes: 1e7, redirects: 3, atOnce: 4 },
      );
    });
  });

  describe('says', () => {
    it('that it is not there', () => check('/b.png', 'The server answers “404 Not Found” instead of a picture.'));
    it('that it is gone', () => check('/gone', 'The server answers “410 Gone” instead of a picture.'));
    it('that there is nothing', () => check('/nothing', 'The server answers “204 No Content” instead of a picture.'));
    it('an odd status', () => check('/odd', 'The server answers “599” instead of a picture.'));
    it('that it is a page', () => check('/page.png', NO_PICTURE));
    it('that it is empty', () => check('/empty.png', NO_PICTURE));
    it('that it is SVG', () => check('/drawing.svg', /^SVG pictures are not shown here/));
    it('that it broke off', () => check('/cut.png', /^The connection broke before the whole picture was there \(/));
    it('that a part of it is missing', () => check('/cut-chunk.png', /^The connection broke before/));
    it('that its header is not whole', () => check('/header.png', 'The picture is damaged: its size can’t be read.'));
    it('that it would unfold to too much', () => check('/bomb.png', /^The picture has too many pixels/));
    it('that the server hung up', () =>
      check('/hangs-up', /^The server “127.0.0.1:\d+” can’t be reached \(ECONNRESET\)\.$/));
    it('that there is no server', async () => {
      const { host } = server;
      await server.stop();
      const found = await room.find(room.pictures(), `http://${host}/a.png`, { allowedHosts: [host] });
      await server.start();
      assert.equal(inWords(found), `The server “${host}” can’t be reached (ECONNREFUSED).`);
    });
    it('that there is no such name', async () => {
      const offline = room.pictures({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
      const found = await room.find(offline, 'http://pictures.example.org/a.png');
      assert.equal(inWords(found), 'There is no server “pictures.example.org”, or no network.');
    });
    it('that a certificate can’t be trusted', async () => {
      const secure = createServer({ key, cert: certificate }, () => assert.fail('It was asked all the same.'));
      await once(secure.listen(0, '127.0.0.1'), 'listening');
      const host = `127.0.0.1:${(secure.address() as AddressInfo).port}`;
      const found = await room.find(room.pictures(), `https://${host}/a.png`, { allowedHosts: [host] });
      secure.close();
      assert.equal(inWords(found), `The certificate of “${host}” can’t be trusted (DEPTH_ZERO_SELF_SIGNED_CERT).`);
    });
  });

  it('leaves nothing of what was not shown', async () => {
    for (const path of ['/cut.png', '/endless', '/page.png', '/header.png']) await check(path, /./);
    assert.throws(() => readdirSync(room.cache), { code: 'ENOENT' });
  });
});
