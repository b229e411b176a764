// Writes the files, and the parts of files, that follow from something else in the project. `npm run generate` writes
// them; with `--check` nothing is written, and the exit code is 1 where a file is out of date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registries } from './generate/registries.mjs';

/**
 * A generated file: its path from the project's root, and what it should hold, given what it holds (an empty text where
 * there is no such file yet) and a function that reads another file of the project.
 *
 * @typedef {{ readonly path: string, generate(current: string, read: (path: string) => string): string }} Generator
 */

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const check = process.argv.includes('--check');
/** @type {string[]} */
const outdated = [];

/** @param {string} path */
const read = (path) => readFileSync(resolve(root, path), 'utf8');

/** @param {string} path */
function readIfThere(path) {
  try {
    return read(path);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return '';
    throw error;
  }
}

/** @param {readonly Generator[]} generators */
function write(generators) {
  for (const { path, generate } of generators) {
    const current = readIfThere(path);
    const wanted = generate(current, read);
    if (wanted === current) continue;
    outdated.push(path);
    if (check) continue;
    mkdirSync(dirname(resolve(root, path)), { recursive: true });
    writeFileSync(resolve(root, path), wanted);
  }
}

// The lists come first: what is made from the rules must see the one that has just been added.
write(registries);
const { configSchema } = await import('./generate/configSchema.mjs');
const { emojiGrammar } = await import('./generate/emojiGrammar.mjs');
const { rulePages } = await import('./generate/rulePages.mjs');
const { ruleDescriptions, ruleSettings } = await import('./generate/ruleSettings.mjs');
write([configSchema, emojiGrammar, ruleSettings, ...ruleDescriptions, ...rulePages]);

for (const path of outdated) console.log(check ? `Out of date: ${path}` : `Written: ${path}`);
if (outdated.length === 0) console.log('Every generated file is up to date.');
else if (check) {
  console.error('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}
