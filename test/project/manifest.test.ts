import assert from 'node:assert/strict';
import { rules } from '../../server/src/language/index.js';
import { built } from '../support/built.js';
import { projectFiles, readProjectFile } from '../support/projectFiles.js';

type Texts = Readonly<Record<string, string>>;

const manifest = JSON.parse(readProjectFile('package.json'));
const { contributes } = manifest;
const english: Texts = JSON.parse(readProjectFile('package.nls.json'));

/** Every string in some JSON. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

describe('package.json', () => {
  it('names files that there are', () => {
    const paths = stringsIn([contributes, manifest.icon ?? '', manifest.files ?? []])
      .filter((text) => text.startsWith('./'))
      .map((path) => path.slice(2));
    assert.ok(paths.length >= 3);
    for (const path of paths) assert.ok(projectFiles().includes(path), path);
    for (const path of [manifest.main, manifest.browser, ...Object.values<string>(manifest.bin)]) built(path);
    const folder = `${manifest.l10n.replace('./', '')}/`;
    assert.ok(projectFiles().some((path) => path.startsWith(folder)));
  });

  it('says everything a user reads in each language, and nothing that is not used', () => {
    const keys = stringsIn(manifest).flatMap((text) =>
      [...text.matchAll(/%([^%\s]+)%/g)].map(([, key]) => key as string),
    );
    const used = [...new Set(keys)].sort();
    const languages = projectFiles().filter((path) => /^package\.nls(\..+)?\.json$/.test(path));
    assert.ok(languages.includes('package.nls.json') && languages.includes('package.nls.zh-cn.json'));
    for (const path of languages) {
      const texts: Texts = JSON.parse(readProjectFile(path));
      assert.deepEqual(Object.keys(texts).sort(), used, path);
      for (const text of Object.values(texts)) assert.notEqual(text.trim(), '');
    }
  });

  it('has a description for every setting, and a title for every command, that is translated', () => {
    for (const [name, setting] of Object.entries<Texts>(contributes.configuration.properties)) {
      assert.match(setting['description'] ?? setting['markdownDescription'] ?? '', /^%[^%]+%$/, name);
      assert.ok('default' in setting && 'scope' in setting, name);
    }
    for (const { command, title } of contributes.commands ?? []) assert.match(title, /^%[^%]+%$/, command);
  });

  it('has a setting for every rule, which says what the rule wants in each language', () => {
    const bundle: Texts = JSON.parse(readProjectFile('l10n/bundle.l10n.zh-cn.json'));
    const chinese: Texts = JSON.parse(readProjectFile('package.nls.zh-cn.json'));
    const settings = Object.keys(contributes.configuration.properties).filter((name) =>
      name.startsWith('chatlog.rules.'),
    );
    assert.deepEqual(
      settings,
      rules.map(({ id }) => `chatlog.rules.${id}`),
    );
    for (const { id, title } of rules) {
      assert.equal(english[`rule.${id}`], title);
      assert.equal(chinese[`rule.${id}`], bundle[title], id);
    }
  });

  it('knows the commands and settings that the client uses, and no others', () => {
    const client = projectFiles()
      .filter((path) => path.startsWith('client/src/'))
      .map(readProjectFile)
      .join('\n');
    const registered = [...client.matchAll(/\bid: '(chatlog\.\w+)'/g)].map(([, id]) => id as string);
    const commands: string[] = (contributes.commands ?? []).map(({ command }: Texts) => command);
    assert.deepEqual(registered.sort(), commands.sort());
    // These are read by the server, and by the client's library.
    const elsewhere = /^chatlog\.(rules|trace|frontMatter|images|inlayHints)\./;
    for (const name of Object.keys(contributes.configuration.properties)) {
      if (elsewhere.test(name)) continue;
      const last = name.split('.').at(-1);
      // What a key does may depend on a setting without the client.
      if (contributes.keybindings.some(({ when }: Texts) => when?.includes(`config.${name}`))) continue;
      assert.ok(client.includes(`'${last}'`), `Nothing in the client reads ${name}.`);
    }
  });

  it('speaks of one language, and claims no file by its ending alone', () => {
    assert.deepEqual(
      contributes.languages.map(({ id }: Texts) => id),
      ['chatlog'],
    );
    for (const { language } of [...contributes.grammars, ...contributes.snippets]) assert.equal(language, 'chatlog');
    for (const { extensions } of contributes.languages) assert.equal(extensions, undefined);
    for (const name of Object.keys(contributes.configurationDefaults)) assert.equal(name, '[chatlog]');
  });

  it('names one version of each package', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(String(version), /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
    }
  });
});
