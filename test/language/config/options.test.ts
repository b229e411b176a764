import assert from 'node:assert/strict';
import {
  type Config,
  configOfSettings,
  defaultLintOptions,
  emptyConfig,
  mergeConfigs,
  mergeOptions,
} from '../../../server/src/language/index.js';

const file: Config = {
  severities: { 'time-order': 'off', 'header-malformed': 'hint' },
  imageFolders: { 'http://a/': 'a', 'http://b/': 'b' },
  requiredKeys: ['title'],
  patterns: ['*.log'],
  speakers: { Ann: ['A'] },
};

describe('configOfSettings', () => {
  it('reads the settings that a configuration has too', () => {
    const settings = {
      rules: { 'time-order': 'hint' },
      images: { folders: { 'http://a/': 'c' } },
      frontMatter: { requiredKeys: [] },
      files: { patterns: ['*.md'], detect: true },
      speakers: { Ann: ['A'] },
      trace: { server: 'off' },
    };
    assert.deepEqual(configOfSettings(settings), {
      severities: { 'time-order': 'hint' },
      imageFolders: { 'http://a/': 'c' },
      requiredKeys: [],
      patterns: ['*.md'],
    });
  });

  it('takes what is at its default, or no such setting at all, as not set', () => {
    for (const settings of [
      undefined,
      null,
      'off',
      [],
      { rules: null, images: 1, frontMatter: [], files: 'x' },
      { rules: { 'time-order': 'default', 'no-such-rule': 'off', 'header-malformed': 3 } },
      { images: { folders: { 'http://a/': 1 } }, frontMatter: { requiredKeys: null }, files: { patterns: [] } },
    ]) {
      assert.deepEqual(configOfSettings(settings), emptyConfig, JSON.stringify(settings));
    }
  });
});

describe('mergeOptions', () => {
  it('gives the defaults where nothing is set', () => {
    assert.deepEqual(mergeOptions(), defaultLintOptions);
    assert.deepEqual(mergeOptions(emptyConfig, emptyConfig), defaultLintOptions);
  });

  it('lets the later ones win, rule by rule and folder by folder, lists as a whole', () => {
    const settings: Config = {
      severities: { 'time-order': 'error' },
      imageFolders: { 'http://b/': 'c' },
      requiredKeys: ['date', 'tag'],
    };
    const { severities, imageFolders, requiredKeys } = mergeOptions(file, settings);
    assert.deepEqual(severities, { 'time-order': 'error', 'header-malformed': 'hint' });
    assert.deepEqual(imageFolders, { 'http://a/': 'a', 'http://b/': 'c' });
    assert.deepEqual(requiredKeys, ['date', 'tag']);
    assert.deepEqual(mergeConfigs(file, settings).patterns, ['*.log']);
    assert.deepEqual(mergeOptions(file, emptyConfig).requiredKeys, ['title']);
    assert.equal(mergeOptions(file, settings).speakers, file.speakers);
  });
});
