import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/built.js';
import { page, table } from './page.js';
import type { Result } from './row.js';
import { rows } from './rows/index.js';
import { makeWorkplace } from './workplace.js';

/** Measures the rows with these names, all where there are none. */
async function measure(names: readonly string[]): Promise<void> {
  const workplace = makeWorkplace();
  try {
    const results: Result[] = [];
    for (const row of rows) {
      if (names.length > 0 && !names.includes(row.name)) continue;
      console.log(`${row.name} …`);
      results.push(...(await row.measure(workplace)));
    }
    console.log(`\n${table(results)}`);
    // The page is of one run; a part of it would stand beside figures of another day.
    if (names.length === 0) writeFileSync(join(projectRoot, 'docs/performance.md'), page(workplace, results));
  } finally {
    workplace.remove();
  }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => rows.every((row) => row.name !== name));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. There are ${rows.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 2;
} else {
  measure(asked).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
