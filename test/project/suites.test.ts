import assert from 'node:assert/strict';
import { projectFiles, readProjectFile } from '../support/projectFiles.js';

describe('npm test', () => {
  it('runs the tests of every folder', () => {
    const script = readProjectFile('scripts/test.mjs');
    const tests = projectFiles().flatMap((path) => /^test\/([\w-]+)\/.*\.test\.ts$/.exec(path)?.[1] ?? []);
    assert.deepEqual(
      [...new Set(tests)].filter((folder) => !new RegExp(`\\b${folder}\\b`).test(script)),
      [],
    );
  });
});
