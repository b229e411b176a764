import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { message } from '../../server/src/language/index.js';
import type { Pictures } from '../../server/src/pictures/pictures.js';
import { RecentFailures } from '../../server/src/pictures/recentFailures.js';
import { inWords, type Looking, Room } from './lookFor.js';
import { PictureServer, sends } from './pictureServer.js';
import { png } from './samplePictures.js';

const SHOWN = 'PNG 3 × 2, 68 bytes';

describe('Copies of pictures', () => {
  let room: Room;
  let server: PictureServer;
  let time: number;

  beforeEach(async () => {
    room = new Room();
    time = 1_000_000_000_000;
    const other = png(3, 2, 'other');
    const paths = ['/a', '/b', '/c', '/same'].map((path) => [path, sends(png(3, 2, path.slice(1, 2)))]);
    server = await new PictureServer({
      ...Object.fromEntries(paths),
      '/other': sends(other),
      '/plain': sends(png()),
    }).start();
  });

  afterEach(async () => {
    await server.stop();
    room.clear();
  });

  const open = () => room.pictures({ now: () => time });

  /** Looks for a picture of the server's, a second after what went before. */
  async function look(pictures: Pictures, path: string, looking: Looking = {}): Promise<string> {
    time += 1000;
    return inWords(
      await room.find(pictures, `http://${server.host}${path}`, { allowedHosts: [server.host], ...looking }),
    );
  }

  const files = (extension: string) => readdirSync(room.cache).filter((name) => name.endsWith(extension));

  it('are shown without asking again, also by another window and without a network', async () => {
    assert.equal(await look(open(), '/plain'), SHOWN);
    await server.stop();
    assert.equal(await look(open(), '/plain#top'), SHOWN);
    assert.equal(await look(open(), '/plain', { trusted: false, preview: 'local', allowedHosts: [] }), SHOWN);
    await server.start();
    assert.deepEqual(server.targets, ['/plain']);
  });

  it('are named by their content, and hold no address', async () => {
    await look(open(), '/a?token=secret');
    await look(open(), '/a');
    await look(open(), '/b');
    assert.equal(files('.png').length, 2);
    assert.equal(files('.json').length, 3);
    for (const name of readdirSync(room.cache)) {
      assert.match(name, /^[0-9a-f]{64}\.(?:png|json)$/);
      assert.ok(!readFileSync(join(room.cache, name), 'latin1').includes('secret'));
    }
  });

  it('are made again where they are missing or damaged', async () => {
    const damages: readonly ((pictures: string, note: string) => void)[] = [
      (picture) => rmSync(picture),
      (picture) => writeFileSync(picture, 'cut'),
      (_, note) => rmSync(note),
      (_, note) => writeFileSync(note, ''),
      (_, note) => writeFileSync(note, '{"name":'),
      (_, note) => writeFileSync(note, 'null'),
      (_, note) => writeFileSync(note, readFileSync(note, 'utf8').replace(/"name":"/, '"name":"../')),
      (_, note) => writeFileSync(note, readFileSync(note, 'utf8').replace('PNG', 'toString')),
      (_, note) => writeFileSync(note, readFileSync(note, 'utf8').replace('"width":3', '"width":"3"')),
      () => rmSync(room.cache, { recursive: true }),
    ];
    const pictures = open();
    assert.equal(await look(pictures, '/plain'), SHOWN);
    for (const [index, damage] of damages.entries()) {
      damage(join(room.cache, files('.png')[0] ?? ''), join(room.cache, files('.json')[0] ?? ''));
      assert.equal(await look(pictures, '/plain'), SHOWN);
      assert.equal(server.requests.length, index + 2, String(damage));
    }
  });

  it('go when there are too many: those first that were not looked at for the longest', async () => {
    // Room for three pictures and their notes.
    const cacheBytes = 6 * 4096;
    const pictures = open();
    for (const path of ['/a', '/b', '/c', '/a', '/other']) await look(pictures, path, { cacheBytes });
    assert.deepEqual(server.targets, ['/a', '/b', '/c', '/other']);
    assert.equal(files('.png').length, 3);
    for (const path of ['/a', '/c', '/other']) await look(pictures, path, { cacheBytes });
    assert.equal(server.requests.length, 4);
    await look(pictures, '/b', { cacheBytes });
    assert.equal(server.requests.length, 5);
  });

  it('leave at least the one that is looked at', async () => {
    const pictures = open();
    await look(pictures, '/a', { cacheBytes: 0 });
    await look(pictures, '/b', { cacheBytes: 0 });
    assert.equal(await look(pictures, '/b', { cacheBytes: 0 }), 'PNG 3 × 2, 69 bytes');
    assert.deepEqual(server.targets, ['/a', '/b']);
    assert.equal(files('.png').length, 1);
  });

  it('are all gone after a command, and failures with them, but nothing else', async () => {
    const pictures = open();
    await look(pictures, '/a');
    await look(pictures, '/nowhere');
    writeFileSync(join(room.cache, 'notes.txt'), 'mine');
    await pictures.clear();
    assert.deepEqual(readdirSync(room.cache), ['notes.txt']);
    await look(pictures, '/a');
    await look(pictures, '/nowhere');
    assert.deepEqual(server.targets, ['/a', '/nowhere', '/a', '/nowhere']);
  });

  it('can be cleared where there are none', () => open().clear());

  it('are made by several windows at once', async () => {
    const windows = [open(), open(), open()];
    const found = await Promise.all(windows.flatMap((window) => ['/a', '/same'].map((path) => look(window, path))));
    assert.deepEqual(new Set(found), new Set(['PNG 3 × 2, 69 bytes']));
    assert.deepEqual([files('.png').length, files('.json').length, files('.tmp').length], [2, 2, 0]);
  });

  it('can’t be made where there is no room for them', async () => {
    mkdirSync(room.folder, { recursive: true });
    writeFileSync(room.cache, 'a file where the folder should be');
    assert.match(await look(open(), '/a'), /^The picture can’t be kept on this machine \(E\w+\)\.$/);
  });
});

describe('Failures', () => {
  it('are remembered for a minute, under the settings that they happened with', async () => {
    const room = new Room();
    const server = await new PictureServer({ '/late': (response) => response.end(late) }).start();
    let late: Buffer | undefined;
    let time = 0;
    const pictures = room.pictures({ now: () => time });
    const look = async (looking: Looking = { allowedHosts: [server.host] }) =>
      inWords(await room.find(pictures, `http://${server.host}/late`, looking));
    try {
      assert.match(await look({}), /is within this machine/);
      assert.match(await look(), /^It is no picture/);
      late = png();
      time = 59_999;
      assert.match(await look(), /^It is no picture/);
      assert.equal(server.requests.length, 1);
      time = 60_000;
      assert.equal(await look(), SHOWN);
      assert.equal(server.requests.length, 2);
    } finally {
      await server.stop();
      room.clear();
    }
  });

  it('are forgotten where there are very many', () => {
    const failures = new RecentFailures(() => 0);
    for (let index = 0; index <= 500; index++) failures.add(String(index), message('{0}', index));
    assert.equal(failures.get('0'), undefined);
    assert.deepEqual([failures.get('1'), failures.get('500')], [message('{0}', 1), message('{0}', 500)]);
  });
});
