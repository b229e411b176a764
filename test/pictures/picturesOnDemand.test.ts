import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { picturesOnDemand } from '../../server/src/pictures/picturesOnDemand.js';
import { inWords, Room } from './lookFor.js';
import { PictureServer, sends } from './pictureServer.js';
import { png } from './samplePictures.js';

describe('Pictures on demand', () => {
  it('are found and kept, and their copies cleared, by what they load', async () => {
    const room = new Room();
    const server = await new PictureServer({ '/plain': sends(png()) }).start();
    try {
      const pictures = picturesOnDemand(room.cache);
      const allowed = { allowedHosts: [server.host], noProxy: ['*'] };
      const found = await room.find(pictures, `http://${server.host}/plain`, allowed);
      assert.equal(inWords(found), 'PNG 3 × 2, 68 bytes');
      assert.equal(readdirSync(room.cache).length, 2);
      await pictures.clear();
      assert.deepEqual(readdirSync(room.cache), []);
    } finally {
      await server.stop();
      room.clear();
    }
  });
});
