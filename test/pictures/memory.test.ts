import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Room } from './lookFor.js';
import { PictureServer, sends, sendsForEver } from './pictureServer.js';
import { png } from './samplePictures.js';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** The bytes that are in use, in objects and beside them: the fewest of some looks, as some are given back later. */
async function inUse(): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 20; look++) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    fewest = Math.min(fewest, heapUsed + arrayBuffers);
  }
  return fewest;
}

describe('Memory', function () {
  this.timeout(60_000);

  it('stays flat over 10,000 hovers', async () => {
    const room = new Room();
    const server = await new PictureServer({
      '/kept.png': sends(png()),
      '/new.png': sends(png(100, 100)),
      '/endless.png': sendsForEver(png()),
    }).start();
    const pictures = room.pictures();
    mkdirSync(join(room.folder, 'logs'));
    writeFileSync(join(room.folder, 'logs/local.png'), png());
    const looking = { allowedHosts: [server.host], cacheBytes: 200_000 };
    const addresses = [
      () => `http://${server.host}/kept.png`,
      (index: number) => `http://10.0.${index >> 8}.${index & 255}/${index}.png`,
      () => 'local.png',
      (index: number) => (index % 100 === 3 ? `http://${server.host}/new.png?${index}` : 'nowhere.png'),
      () => `http://${server.host}/gone.png`,
    ];
    const hover = async (count: number) => {
      for (let index = 0; index < count; index++) {
        await room.find(pictures, addresses[index % addresses.length]?.(index) ?? '', looking);
      }
    };
    try {
      await hover(3000);
      const before = await inUse();
      await hover(10_000);
      for (let index = 0; index < 5; index++) {
        const closed = once(server, 'closed');
        await room.find(pictures, `http://${server.host}/endless.png?${index}`, looking);
        await closed;
      }
      const grown = (await inUse()) - before;
      assert.ok(grown < 1_000_000, `${grown} bytes more`);
      assert.ok(readdirSync(room.cache).length <= 50);
    } finally {
      await server.stop();
      room.clear();
    }
  });
});
