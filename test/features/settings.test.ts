import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/features/settings.js';
import { readProjectFile } from '../support/projectFiles.js';

describe('Settings of the editor', () => {
  it('are the defaults of package.json where nothing, or something wrong, is sent', () => {
    const { properties } = JSON.parse(readProjectFile('package.json')).contributes.configuration;
    const defaults: Record<string, Record<string, unknown>> = { images: {}, inlayHints: {} };
    for (const [name, setting] of Object.entries<{ default: unknown }>(properties)) {
      const [, section = '', key = ''] = name.split('.');
      if (defaults[section] && key !== 'folders') defaults[section][key] = setting.default;
    }
    const expected = readSettings(defaults);
    for (const sent of [undefined, null, 3, {}, { images: 3, inlayHints: { pauses: 'a', emoji: 1 } }]) {
      assert.deepEqual(readSettings(sent), expected);
    }
    const { preview, maxWidth, allowedHosts, cacheSize } = defaults['images'] ?? {};
    const { cacheBytes, ...images } = expected.images;
    assert.deepEqual(images, { preview, maxWidth, allowedHosts });
    assert.equal(cacheBytes, Number(cacheSize) * 1_000_000);
    assert.deepEqual(expected.inlayHints, defaults['inlayHints']);
  });

  it('are what was set', () => {
    const images = { preview: 'local', allowedHosts: ['nas.local', 3], maxWidth: 200, cacheSize: 5 };
    assert.deepEqual(readSettings({ images, inlayHints: { pauses: 30, emoji: true } }), {
      inlayHints: { pauses: 30, emoji: true },
      images: { preview: 'local', allowedHosts: ['nas.local'], maxWidth: 200, cacheBytes: 5_000_000 },
    });
  });
});
