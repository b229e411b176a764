import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Picture } from '../../server/src/pictures/picture.js';
import { inWords, type Looking, Room } from './lookFor.js';
import { PictureServer, sends } from './pictureServer.js';
import { png } from './samplePictures.js';

describe('Local pictures', () => {
  let room: Room;
  let server: PictureServer;

  beforeEach(async () => {
    room = new Room();
    server = await new PictureServer({ '/a.png': sends(png(7, 7)) }).start();
  });

  afterEach(async () => {
    await server.stop();
    room.clear();
  });

  /** Writes a file by its path in the room's folder, and gives its URI. */
  function put(path: string, content: Buffer | string): string {
    const file = join(room.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return pathToFileURL(file).href;
  }

  const find = (address: string, looking?: Looking): Promise<Picture> => room.find(room.pictures(), address, looking);

  async function check(address: string, expected: string, looking?: Looking): Promise<void> {
    assert.equal(inWords(await find(address, looking)), expected);
  }

  async function checkFile(address: string, uri: string, looking?: Looking): Promise<void> {
    const found = await find(address, looking);
    assert.deepEqual(found.kind === 'shown' && [found.uri, found.local], [uri, true], inWords(found));
  }

  it('are shown where they are, beside the log', async () => {
    await checkFile('花 a.png', put('logs/花 a.png', png()));
    await checkFile('%E8%8A%B1%20a.png?w=1#x', pathToFileURL(join(room.folder, 'logs/花 a.png')).href);
    await checkFile('../static/img/b.JPG', put('static/img/b.JPG', png()));
    await checkFile(put('logs/c.jpeg', png()), pathToFileURL(join(room.folder, 'logs/c.jpeg')).href);
    await check('a/../花 a.png', 'PNG 3 × 2, 68 bytes, local');
    assert.throws(() => readdirSync(room.cache), { code: 'ENOENT' });
  });

  it('have addresses that can stand in Markdown', async () => {
    const uri = put('logs/a (1)|b.png', png()).replace('(', '%28').replace(')', '%29').replace('|', '%7C');
    await checkFile('a (1)|b.png', uri);
  });

  it('are shown in the place of those that they are mapped to', async () => {
    const mapped = put('static/img/a.png', png());
    await checkFile(`http://${server.host}/a.png`, mapped, { mapped, allowedHosts: [server.host] });
    await checkFile('http://pictures.example.org/a.png', mapped, { mapped, preview: 'local', trusted: false });
    assert.deepEqual(server.requests, []);
  });

  it('are fetched where they are mapped and not there', async () => {
    const mapped = pathToFileURL(join(room.folder, '图.png')).href;
    const address = `http://${server.host}/a.png`;
    const missing = `There is no file for this picture: “${decodeURIComponent(mapped)}” is not there.`;
    await check(address, missing, { mapped, preview: 'local' });
    await check(address, 'Pictures are fetched in trusted workspaces only.', { mapped, trusted: false });
    assert.deepEqual(server.requests, []);
    await check(address, 'PNG 7 × 7, 69 bytes', { mapped, allowedHosts: [server.host] });
    await check('a.png', missing, { mapped });
  });

  it('are fetched where they are mapped to a place that is not on this machine', async () => {
    const mapped = 'vscode-vfs://example/a.png';
    await check(`http://${server.host}/a.png`, 'PNG 7 × 7, 69 bytes', { mapped, allowedHosts: [server.host] });
  });

  it('are not there, or no pictures', async () => {
    await check('b.png', `There is no file for this picture: “${room.log.replace(/[^/]*$/, 'b.png')}” is not there.`);
    put('logs/text.png', 'This is a text.');
    put('logs/empty.png', '');
    put('logs/drawing.svg', '<svg/>');
    put('logs/cut.png', png().subarray(0, 20));
    await check('text.png', 'It is no picture in PNG, JPEG, GIF, WebP, BMP or AVIF.');
    await check('empty.png', 'It is no picture in PNG, JPEG, GIF, WebP, BMP or AVIF.');
    await check('drawing.svg', 'SVG pictures are not shown here, because they can hold programs.');
    await check('cut.png', 'The picture is damaged: its size can’t be read.');
    await check('.', `There is no file for this picture: “${room.log.replace(/[^/]*$/, '')}” is not there.`);
    await check('text.png', 'Pictures are switched off by “chatlog.images.preview”.', { preview: 'never' });
  });

  it('are looked for again each time', async () => {
    const pictures = room.pictures();
    assert.equal((await room.find(pictures, 'late.png')).kind, 'failed');
    put('logs/late.png', png());
    assert.equal((await room.find(pictures, 'late.png')).kind, 'shown');
  });

  it('are copied where the editor would not show them', async () => {
    const uri = put('logs/a.jfif', png());
    const path = fileURLToPath(uri);
    const shown = async () => {
      const found = await find('a.jfif');
      assert.ok(found.kind === 'shown' && found.local, inWords(found));
      assert.match(found.uri, /\/cache\/[0-9a-f]{64}\.png$/);
      return readFileSync(fileURLToPath(found.uri));
    };
    assert.deepEqual(await shown(), png());
    writeFileSync(path, png(8, 8));
    utimesSync(path, 1, 1);
    assert.deepEqual(await shown(), png(8, 8));
    rmSync(path);
    assert.equal((await find('a.jfif')).kind, 'failed');
  });

  it('are never on another machine, unless the log is or a trusted setting says so', async () => {
    for (const address of ['//other/share/a.png', '\\\\other\\share\\a.png', 'file://other/share/a.png']) {
      await check(address, `“${address}” is no address of a picture.`);
    }
    const mapped = 'file://other/share/a.png';
    await check('a.png', `There is no file for this picture: “${mapped}” is not there.`, { mapped });
    const own = room.log.replace(/[^/]*$/, 'a.png');
    await check('a.png', `There is no file for this picture: “${own}” is not there.`, { mapped, trusted: false });
  });

  it('can’t be relative to a log that is no file', async () => {
    await check('a.png', '“a.png” is no address of a picture.', { log: 'untitled:Untitled-1' });
    await check(
      'a%zz.png',
      `There is no file for this picture: “${room.log.replace(/[^/]*$/, 'a%zz.png')}” is not there.`,
    );
  });

  (process.platform === 'win32' ? it.skip : it)('are not pipes, which would never end', async () => {
    put('logs/a.png', '');
    execFileSync('mkfifo', [join(room.folder, 'logs/pipe.png')]);
    assert.match(inWords(await find('pipe.png')), /^There is no file/);
  });
});
