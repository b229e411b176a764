// `npm test`: everything that shows the project works, on a machine that has Node and nothing else. `--fast` leaves out
// what needs an editor. It ends with one line, `N passed, N failed`, over all suites.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { runMain } from '../test/host/complaint.mjs';
import { projectRoot as root } from '../test/host/paths.mjs';
import { installDependencies } from './dependencies.mjs';

const results = resolve(root, 'out/test-results');
const fast = process.argv.includes('--fast');
const total = { passed: 0, failed: 0, skipped: 0 };

/**
 * One step: a command that passes or fails as a whole, or a suite that counts its tests in a file of results.
 *
 * @typedef {{ readonly title: string, readonly command: readonly string[], readonly counts?: string }} Step
 */

/** @param {string} title @param {...string} files @returns {Step} */
const mocha = (title, ...files) => ({
  title,
  command: ['mocha', '--import=tsx', '--timeout=20000', '--reporter=test/support/countingReporter.cjs', ...files],
  counts: title,
});

/** @type {readonly Step[]} */
const fastSteps = [
  { title: 'build', command: ['node', 'esbuild.mjs'] },
  { title: 'types', command: ['tsc', '-b'] },
  { title: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  mocha(
    'fast',
    'test/*.test.ts',
    'test/{support,faults,language,features,client,grammar,lsp,cli,pictures,system,project}/**/*.test.ts',
  ),
];

/** @type {readonly Step[]} */
const editorSteps = [
  { title: 'editor: install', command: ['node', 'test/host/prepare.mjs'] },
  { title: 'types of the editor tests', command: ['tsc', '-p', 'test/page'] },
  mocha('site', 'test/site/**/*.test.ts'),
  mocha('editors', 'test/editors/**/*.test.ts'),
  mocha('themes', 'test/themes/**/*.test.ts'),
  { title: 'editor', command: ['node', 'test/e2e/run.mjs'], counts: 'editor' },
  mocha('page', 'test/page/**/*.test.ts'),
];

/** @param {Step} step */
function run({ title, command: [program = '', ...args], counts }) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}`);
  const file = counts && resolve(results, `${counts}.json`);
  const path = `${resolve(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  const env = { ...process.env, PATH: path, ...(file && { TEST_RESULTS: file }) };
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env });
  const counted = file ? readCounts(file) : undefined;
  if (!counted) {
    total[status === 0 ? 'passed' : 'failed']++;
    return;
  }
  total.passed += counted.passed;
  total.skipped += counted.skipped;
  // A suite that dies behind its last test has failed too.
  total.failed += counted.failed === 0 && status !== 0 ? 1 : counted.failed;
}

/** @param {string} file @returns {{ passed: number, failed: number, skipped: number } | undefined} */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

await runMain(async () => {
  await installDependencies();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  for (const step of fast ? fastSteps : [...fastSteps, ...editorSteps]) run(step);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
