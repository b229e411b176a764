import assert from 'node:assert/strict';
import { rules } from '../../server/src/language/index.js';
import { projectFiles, readProjectFile } from '../support/projectFiles.js';

/** A call that shows a text, and what of its argument can be read without running it. */
interface Call {
  readonly path: string;
  readonly line: number;
  /** `undefined` where the template is no plain literal. */
  readonly template: string | undefined;
}

const LITERAL = /^\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")\s*[,)]/;

function calls(folder: string, callee: RegExp): Call[] {
  return projectFiles()
    .filter((path) => path.startsWith(folder) && path.endsWith('.ts'))
    .flatMap((path) => {
      const source = readProjectFile(path);
      return [...source.matchAll(callee)].map(({ 0: call, index }) => {
        const [, literal] = LITERAL.exec(source.slice(index + call.length)) ?? [];
        return { path, line: source.slice(0, index).split('\n').length, template: literal && contentOf(literal) };
      });
    });
}

/** What a string literal holds. */
function contentOf(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\\'/g, "'")
    .replace(/(?<!\\)"/g, '\\"');
  return JSON.parse(`"${inner}"`);
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

const inServer = calls('server/src/', /(?<!function )(?<![.\w])message\(/g);
const inClient = calls('client/src/', /\bl10n\.t\(/g);
const all = [...inServer, ...inClient];
const needed = new Set([...all.flatMap(({ template }) => template ?? []), ...rules.map(({ title }) => title)]);
const bundles = projectFiles().filter((path) => /^l10n\/bundle\.l10n\..+\.json$/.test(path));

describe('Texts for the user', () => {
  it('are plain literals where they are made, so that they can be found', () => {
    assert.ok(inServer.length > 20 && inClient.length > 0);
    const hidden = all.filter(({ template }) => template === undefined);
    assert.deepEqual(
      hidden.map(({ path, line }) => `${path}:${line}`),
      [],
    );
  });

  it('number their values from {0} on', () => {
    for (const text of needed) {
      const numbers = placeholders(text);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => `{${index}}`),
        text,
      );
    }
  });

  it('come in simplified Chinese', () => assert.ok(bundles.includes('l10n/bundle.l10n.zh-cn.json')));

  for (const path of bundles) {
    describe(path, () => {
      const bundle: Readonly<Record<string, string>> = JSON.parse(readProjectFile(path));

      it('has each text', () => {
        assert.deepEqual(
          [...needed].filter((text) => !(text in bundle)),
          [],
        );
      });

      it('has no text that is not used', () => {
        assert.deepEqual(
          Object.keys(bundle).filter((text) => !needed.has(text)),
          [],
        );
      });

      it('has the values of each text where they belong', () => {
        for (const [text, translated] of Object.entries(bundle)) {
          assert.notEqual(translated.trim(), '', text);
          assert.deepEqual(placeholders(translated), placeholders(text), text);
        }
      });
    });
  }
});
