import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Runs the end-to-end suite inside VS Code; rejects where a test fails. */
export async function run(): Promise<void> {
  const reporter = join(__dirname, '../../../test/support/countingReporter.cjs');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter });
  for (const file of readdirSync(__dirname)) if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} end-to-end tests failed.`);
}
