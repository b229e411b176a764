import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Picture } from '../../server/src/pictures/picture.js';
import type { Pictures } from '../../server/src/pictures/pictures.js';
import { Turns } from '../../server/src/pictures/turns.js';
import { inWords, Room } from './lookFor.js';
import { PictureServer } from './pictureServer.js';
import { png } from './samplePictures.js';

const SHOWN = 'PNG 3 × 2, 68 bytes';
const PATHS = ['/0', '/1', '/2', '/3', '/4', '/5', '/6', '/7', '/8'];

describe('Waiting for pictures', () => {
  let room: Room;
  let server: PictureServer;
  let pictures: Pictures;
  /** The answers that have been asked for and not begun, by path. */
  let waiting: Map<string, ServerResponse>;

  beforeEach(async () => {
    room = new Room();
    pictures = room.pictures();
    waiting = new Map();
    const held = PATHS.map((path) => [path, (response: ServerResponse) => void waiting.set(path, response)]);
    server = await new PictureServer(Object.fromEntries(held)).start();
  });

  afterEach(async () => {
    await server.stop();
    room.clear();
  });

  const find = (path: string, signal?: AbortSignal): Promise<Picture> =>
    room.find(pictures, `http://${server.host}${path}`, { allowedHosts: [server.host], ...(signal && { signal }) });

  /** Lets the server answer what it is asked, now and from now on, until so many requests have come in all. */
  async function answer(count: number): Promise<void> {
    for (let answered = 1; answered <= count; answered++) {
      await server.asked(answered);
      waiting.get(server.targets[answered - 1] ?? '')?.end(png());
    }
  }

  it('is once for all who ask at the same time', async () => {
    const found = [find('/0'), find('/0'), find('/0#top')];
    await answer(1);
    assert.deepEqual((await Promise.all(found)).map(inWords), [SHOWN, SHOWN, SHOWN]);
    assert.equal(server.requests.length, 1);
  });

  it('ends where the one who waits gives up, and the connection with it', async () => {
    const pointer = new AbortController();
    const found = find('/0', pointer.signal);
    await server.asked(1);
    const closed = once(server, 'closed');
    pointer.abort(new Error('moved on'));
    await assert.rejects(found, { message: 'moved on' });
    assert.deepEqual(await closed, [false]);
  });

  it('ends amid the picture, too', async () => {
    const pointer = new AbortController();
    const found = find('/0', pointer.signal);
    await server.asked(1);
    const closed = once(server, 'closed');
    waiting.get('/0')?.write(png(), () => pointer.abort(new Error('moved on')));
    await assert.rejects(found, { message: 'moved on' });
    assert.deepEqual(await closed, [false]);
  });

  it('is no failure where somebody gives up', async () => {
    const pointer = new AbortController();
    const found = find('/0', pointer.signal);
    await server.asked(1);
    pointer.abort();
    await assert.rejects(found);
    const again = find('/0');
    await server.asked(2);
    waiting.get('/0')?.end(png());
    assert.equal(inWords(await again), SHOWN);
  });

  it('goes on while somebody waits', async () => {
    const pointer = new AbortController();
    const [one, other] = [find('/0', pointer.signal), find('/0')];
    await server.asked(1);
    pointer.abort(new Error('moved on'));
    await assert.rejects(one, { message: 'moved on' });
    await answer(1);
    assert.equal(inWords(await other), SHOWN);
    assert.equal(server.requests.length, 1);
  });

  it('does not begin for one who has given up', async () => {
    await assert.rejects(find('/0', AbortSignal.abort(new Error('moved on'))), { message: 'moved on' });
    assert.equal(server.requests.length, 0);
  });

  it('is for four at a time', async () => {
    const found = PATHS.map((path) => find(path));
    await server.asked(4);
    // Another window's request takes as long as a fifth would have taken.
    const other = room.pictures();
    assert.equal(
      (await room.find(other, `http://${server.host}/none`, { allowedHosts: [server.host] })).kind,
      'failed',
    );
    assert.equal(server.requests.length, 5);
    await answer(PATHS.length + 1);
    assert.deepEqual(new Set((await Promise.all(found)).map(inWords)), new Set([SHOWN]));
    assert.equal(server.most, 5);
  });

  it('costs no request for one who gives up before the turn has come', async () => {
    const pointer = new AbortController();
    const first = PATHS.slice(0, 4).map((path) => find(path));
    await server.asked(4);
    const impatient = PATHS.slice(4, 8).map((path) => find(path, pointer.signal));
    const patient = find('/8');
    pointer.abort(new Error('moved on'));
    for (const given of impatient) await assert.rejects(given, { message: 'moved on' });
    await answer(5);
    await Promise.all([...first, patient]);
    assert.deepEqual(server.targets.sort(), ['/0', '/1', '/2', '/3', '/8']);
  });

  it('does not hold up what is kept', async () => {
    const kept = find('/6');
    await answer(1);
    await kept;
    const slow = PATHS.slice(0, 4).map((path) => find(path));
    await server.asked(5);
    assert.equal(inWords(await find('/6')), SHOWN);
    for (const path of PATHS.slice(0, 4)) waiting.get(path)?.end(png());
    await Promise.all(slow);
  });
});

describe('Turns', () => {
  it('pass over those who have given up', async () => {
    const turns = new Turns(1);
    const never = new AbortController().signal;
    const pointer = new AbortController();
    let end = () => {};
    const first = turns.take(() => new Promise<void>((resolve) => (end = resolve)), never);
    const second = turns.take(() => assert.fail('Nobody waits for it.'), pointer.signal);
    const third = turns.take(async () => 'done', never);
    pointer.abort(new Error('moved on'));
    await assert.rejects(second, { message: 'moved on' });
    end();
    await first;
    assert.equal(await third, 'done');
    assert.equal(await turns.take(async () => 'free again', never), 'free again');
  });
});
