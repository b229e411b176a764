// Gets ready whatever tests in the embedded VS Code, in other editors and of the published page need, so that its time is
// not counted as a test's:
//
//   node test/host/prepare.mjs

import { runMain } from './complaint.mjs';
import { ensureHost } from './install.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

await runMain(async () => {
  await ensureHost();
  await ensureSystemPackages('page');
  await ensureSystemPackages('site');
  await ensureSystemPackages('editors');
});
