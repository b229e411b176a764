import assert from 'node:assert/strict';
import { ChatDocument, textOf } from '../../server/src/language/index.js';
import { corpusLogs, itWithCorpus } from '../support/corpus.js';
import { textFiles } from '../support/projectFiles.js';

/** Shorter names, and those of Latin letters alone, are words as well, such as “build” or “Peter”. */
const isTelling = (name: string): boolean => name.length >= 4 && !/^[A-Za-z]+$/.test(name);

describe('Privacy', () => {
  itWithCorpus('keeps the people of the corpus out of the project', () => {
    const names = new Set<string>();
    for (const { text } of corpusLogs()) {
      for (const { block } of ChatDocument.parse('', 0, text).entries()) names.add(textOf(block, block.speaker));
    }
    const files = textFiles().filter(({ path }) => !path.endsWith('package-lock.json'));
    const everything = files.map(({ text }) => text).join('\0');
    const found: string[] = [];
    for (const name of names) {
      if (!isTelling(name) || !everything.includes(name)) continue;
      for (const { path, text } of files) if (text.includes(name)) found.push(`${path}: ${name}`);
    }
    assert.deepEqual(found, []);
  });
});
