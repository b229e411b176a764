// `npm start [-- FOLDER]`: from a fresh clone to a log open in VS Code with the extension on.
// Nothing is installed when this begins, so it and all it imports use what Node has built in.

import { statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Complaint, runMain } from '../test/host/complaint.mjs';
import { projectRoot } from '../test/host/paths.mjs';
import { build, installDependencies } from './dependencies.mjs';
import { findDesktop, openDesktop } from './startDesktop.mjs';
import { openEmbedded } from './startEmbedded.mjs';

const sampleFolder = path.join(projectRoot, 'samples');
const sampleFile = path.join(sampleFolder, '2026-11-20-WeChat.txt');

await runMain(async () => {
  const opening = readOpening(process.argv[2]);
  await installDependencies();
  await build();
  const desktop = findDesktop();
  if (desktop) await openDesktop(desktop, opening);
  else await openEmbedded(opening);
});

/**
 * What to open: the sample log, which is ours and trusted, or a folder of the user's.
 * @param {string | undefined} argument
 */
function readOpening(argument) {
  if (argument === undefined) return { folder: sampleFolder, file: sampleFile, trusted: true };
  // npm runs this in the project's root, wherever the user is.
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), argument);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Complaint(`There is no folder ${folder}`);
  return { folder, trusted: false };
}
