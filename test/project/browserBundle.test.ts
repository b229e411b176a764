import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { built, projectRoot } from '../support/built.js';

const { anyModule } = createRequire(`${projectRoot}/test/`)('./support/anything.cjs');

/** Evaluates a bundle where nothing of Node is, and tells which modules it asks for. */
function modulesAskedFor(path: string): string[] {
  const asked: string[] = [];
  const require = (name: string): unknown => {
    asked.push(name);
    return anyModule;
  };
  const scope = { require, module: { exports: {} }, exports: {}, TextDecoder, TextEncoder, URL, console };
  runInContext(readFileSync(built(path), 'utf8'), createContext(scope), { filename: path });
  return asked;
}

describe('In a browser', () => {
  it('the client asks for nothing but VS Code as it is loaded', () => {
    assert.deepEqual([...new Set(modulesAskedFor('dist/client.js'))], ['vscode']);
  });
});
